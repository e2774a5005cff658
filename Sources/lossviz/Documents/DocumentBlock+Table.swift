import LossPlot

extension DocumentBlock {
  /// A block with a table instead of a picture: `list losses --markdown`.
  ///
  /// `nil` where its command prints none.
  ///
  /// - Throws: what the command throws.
  init?(table block: MarkdownFile.Block, of file: MarkdownFile) throws {
    let (command, words) = try Command.called(by: shellWords(block.options))
    guard let table = command.table else { return nil }
    // What the surroundings say is not in the document.
    let call = try command.call(words, environment: Environment { _ in nil })
    try Self.checkOptions(call.arguments.assignments)
    try command.check(call: call)
    guard let text = try table(call) else {
      throw UsageError.conflict(
        "'\(command.name)' prints no table here", hint: "add --markdown to the block")
    }
    self.init(file: file, block: block, command: command, call: call, table: text)
  }
}
