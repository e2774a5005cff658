import CLibrary
import LossPlot
import ProcessHooks

/// Where the system gives no more: stack, threads, memory.
extension ThisProcess {
  /// Bytes of stack of a thread; drawing and training need a quarter of it.
  static let threadStack = 1 << 21
  /// Bytes of stack of the first thread, where nobody limits it.
  private static let usualStack = 1 << 23
  /// Below it a picture may not be finished.
  private static let leastStack = 1 << 20

  /// Calls `body` here, or on a thread of its own where the stack is limited to less than it needs.
  static func withEnoughStack(_ body: @escaping @convention(c) () -> Void) {
    var limit = rlimit()
    #if canImport(Darwin)
      let isKnown = getrlimit(RLIMIT_STACK, &limit) == 0
    #else
      let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
    #endif
    guard isKnown, limit.rlim_cur < rlim_t(leastStack) else { return body() }
    if processRunOnStack(usualStack, body) == 0 {
      end(
        "a stack of \(limit.rlim_cur >> 10) kB is too small, and there is no thread to be had",
        hint: "ulimit -s \(leastStack >> 10)")
    }
  }

  /// Called by the allocator: nothing here may allocate or take a lock.
  static func endWithoutMemory(wanted bytes: Int) -> Never {
    TemporaryFiles.removeAll()
    TerminalState.leave()
    say("lossviz: error: the system gives no more memory: ")
    var value = bytes < 1 << 20 ? bytes >> 10 : bytes >> 20
    let unit: StaticString = bytes < 1 << 20 ? " kB" : " MB"
    if value == 0 { value = 1 }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(value % 10)
        value /= 10
      } while value > 0
      write(2, digits.baseAddress?.advanced(by: start), digits.count - start)
    }
    say(unit)
    say(" were refused\n  hint: allow it more (ulimit -v, the limits of the job), ")
    say("or give it less to do\n")
    _exit(CommandStatus.failure.rawValue)
  }

  /// Called where a library would abort.
  static func endWithoutThreads() -> Never {
    end("the system gives no thread, and text cannot be set without one", hint: "raise ulimit -u")
  }

  private static func end(_ message: String, hint: String) -> Never {
    TemporaryFiles.removeAll()
    TerminalState.leave()
    Complaint(status: .failure, message: message, hint: hint).write(to: console.messages)
    _exit(CommandStatus.failure.rawValue)
  }

  private static func say(_ text: StaticString) {
    write(2, text.utf8Start, text.utf8CodeUnitCount)
  }
}
