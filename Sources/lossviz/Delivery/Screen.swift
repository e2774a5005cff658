import LossPlot

/// A terminal that was asked what it can show.
struct Screen: Sendable {
  let graphics: TerminalGraphics
  let answers: TerminalAnswers
  private let terminal: Terminal

  init(_ terminal: Terminal, _ variables: TerminalVariables) {
    let question = variables.question
    let answers =
      question.isEmpty
      ? TerminalAnswers()
      : TerminalAnswers(
        terminal.ask(question, variables.patience) {
          TerminalAnswers($0).attributes != nil
        })
    graphics = TerminalGraphics(answers, variables)
    self.answers = answers
    self.terminal = terminal
  }

  /// Draws the scene in the room that there is now.
  ///
  /// - Parameter theme: where it is `both`, what suits the terminal's ground.
  func show(_ theme: ThemeChoice, scene: (Theme) -> Scene) throws {
    // An answer that came too late must not become the user's next command.
    if answers.attributes == nil { _ = terminal.ask([], 0) { _ in false } }
    let isDark =
      switch theme {
      case .light: false
      case .dark: true
      case .both: answers.isDark == true
      }
    let picture = try render(scene(isDark ? .dark : .light), for: graphics, in: room)
    try terminal.draw(picture.bytes)
  }

  /// What a picture may fill.
  var room: TerminalRoom {
    let size = terminal.size()
    let columns = size.map { $0.columns } ?? 0
    let rows = size.map { $0.rows } ?? 0
    var room = TerminalRoom(
      columns: columns > 0 ? columns : 80, rows: rows > 0 ? rows : 24, cellWidth: 8,
      cellHeight: 16)
    if let size, size.width > 0, size.height > 0, columns > 0, rows > 0 {
      room.cellWidth = Double(size.width) / Double(columns)
      room.cellHeight = Double(size.height) / Double(rows)
    } else if let cell = answers.cell {
      room.cellWidth = Double(cell.width)
      room.cellHeight = Double(cell.height)
    }
    // The file's name and the prompt are to stand below it.
    room.rows = max(room.rows - Self.linesBelow, min(room.rows, Self.fewestRows))
    if graphics.isLimited, let largest = answers.sixelSize {
      room.columns = min(room.columns, max(1, Int(Double(largest.width) / room.cellWidth)))
      room.rows = min(room.rows, max(1, Int(Double(largest.height) / room.cellHeight)))
    }
    return room
  }

  private static let linesBelow = 3
  private static let fewestRows = 10
}

extension Console {
  /// The terminal for `--show`; `nil` where no picture can be seen.
  func screen() throws -> Screen? {
    guard output.isTerminal, let terminal else {
      try say("--show: nothing is shown, because standard output is no terminal")
      return nil
    }
    let variables = try TerminalVariables(environment)
    guard !variables.isDumb else {
      let name = variables.term.isEmpty ? "a terminal without TERM" : "TERM=\(variables.term)"
      try say("--show: nothing is shown, because \(name) has no colors".withoutControls)
      return nil
    }
    return Screen(terminal, variables)
  }
}
