/// The script for bash, from 3.2 on, without the package bash-completion.
struct BashCompletions {
  private let shell = Shell.bash

  var lines: [String] { [head] + Command.all.flatMap(branch) + [tail] }

  private let names = Command.all.map(\.name)

  private var head: String {
    """
    # Completes lossviz in bash: source <(lossviz completions bash)
    _lossviz() {
      local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      local command=\(Command.train.name) kind='' words='' options='' before=''
      # --loss=cos comes as three words.
      if [[ $word == = ]]; then
        word=''
      elif [[ $previous == = && $COMP_CWORD -ge 2 ]]; then
        previous=${COMP_WORDS[COMP_CWORD-2]}
      fi
      if [[ $COMP_CWORD -gt 1 ]]; then
        case ${COMP_WORDS[1]} in
          \(names.joined(separator: "|"))) command=${COMP_WORDS[1]} ;;
        esac
      fi
      case $command in
    """
  }

  private var tail: String {
    """
      esac
      if [[ -z $kind ]]; then
        if [[ $word == -* ]]; then
          kind=words words=$options
        elif [[ $COMP_CWORD -eq 1 ]]; then
          kind=words words=\(shell.quoted(names.joined(separator: " ")))
        else
          kind=$operands words=$operand_words
        fi
      fi
      COMPREPLY=()
      if [[ $kind == list ]]; then
        before=${word%"${word##*,}"}
        word=${word##*,}
        compopt -o nospace 2>/dev/null
      fi
      if [[ -n $words ]]; then
        COMPREPLY=($(compgen -P "$before" -W "$words" -- "$word"))
      fi
      [[ ${#COMPREPLY[@]} -eq 0 ]] || return 0
      # Readline quotes names of files itself, where this bash can ask it to.
      local IFS=$'\\n'
      case $kind in
        files)
          compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "$word")) ;;
        folders)
          compopt -o dirnames 2>/dev/null || COMPREPLY=($(compgen -d -- "$word")) ;;
      esac
      return 0
    }
    complete -F _lossviz lossviz
    """
  }

  /// What may stand behind a command.
  private func branch(_ command: Command) -> [String] {
    let spellings = command.allOptions.flatMap(\.spellings).joined(separator: " ")
    let (kind, words) = script(command.completedOperands)
    var lines = [
      "    \(command.name))",
      "      options=\(shell.quoted(spellings))",
      "      local operands=\(kind) operand_words=\(shell.quoted(words))",
      "      case $previous in",
    ]
    for option in command.allOptions {
      let (kind, words) = script(option.completedValue)
      guard kind != "''" else { continue }
      let pattern = option.spellings.joined(separator: "|")
      lines.append("        \(pattern)) kind=\(kind) words=\(shell.quoted(words)) ;;")
    }
    return lines + ["      esac ;;"]
  }

  private func script(_ value: CompletedValue) -> (kind: String, words: String) {
    switch value {
    case .none: ("''", "")
    case .text: ("text", "")
    case .words(let words, let isList):
      (isList ? "list" : "words", words.joined(separator: " "))
    case .files(let words): ("files", words.joined(separator: " "))
    case .folders: ("folders", "")
    }
  }
}
