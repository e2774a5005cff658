import CLibrary

/// Calls `body` on so many threads at once, the caller's included, and returns when all have ended.
///
/// The calls share their work out themselves, so that it gets done on fewer threads, too, where the
/// system gives no more.
package func runTogether(threads: Int, _ body: @escaping @Sendable () -> Void) {
  let work = TogetherWork(body)
  var others: [pthread_t] = []
  for _ in 1..<max(1, threads) {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let argument = Unmanaged.passRetained(work)
    guard pthread_create(&thread, nil, startWork, argument.toOpaque()) == 0 else {
      argument.release()
      break
    }
    #if canImport(Darwin)
      if let thread { others.append(thread) }
    #else
      others.append(thread)
    #endif
  }
  body()
  for thread in others { pthread_join(thread, nil) }
}

private final class TogetherWork: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

#if canImport(Darwin)
  private func startWork(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<TogetherWork>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
#else
  private func startWork(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    Unmanaged<TogetherWork>.fromOpaque(argument).takeRetainedValue().body()
    return nil
  }
#endif
