/// An option with a value that was given for it.
struct Assignment: Sendable {
  let option: Option
  let value: GivenText
}

extension Assignment {
  /// As if it stood on the command line.
  init(_ option: Option, typed text: String, as label: String) {
    self.init(option: option, value: GivenText(text: text, source: .commandLine(label)))
  }
}
