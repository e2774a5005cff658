/// Why a text is no value of an option; who finds it does not know where the text came from.
struct ValueProblem: Error, Equatable {
  /// What the option takes instead: `a whole number from 1`.
  var expected: String
  var nearest: [String] = []
}
