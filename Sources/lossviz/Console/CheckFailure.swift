/// What a command was asked to check does not hold: exit 4.
struct CheckFailure: Error, Equatable {
  /// One lower-case clause without a full stop.
  let message: String
  /// What to do next; empty where there is nothing to say.
  let hint: String
}
