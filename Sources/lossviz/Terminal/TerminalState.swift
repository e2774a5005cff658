import CLibrary
import Synchronization

/// What must be put right on the terminal before this process may end.
///
/// The old mode lies in memory that is made once: a signal handler may neither allocate nor wait
/// for a lock.
final class TerminalState: Sendable {
  static let ofThisProcess = TerminalState()

  /// Of the terminal whose mode is changed; -1 for none.
  private let changed = Atomic<Int32>(-1)
  private let isDrawing = Atomic<Bool>(false)
  private nonisolated(unsafe) let mode: UnsafeMutablePointer<termios>

  init() {
    mode = .allocate(capacity: 1)
    mode.initialize(to: termios())
  }

  deinit {
    mode.deallocate()
  }

  /// Makes the memory; to be called before a signal handler is set.
  static func prepare() {
    _ = ofThisProcess
  }

  /// Shows no longer what is typed, and hands it over at once.
  ///
  /// - Returns: whether the terminal does so.
  func silence(_ terminal: Int32) -> Bool {
    guard tcgetattr(terminal, mode) == 0 else { return false }
    changed.store(terminal, ordering: .sequentiallyConsistent)
    var silent = mode.pointee
    // Interrupt and quit stay keys of their own.
    silent.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(terminal, TCSANOW, &silent) == 0 else {
      changed.store(-1, ordering: .sequentiallyConsistent)
      return false
    }
    return true
  }

  /// As it was before `silence`.
  ///
  /// - Parameter discards: what nobody has read.
  func restore(discards: Bool) {
    let terminal = changed.exchange(-1, ordering: .sequentiallyConsistent)
    guard terminal >= 0 else { return }
    tcsetattr(terminal, discards ? TCSAFLUSH : TCSANOW, mode)
  }

  func whileDrawing(_ body: () throws -> Void) rethrows {
    isDrawing.store(true, ordering: .sequentiallyConsistent)
    defer { isDrawing.store(false, ordering: .sequentiallyConsistent) }
    try body()
  }

  /// Leaves the terminal as it was found; a signal handler may call it.
  static func leave() {
    let state = ofThisProcess
    state.restore(discards: true)
    guard state.isDrawing.load(ordering: .sequentiallyConsistent) else { return }
    // Cancel the sequence that is cut short, and the colors.
    var end: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (
      0x18, 0x1B, 0x5C, 0x1B, 0x5B, 0x30, 0x6D
    )
    write(1, &end, 7)
  }
}
