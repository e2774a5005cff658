import CLibrary
import SystemFacts

/// How much more memory this process may take, and what sets the limit.
package struct MemoryRoom: Equatable, Sendable {
  /// In bytes.
  package let bytes: Double
  package let limit: Limit

  package enum Limit: Equatable, Sendable {
    /// `ulimit -v` or `ulimit -d`.
    case process
    /// The control group of a container or a job.
    case group
    /// Of the machine what is not in use.
    case machine
  }

  /// All memory of the machine in bytes, used or not; infinite where nobody knows.
  package static var wholeMachine: Double {
    let all = systemMemory()
    return all > 0 ? all : .infinity
  }

  /// The least of what process, control group and machine leave.
  package static var ofThisProcess: MemoryRoom {
    let system = SystemMemory(root: "")
    var least = MemoryRoom(bytes: system.machine, limit: .machine)
    if let group = system.group, group < least.bytes {
      least = MemoryRoom(bytes: group, limit: .group)
    }
    if !canMap(least.bytes) {
      least = MemoryRoom(bytes: largestMap(below: least.bytes), limit: .process)
    }
    return least
  }

  /// Whether the system would hand out so many bytes in one piece, asked by trying it.
  ///
  /// No page of them is touched. What limits a process counts more than its own memory, so that
  /// adding up what it has would be a guess.
  private static func canMap(_ bytes: Double) -> Bool {
    guard bytes < 1e15 else { return false }
    let size = max(1, Int(bytes))
    let flags = MAP_PRIVATE | Int32(MAP_ANON) | reserveNothing
    let place = mmap(nil, size, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard place != MAP_FAILED else { return false }
    munmap(place, size)
    return true
  }

  #if canImport(Glibc)
    private static let reserveNothing = Int32(MAP_NORESERVE)
  #else
    private static let reserveNothing: Int32 = 0
  #endif

  private static func largestMap(below bytes: Double) -> Double {
    var (low, high) = (0.0, min(bytes, 1e15))
    while high - low > 1e6 {
      let middle = (low + high) / 2
      if canMap(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// Asks for memory before it is taken.
  ///
  /// - Parameters:
  ///   - bytes: about how many; little is never refused here.
  ///   - what: they are for: `these sizes`.
  ///   - hint: how to need less.
  /// - Throws: `MemoryShortage`.
  package static func check(
    _ bytes: Double, for what: String, hint: String
  ) throws(MemoryShortage) {
    // Asking costs a few system calls and files; what is small is left to the allocator.
    guard bytes > 16e6 else { return }
    let room = ofThisProcess
    guard bytes > room.bytes else { return }
    throw MemoryShortage(what: what, needed: bytes, room: room, hint: hint)
  }
}

/// There is less memory than is needed.
package struct MemoryShortage: Error, Equatable, Sendable {
  /// What it is needed for.
  package let what: String
  /// In bytes, about.
  package let needed: Double
  package let room: MemoryRoom
  package let hint: String
}

extension MemoryShortage: CustomStringConvertible {
  package var description: String {
    let there =
      switch room.limit {
      case .process: "this process may take only \(Self.size(room.bytes)) more (ulimit -v)"
      case .group: "its control group leaves \(Self.size(room.bytes))"
      case .machine: "this machine has \(Self.size(room.bytes)) free"
      }
    return "about \(Self.size(needed)) of memory are needed for \(what), and \(there)"
  }

  /// `350 MB`, `12 GB`.
  package static func size(_ bytes: Double) -> String {
    guard bytes < 1e17 else { return "more than any machine's" }
    if bytes < 9.95e9 && bytes >= 0.95e9 { return "\(Double(Int(bytes / 1e8)) / 10) GB" }
    return bytes < 1e9 ? "\(Int(bytes / 1e6)) MB" : "\(Int(bytes / 1e9)) GB"
  }
}
