import Dispatch
import LossLab
import Synchronization

extension ParallelFor {
  /// So many calls at once, each taking the next index that is left.
  static func threads(_ width: Int) -> ParallelFor {
    ParallelFor(width: width) { count, body in
      let next = Atomic(0)
      withoutActuallyEscaping(body) { body in
        // Whoever calls a ParallelFor hands in a body for several threads.
        nonisolated(unsafe) let body = body
        DispatchQueue.concurrentPerform(iterations: min(width, count)) { _ in
          while case let index = next.add(1, ordering: .relaxed).oldValue, index < count {
            body(index)
          }
        }
      }
    }
  }
}
