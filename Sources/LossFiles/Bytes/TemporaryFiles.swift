import CLibrary
import Synchronization

/// The temporary files that are being written now, so that a signal handler can remove them.
///
/// The paths lie in memory that is made once and never moves: a handler may neither allocate nor
/// wait for a lock.
package final class TemporaryFiles: Sendable {
  /// Those of `writeWhole`.
  static let ofThisProcess = TemporaryFiles()

  private static let places = 64
  private static let longestPath = 4096
  /// A bit for each place that somebody has.
  private let taken = Atomic<UInt64>(0)
  /// A bit for each place whose path is written and whose file may exist.
  private let live = Atomic<UInt64>(0)
  private nonisolated(unsafe) let paths: UnsafeMutablePointer<CChar>

  init() {
    let count = TemporaryFiles.places * TemporaryFiles.longestPath
    paths = .allocate(capacity: count)
    paths.initialize(repeating: 0, count: count)
  }

  deinit {
    paths.deallocate()
  }

  /// Makes the memory, so that `removeAll` has nothing left to do but remove.
  ///
  /// To be called before a signal handler is set.
  package static func prepare() {
    _ = ofThisProcess
  }

  /// Removes every file that `writeWhole` is writing; a signal handler may call it.
  package static func removeAll() {
    ofThisProcess.removeNoted()
  }

  func removeNoted() {
    let bits = live.load(ordering: .acquiring)
    for place in 0..<TemporaryFiles.places where bits & (1 << UInt64(place)) != 0 {
      unlink(paths + place * TemporaryFiles.longestPath)
    }
  }

  /// Notes a path.
  ///
  /// - Returns: what `forget` wants; `nil` where there is no room, and the file is then written
  ///   unnoted.
  func note(_ path: String) -> Int? {
    guard path.utf8.count < TemporaryFiles.longestPath, let place = take() else { return nil }
    let target = paths + place * TemporaryFiles.longestPath
    for (offset, byte) in path.utf8.enumerated() { target[offset] = CChar(bitPattern: byte) }
    target[path.utf8.count] = 0
    live.bitwiseOr(1 << UInt64(place), ordering: .releasing)
    return place
  }

  func forget(_ place: Int?) {
    guard let place else { return }
    live.bitwiseAnd(~(1 << UInt64(place)), ordering: .releasing)
    taken.bitwiseAnd(~(1 << UInt64(place)), ordering: .releasing)
  }

  private func take() -> Int? {
    var bits = taken.load(ordering: .acquiring)
    while bits != .max {
      let place = (~bits).trailingZeroBitCount
      let (done, seen) = taken.compareExchange(
        expected: bits, desired: bits | 1 << UInt64(place), ordering: .acquiringAndReleasing)
      if done { return place }
      bits = seen
    }
    return nil
  }
}
