import LossLab
import LossPlot
import Testing

@testable import lossviz

struct CompletionsTests {
  @Test(arguments: Shell.allCases)
  func theScriptNamesEveryCommandOptionAndWord(shell: Shell) {
    let outcome = Outcome("completions", shell.rawValue)
    #expect(outcome.status == .success)
    #expect(outcome.messages.isEmpty)
    let words = Set(
      outcome.output.utf8.split { !($0 == UInt8(ascii: "-") || isAlphanumeric($0)) }
        .map { String(decoding: Array($0), as: UTF8.self) })
    let options = Command.all.flatMap(\.allOptions).map {
      shell == .fish ? $0.name : "--\($0.name)"
    }
    let names =
      LossEntry.all.map(\.name) + DataSource.all.filter { $0.form == .named }.map(\.name)
      + Palette.all.map(\.name) + Figure.all.map(\.name)
    let missing = (Command.all.map(\.name) + options + names).filter { !words.contains($0) }
    #expect(missing.isEmpty)
  }

  private func isAlphanumeric(_ byte: UInt8) -> Bool {
    (48..<58).contains(byte) || (65..<91).contains(byte & 0xDF)
  }

  /// The last word is the one to complete.
  @Test(arguments: [
    ("lossviz --loss cos", "cosface"),
    ("lossviz --loss = arc", "arcface"),
    ("lossviz train --theme d", "dark"),
    ("lossviz comp", "compare completions"),
    ("lossviz --weight-d", "--weight-decay"),
    ("lossviz compare --loss softmax,cos", "softmax,cosface"),
    ("lossviz compare --dry", "--dry-run"),
    ("lossviz list pal", "palettes"),
    ("lossviz explain cosf", "cosface"),
    ("lossviz figure target-", "target-logits"),
    ("lossviz completions z", "zsh"),
    ("lossviz --data digi", "digits"),
    ("lossviz -o pict", "picture.svg"),
    ("lossviz inspect pict", "picture.svg"),
    ("lossviz --runs-of-nothing qq", ""),
    ("lossviz --steps pict", ""),
  ])
  func bashCompletes(line: String, expected: String) throws {
    let script = """
      "$0" completions bash > lossviz.bash && bash -n lossviz.bash || exit 9
      touch picture.svg
      bash -c '. ./lossviz.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _lossviz
      echo "${COMPREPLY[*]}"' bash "$@"
      """
    let folder = try TemporaryFolder()
    let words = line.split(separator: " ").map(String.init)
    let result = try BuiltProgram(words, script: script, in: folder).run()
    #expect(result.status == 0)
    #expect(result.messages.isEmpty, "\(result.messages)")
    #expect(String(decoding: result.output, as: UTF8.self) == expected + "\n")
  }

  @Test func anOptionCompletesWhatItTakes() {
    #expect(Option.output.completedValue == .files(words: []))
    #expect(Option.labels.completedValue == .files(words: []))
    #expect(Option.palette.completedValue == .words(Palette.all.map(\.name), isList: false))
    #expect(Option.width.completedValue == .text)
    for option in Command.all.flatMap(\.allOptions) where option.allowed == "a folder" {
      #expect(option.completedValue == .folders, "\(option.name)")
    }
  }

  @Test(arguments: [Shell.bash, .zsh])
  func aQuoteInATextEndsNoWord(shell: Shell) {
    #expect(shell.quoted("it's") == #"'it'\''s'"#)
    #expect(Shell.fish.quoted(#"it's \"#) == #"'it\'s \\'"#)
  }

  @Test func anotherShellIsMisuse() {
    let outcome = Outcome("completions", "bsh")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("bash, zsh or fish"))
    #expect(Outcome("completions").status == .misuse)
  }
}
