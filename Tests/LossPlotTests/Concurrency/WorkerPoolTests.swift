import LossPlot
import Synchronization
import Testing

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

@Test func aCallThatIsHeldUpMakesTheCallerWorkAloneForAWhile() {
  let pool = WorkerPool(threads: 2)
  let hasOtherStarted = Atomic<Bool>(false)
  pool.parallelFor.run(2) { index in
    if index == 0 {
      while !hasOtherStarted.load(ordering: .acquiring) {}
    } else {
      hasOtherStarted.store(true, ordering: .releasing)
      usleep(100_000)
    }
  }
  // For a second, that is.
  let caller = pthread_self()
  let elsewhere = Atomic<Int>(0)
  for _ in 0..<20 {
    pool.parallelFor.run(4) { _ in
      usleep(500)
      if pthread_equal(pthread_self(), caller) == 0 { elsewhere.add(1, ordering: .relaxed) }
    }
  }
  #expect(elsewhere.load(ordering: .relaxed) == 0)
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
