/// The variables of the environment that the program was started with.
struct Environment: Sendable {
  private let value: @Sendable (String) -> String?

  init(_ value: @escaping @Sendable (String) -> String?) {
    self.value = value
  }

  subscript(name: String) -> String? { value(name) }
}
