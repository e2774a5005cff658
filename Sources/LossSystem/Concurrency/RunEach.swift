import LossLab
import Synchronization

/// What several threads make of the numbers from 0 on, in their order.
///
/// After an error nothing more is begun, and that of the lowest number is thrown: every lower one
/// was begun before and is waited for, so that it is the same error however many threads there are.
///
/// - Parameter idle: called by each thread that finds nothing more to begin.
package func runEach<Value: Sendable>(
  _ count: Int, threads: Int, idle: @escaping @Sendable () -> Void = {},
  _ body: @escaping @Sendable (Int) throws -> Value
) throws -> [Value] {
  let board = Mutex(EachBoard<Value>(count: count))
  let work: @Sendable () -> Void = {
    while let place = board.withLock({ $0.take() }) {
      let result = Result { try body(place) }
      board.withLock { $0.put(result, at: place) }
    }
    idle()
  }
  runTogether(threads: min(threads, count), work)
  let (values, error) = board.withLock { ($0.values, $0.error?.error) }
  if let error { throw error }
  return values.compactMap { $0 }
}

/// What the threads share.
private struct EachBoard<Value: Sendable> {
  private var next = 0
  private(set) var values: [Value?]
  private(set) var error: (place: Int, error: any Error)?

  init(count: Int) {
    values = Array(repeating: nil, count: count)
  }

  mutating func take() -> Int? {
    guard error == nil, next < values.count else { return nil }
    next += 1
    return next - 1
  }

  mutating func put(_ result: Result<Value, any Error>, at place: Int) {
    switch result {
    case .success(let value): values[place] = value
    case .failure(let failure):
      if let error, error.place <= place { return }
      error = (place, failure)
    }
  }
}
