/// An option with a value that was given for it.
struct Assignment: Sendable {
  let option: Option
  let value: GivenText
}
