import LossLab

#if canImport(Glibc)
  import Glibc
  import Synchronization
#endif

/// Threads that wait for work: the `ParallelFor` of a command.
///
/// Between the parts of a training step they watch for the next one without sleeping, since a
/// part takes less time than waking up; after a while without any they do sleep. The threads end
/// with the pool.
public final class WorkerPool: Sendable {
  public let threads: Int

  #if canImport(Glibc)
    private let board: Board
    private let workers: [pthread_t]

    /// - Parameter threads: as many as work at once, the caller's included.
    /// - Precondition: `threads ≥ 1`.
    public init(threads: Int) {
      precondition(threads >= 1, "\(threads) threads")
      self.threads = threads
      let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
      // About 0.1 ms: a step of a small network lasts no longer. Waiting needs a core of its own.
      board = Board(turns: threads <= cores ? 200_000 : 0)
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
              Unmanaged<Board>.fromOpaque(argument).takeRetainedValue().work()
              return nil
            }, argument.toOpaque()) == 0
        else {
          argument.release()
          break
        }
        workers.append(thread)
      }
      self.workers = workers
    }

    deinit {
      board.close()
      for worker in workers { pthread_join(worker, nil) }
    }

    public var parallelFor: ParallelFor {
      guard !workers.isEmpty else { return .serial }
      return ParallelFor(width: threads) { [self] count, body in board.run(count, body) }
    }
  #else
    /// - Precondition: `threads ≥ 1`.
    public init(threads: Int) {
      precondition(threads >= 1, "\(threads) threads")
      self.threads = threads
    }

    public var parallelFor: ParallelFor { .serial }
  #endif
}

#if canImport(Glibc)
  /// Where the caller posts a job and the workers take its calls, one by one.
  private final class Board: @unchecked Sendable {
    /// The number of the job in the upper half, its calls that nobody took yet in the lower.
    ///
    /// In one word, so that a worker that comes late cannot take a call of one job for another's.
    private let state = Atomic<UInt64>(0)
    private let finished = Atomic<Int>(0)
    private let isBusy = Atomic<Bool>(false)
    private let isClosed = Atomic<Bool>(false)
    private let sleepers = Atomic<Int>(0)
    /// Set before the job's state is; read only by who took one of its calls.
    private var body: ((Int) -> Void)?
    private var count = 0
    private let turns: Int
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    /// - Parameter turns: how often to look for work before sleeping.
    init(turns: Int) {
      self.turns = turns
      mutex = .allocate(capacity: 1)
      condition = .allocate(capacity: 1)
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(condition, nil)
    }

    deinit {
      pthread_cond_destroy(condition)
      pthread_mutex_destroy(mutex)
      condition.deallocate()
      mutex.deallocate()
    }

    func run(_ count: Int, _ body: (Int) -> Void) {
      // A call from within a call, or from another thread meanwhile, does its work itself.
      let isFree = isBusy.compareExchange(
        expected: false, desired: true, ordering: .acquiring
      ).exchanged
      guard count > 1, isFree else {
        if isFree { isBusy.store(false, ordering: .releasing) }
        for index in 0..<count { body(index) }
        return
      }
      withoutActuallyEscaping(body) { body in
        self.body = body
        self.count = count
        finished.store(0, ordering: .relaxed)
        let job = (state.load(ordering: .relaxed) >> 32) &+ 1
        state.store(job << 32 | UInt64(count), ordering: .sequentiallyConsistent)
        if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wake() }
        takeCalls()
        var waited = 0
        while finished.load(ordering: .acquiring) < count {
          waited += 1
          if waited > turns { sched_yield() }
        }
        self.body = nil
      }
      isBusy.store(false, ordering: .releasing)
    }

    /// Takes calls of the posted job, the first ones first, until none is left.
    private func takeCalls() {
      var seen = state.load(ordering: .acquiring)
      while seen & 0xffff_ffff > 0 {
        let (took, now) = state.weakCompareExchange(
          expected: seen, desired: seen - 1, ordering: .acquiringAndReleasing)
        guard took else {
          seen = now
          continue
        }
        body?(count - Int(seen & 0xffff_ffff))
        finished.add(1, ordering: .releasing)
        seen = state.load(ordering: .acquiring)
      }
    }

    private var hasCalls: Bool { state.load(ordering: .sequentiallyConsistent) & 0xffff_ffff > 0 }

    func work() {
      while !isClosed.load(ordering: .acquiring) {
        var turn = 0
        while turn < turns, !hasCalls {
          turn += 1
        }
        if hasCalls { takeCalls() } else { sleep() }
      }
    }

    private func sleep() {
      pthread_mutex_lock(mutex)
      sleepers.add(1, ordering: .sequentiallyConsistent)
      while !hasCalls, !isClosed.load(ordering: .sequentiallyConsistent) {
        pthread_cond_wait(condition, mutex)
      }
      sleepers.subtract(1, ordering: .sequentiallyConsistent)
      pthread_mutex_unlock(mutex)
    }

    private func wake() {
      pthread_mutex_lock(mutex)
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }

    func close() {
      isClosed.store(true, ordering: .sequentiallyConsistent)
      wake()
    }
  }
#endif
