import Synchronization
import Testing

@testable import LossSystem

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How often each of `count` calls was made.
private func calls(_ count: Int, by pool: WorkerPool) -> [Int] {
  var made = [Int](repeating: 0, count: count)
  made.withUnsafeMutableBufferPointer { buffer in
    nonisolated(unsafe) let buffer = buffer
    pool.parallelFor.run(count) { buffer[$0] += 1 }
  }
  return made
}

@Test(arguments: [1, 2, 3, 8])
func everyCallIsMadeOnce(threads: Int) {
  let pool = WorkerPool(threads: threads)
  for count in [0, 1, 2, 7, 100] {
    #expect(calls(count, by: pool) == [Int](repeating: 1, count: count))
  }
}

@Test func manyShortJobsInARowAllEnd() {
  let pool = WorkerPool(threads: 2)
  let total = Atomic<Int>(0)
  for _ in 0..<20_000 {
    pool.parallelFor.run(3) { total.add($0, ordering: .relaxed) }
  }
  #expect(total.load(ordering: .relaxed) == 60_000)
}

@Test func aCallMayAskForCallsItself() {
  let pool = WorkerPool(threads: 2)
  let total = Atomic<Int>(0)
  pool.parallelFor.run(4) { _ in
    pool.parallelFor.run(5) { _ in total.add(1, ordering: .relaxed) }
  }
  #expect(total.load(ordering: .relaxed) == 20)
}

@Test func theWidthIsTheThreadsAskedFor() {
  #expect(WorkerPool(threads: 1).parallelFor.width == 1)
  #expect(WorkerPool(threads: 3).parallelFor.width == 3)
}

@Test func poolsComeAndGo() {
  for _ in 0..<200 {
    #expect(calls(4, by: WorkerPool(threads: 3)) == [1, 1, 1, 1])
  }
}

/// A clock that shows one time after another, then the last for ever.
private final class ShownTimes: Sendable {
  private let times: Mutex<[Double]>

  init(_ times: [Double]) {
    self.times = Mutex(times)
  }

  func next() -> Double {
    times.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
  }
}

/// How many threads make the calls of a job; each waits for the other where both are to take part.
private func threadsOfAJob(_ pool: WorkerPool, meeting: Bool) -> Int {
  let caller = pthread_self()
  let here = Atomic<Int>(0)
  let elsewhere = Atomic<Int>(0)
  pool.parallelFor.run(2) { _ in
    let isCaller = pthread_equal(pthread_self(), caller) != 0
    here.add(isCaller ? 1 : 0, ordering: .sequentiallyConsistent)
    elsewhere.add(isCaller ? 0 : 1, ordering: .sequentiallyConsistent)
    while meeting, here.load(ordering: .relaxed) == 0 || elsewhere.load(ordering: .relaxed) == 0 {
      sched_yield()
    }
  }
  return (here.load(ordering: .relaxed) > 0 ? 1 : 0)
    + (elsewhere.load(ordering: .relaxed) > 0 ? 1 : 0)
}

@Test func aCallThatIsHeldUpMakesTheCallerWorkAloneForAWhile() {
  // A job begins at 0, the caller's part ends at 1 ms, the other's at 101: alone until 1.001 s.
  let times = ShownTimes([0, 0.001, 0.101, 0.2, 1, 1.002])
  let pool = WorkerPool(threads: 2, clock: times.next)
  #expect(threadsOfAJob(pool, meeting: true) == 2)
  #expect(threadsOfAJob(pool, meeting: false) == 1)
  #expect(threadsOfAJob(pool, meeting: false) == 1)
  #expect(threadsOfAJob(pool, meeting: true) == 2)
}

@Test func threadsThatWorkTogetherAreAllThereAndAllEnd() {
  let started = Atomic<Int>(0)
  let ended = Atomic<Int>(0)
  runTogether(threads: 4) {
    started.add(1, ordering: .sequentiallyConsistent)
    while started.load(ordering: .relaxed) < 4 { sched_yield() }
    ended.add(1, ordering: .sequentiallyConsistent)
  }
  #expect(ended.load(ordering: .relaxed) == 4)
}

@Test func aThreadThatIsLentWorksUntilThePoolIsClosed() {
  let pool = WorkerPool(threads: 1, isOpen: true)
  #expect(calls(5, by: pool) == [1, 1, 1, 1, 1])
  var thread = pthread_t()
  let argument = Unmanaged.passRetained(pool)
  let status = pthread_create(
    &thread, nil,
    { argument in
      if let argument { Unmanaged<WorkerPool>.fromOpaque(argument).takeRetainedValue().lend() }
      return nil
    }, argument.toOpaque())
  #expect(status == 0)
  // Both calls wait for each other, so they end only if the lent thread takes one.
  let arrived = Atomic<Int>(0)
  while pool.helpers == 0 { sched_yield() }
  pool.parallelFor.run(2) { _ in
    arrived.add(1, ordering: .relaxed)
    while arrived.load(ordering: .relaxed) < 2 { sched_yield() }
  }
  pool.close()
  pthread_join(thread, nil)
  #expect(pool.helpers == 0)
  #expect(calls(3, by: pool) == [1, 1, 1])
}
