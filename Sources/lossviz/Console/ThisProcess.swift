import CLibrary
import LossPlot
import ProcessHooks

/// The process as the system sees it: streams, environment, signals, exit.
enum ThisProcess {
  /// Signals and closed streams, before anything is opened.
  static func prepare() {
    // A file opened later would take the number of a stream that is closed, and its bytes with it.
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY)
    }
    // Writing answers instead: EPIPE, and EFBIG where a file would be larger than allowed.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    TemporaryFiles.prepare()
    TerminalState.prepare()
    // Who starts programs from a thread of a pool hands its blocked signals down to them.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in endingSignals {
      handle(number)
      sigaddset(&signals, number)
    }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    processEndsWithoutMemory { ThisProcess.endWithoutMemory(wanted: $0) }
    processEndsWithoutThreads { ThisProcess.endWithoutThreads() }
    processSetThreadStack(threadStack)
  }

  /// Those that would end the process as it stands, but for faults of the program itself.
  private static let endingSignals: [Int32] = {
    let everywhere = [
      SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    ]
    #if os(Linux)
      return everywhere + [SIGIO, SIGPWR, SIGSTKFLT]
    #else
      return everywhere
    #endif
  }()

  /// Ends at that signal with nothing half-written, unless it was to be ignored (`nohup`, `&`).
  private static func handle(_ number: Int32) {
    var old = sigaction()
    sigaction(number, nil, &old)
    #if canImport(Darwin)
      let isIgnored = old.__sigaction_u.__sa_handler == SIG_IGN
    #else
      let isIgnored = unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1
    #endif
    guard !isIgnored else { return }
    signal(number) { number in
      // Nothing here may allocate or take a lock.
      TemporaryFiles.removeAll()
      TerminalState.leave()
      if isatty(2) == 1 {
        var newline = UInt8(ascii: "\n")
        write(2, &newline, 1)
      }
      _exit(128 + number)
    }
  }

  /// The words after the program's name.
  static var arguments: [String] {
    let count = Int(processArgumentCount())
    return (1..<max(1, count)).compactMap { index in
      processArgument(Int32(index)).map { String(cString: $0) }
    }
  }

  static var console: Console {
    Console(
      output: TextStream(isTerminal: isatty(1) == 1) { try writeWhole($0, to: "-") },
      messages: TextStream(isTerminal: isatty(2) == 1) { writeMessage($0) },
      terminal: ThisTerminal.terminal)
  }

  static var environment: Environment {
    Environment { name in getenv(name).map { String(cString: $0) } }
  }

  static func exit(_ status: CommandStatus) -> Never {
    CLibrary.exit(status.rawValue)
  }

  /// A message that nobody can read must not stop the work.
  private static func writeMessage(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return
      }
    }
  }
}
