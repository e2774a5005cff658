import LossLab

#if canImport(Glibc)
  import Glibc
#endif

/// Threads that wait for work: the `ParallelFor` of a command.
///
/// Between the parts of a training step they watch for the next one without sleeping, since a
/// part takes less time than waking up; after a while without any they do sleep. Where other
/// programs take the cores, a thread that loses its own in the middle of a call holds up the
/// caller, which then does without the others for a while. The threads end with the pool.
///
/// Other threads may lend themselves to an open pool that has none of its own.
package final class WorkerPool: Sendable {
  package let threads: Int

  #if canImport(Glibc)
    private let board: WorkerBoard
    private let workers: [pthread_t]
    private let isOpen: Bool

    /// - Parameters:
    ///   - threads: as many as work at once, the caller's included.
    ///   - isOpen: whether other threads may `lend` themselves.
    ///   - clock: seconds since some moment.
    /// - Precondition: `threads ≥ 1`.
    package init(
      threads: Int, isOpen: Bool = false, clock: @escaping @Sendable () -> Double = monotonicSeconds
    ) {
      precondition(threads >= 1, "\(threads) threads")
      self.threads = threads
      self.isOpen = isOpen
      let cores = availableCores
      // About 0.1 ms: a step of a small network lasts no longer. Waiting needs a core of its own.
      board = WorkerBoard(turns: threads + (isOpen ? 1 : 0) <= cores ? 200_000 : 0, clock: clock)
      var workers: [pthread_t] = []
      for _ in 1..<threads {
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(board)
        // With fewer threads than asked for, the others have more to do.
        guard
          pthread_create(
            &thread, nil,
            { argument in
              guard let argument else { return nil }
              Unmanaged<WorkerBoard>.fromOpaque(argument).takeRetainedValue().work()
              return nil
            }, argument.toOpaque()) == 0
        else {
          argument.release()
          break
        }
        workers.append(thread)
      }
      self.workers = workers
      board.add(helpers: workers.count)
    }

    /// Makes the calling thread work for the pool until that is closed.
    package func lend() {
      board.add(helpers: 1)
      board.work()
      board.add(helpers: -1)
    }

    /// Threads besides the caller's, lent ones included.
    package var helpers: Int { board.helperCount }

    /// Lets lent threads go; what is asked for later, the caller does alone.
    package func close() { board.close() }

    deinit {
      board.close()
      for worker in workers { pthread_join(worker, nil) }
    }

    package var parallelFor: ParallelFor {
      guard !workers.isEmpty || isOpen else { return .serial }
      return ParallelFor(width: threads) { [self] count, body in board.run(count, body) }
    }
  #else
    /// - Precondition: `threads ≥ 1`.
    package init(threads: Int, isOpen: Bool = false) {
      precondition(threads >= 1, "\(threads) threads")
      self.threads = threads
    }

    package func lend() {}
    package var helpers: Int { 0 }
    package func close() {}
    package var parallelFor: ParallelFor { .serial }
  #endif
}
