import LossLab
import Synchronization

/// The trainings that are at work, each with a pool that jobs without a training of their own can
/// lend themselves to.
package final class OpenPools: Sendable {
  private let pools = Mutex<[WorkerPool]>([])

  package init() {}

  /// Calls `body` with a pool of its own.
  package func withPool<Value>(_ body: (ParallelFor) throws -> Value) rethrows -> Value {
    let pool = WorkerPool(threads: 1, isOpen: true)
    pools.withLock { $0.append(pool) }
    defer {
      pools.withLock { pools in pools.removeAll { $0 === pool } }
      pool.close()
    }
    return try body(pool.parallelFor)
  }

  /// Works for the pool that has the fewest helpers, then for another, until none is left.
  package func help() {
    while let pool = pools.withLock({ pools in pools.min { $0.helpers < $1.helpers } }) {
      pool.lend()
    }
  }
}
