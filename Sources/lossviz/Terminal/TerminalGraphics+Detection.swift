import LossPlot

/// What the environment says of the terminal.
struct TerminalVariables: Sendable {
  let term: String
  /// Whether a program in between takes sequences for itself: tmux, screen, zellij.
  let isMultiplexed: Bool
  let isKitty: Bool
  let isITerm: Bool
  let hasTrueColor: Bool
  /// How long to wait for a terminal that does not answer, in seconds.
  let patience: Double

  /// - Throws: `UsageError.badValue` for a `LOSSVIZ_TERMINAL_WAIT` that is no number of seconds.
  init(_ environment: Environment) throws(UsageError) {
    func value(_ name: String) -> String { environment[name] ?? "" }
    term = value("TERM")
    let program = value("TERM_PROGRAM")
    isMultiplexed =
      ["TMUX", "STY", "ZELLIJ"].contains { !value($0).isEmpty }
      || ["screen", "tmux"].contains { value("TERM").hasPrefix($0) }
    isKitty =
      ["xterm-kitty", "xterm-ghostty"].contains(term) || !value("KITTY_WINDOW_ID").isEmpty
      || program == "ghostty"
    isITerm = ["iTerm.app", "WezTerm"].contains(program) || value("LC_TERMINAL") == "iTerm2"
    hasTrueColor = ["truecolor", "24bit"].contains(value("COLORTERM"))
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { !value($0).isEmpty }
    let wait = value("LOSSVIZ_TERMINAL_WAIT")
    guard let seconds = wait.isEmpty ? (isRemote ? 1 : 0.2) : TypedText.number(wait),
      (0...3600).contains(seconds)
    else {
      throw .badValue(
        label: "LOSSVIZ_TERMINAL_WAIT", value: wait, expected: "seconds, 0 to 3600", nearest: [])
    }
    patience = seconds
  }

  /// Whether nothing can be drawn at all.
  var isDumb: Bool { term.isEmpty || term == "dumb" }

  /// Empty for a terminal that shows what it does not know.
  var question: [UInt8] {
    guard term != "linux" else { return [] }
    let kitty = isMultiplexed ? "" : TerminalQuestion.kitty
    return Array(
      (kitty + TerminalQuestion.facts + TerminalQuestion.attributes + TerminalQuestion.wipe).utf8)
  }
}

extension TerminalGraphics {
  /// What it answers counts; variables may have been handed down by another terminal.
  init(_ answers: TerminalAnswers, _ variables: TerminalVariables) {
    let isMute = answers.attributes == nil
    let isDirect = !variables.isMultiplexed
    self =
      if isDirect && (answers.knowsKitty || isMute && variables.isKitty) {
        .kitty
      } else if isDirect && variables.isITerm {
        .iTerm
      } else if answers.attributes?.contains(TerminalAnswers.sixelAttribute) == true {
        .sixel(colors: answers.sixelColors ?? 256)
      } else {
        .halfBlocks(hasTrueColor: variables.hasTrueColor)
      }
  }
}
