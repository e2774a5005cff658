#if canImport(Glibc)
  import Glibc
  import Synchronization

  /// Where the caller posts a job and the workers take its calls, one by one.
  final class WorkerBoard: @unchecked Sendable {
    /// The first call that nobody took yet in the lower half, the end of these in the upper.
    ///
    /// In one word, so that nobody takes a call twice. The caller takes the first ones and the
    /// workers the last, so that in two jobs over the same rows each thread has the same rows,
    /// which are in its cache.
    private let state = Atomic<UInt64>(0)
    private let finished = Atomic<Int>(0)
    private let isBusy = Atomic<Bool>(false)
    private let isClosed = Atomic<Bool>(false)
    private let sleepers = Atomic<Int>(0)
    private let helpers = Atomic<Int>(0)
    /// Set before the job's state is; read only by who took one of its calls.
    private var body: ((Int) -> Void)?
    private let turns: Int
    private let clock: @Sendable () -> Double
    /// Until when the caller works alone; touched by who has set `isBusy`.
    private var aloneUntil = 0.0
    private var aloneFor = 0.0
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let condition: UnsafeMutablePointer<pthread_cond_t>

    /// - Parameter turns: how often to look for work before sleeping.
    init(turns: Int, clock: @escaping @Sendable () -> Double) {
      self.turns = turns
      self.clock = clock
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

    var helperCount: Int { helpers.load(ordering: .relaxed) }

    func add(helpers count: Int) { helpers.add(count, ordering: .relaxed) }

    func run(_ count: Int, _ body: (Int) -> Void) {
      // A call from within a call, or from another thread meanwhile, does its work itself.
      guard
        count > 1, helperCount > 0,
        isBusy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
      else {
        for index in 0..<count { body(index) }
        return
      }
      let start = clock()
      if start < aloneUntil {
        for index in 0..<count { body(index) }
      } else {
        share(count, body, start: start)
      }
      isBusy.store(false, ordering: .releasing)
    }

    private func share(_ count: Int, _ body: (Int) -> Void, start: Double) {
      withoutActuallyEscaping(body) { body in
        self.body = body
        finished.store(0, ordering: .relaxed)
        state.store(UInt64(count) << 32, ordering: .sequentiallyConsistent)
        if sleepers.load(ordering: .sequentiallyConsistent) > 0 { wake() }
        takeCalls(fromStart: true)
        let done = clock()
        var waited = 0
        while finished.load(ordering: .acquiring) < count {
          waited += 1
          if waited > turns { sched_yield() }
        }
        self.body = nil
        let lost = clock() - done
        // Calls take about as long as each other, so that would be no fair share.
        if lost > max(1e-4, 2 * (done - start)) { workAlone(from: done, afterLosing: lost) }
      }
    }

    /// For ten times what was lost, so that a tenth is lost at worst; for twice as long as the last
    /// time where that was not long ago.
    private func workAlone(from now: Double, afterLosing lost: Double) {
      aloneFor = now - aloneUntil < aloneFor ? min(1, 2 * aloneFor) : 10 * lost
      aloneUntil = now + aloneFor
    }

    /// Takes calls of the posted job until none is left.
    private func takeCalls(fromStart: Bool) {
      var seen = state.load(ordering: .acquiring)
      while true {
        let (start, end) = (seen & 0xffff_ffff, seen >> 32)
        guard start < end else { return }
        let (took, now) = state.weakCompareExchange(
          expected: seen, desired: fromStart ? seen + 1 : seen - (1 << 32),
          ordering: .acquiringAndReleasing)
        guard took else {
          seen = now
          continue
        }
        body?(Int(fromStart ? start : end - 1))
        finished.add(1, ordering: .releasing)
        seen = state.load(ordering: .acquiring)
      }
    }

    private var hasCalls: Bool {
      let seen = state.load(ordering: .sequentiallyConsistent)
      return seen & 0xffff_ffff < seen >> 32
    }

    func work() {
      while !isClosed.load(ordering: .acquiring) {
        var turn = 0
        while turn < turns, !hasCalls {
          turn += 1
        }
        if hasCalls { takeCalls(fromStart: false) } else { sleep() }
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
