import CLibrary

/// What the system says of memory.
struct SystemMemory {
  /// In front of `/proc` and `/sys`; empty but for tests.
  let root: String

  /// Bytes of the machine that are not in use, or that it can free.
  var machine: Double {
    if let free = field("MemAvailable:", of: lines("/proc/meminfo")) { return 1024 * free }
    return MemoryRoom.wholeMachine
  }

  /// Bytes that the control groups of this process leave, each of which may set a limit; `nil`
  /// where none does.
  var group: Double? {
    var least: Double?
    for line in lines("/proc/self/cgroup") {
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let names: GroupFiles
      if fields[0] == "0", fields[1].isEmpty {
        names = .second
      } else if fields[1].split(separator: ",").contains("memory") {
        names = .first
      } else {
        continue
      }
      for folder in Self.foldersUp(String(fields[2])) {
        guard let left = left(in: names.root + folder, names) else { continue }
        least = min(least ?? left, left)
      }
    }
    return least
  }

  /// The two versions of control groups: where they are, and the files of each.
  private struct GroupFiles {
    let root: String
    let limit: String
    let usage: String
    let cache: String

    static let first = GroupFiles(
      root: "/sys/fs/cgroup/memory", limit: "memory.limit_in_bytes",
      usage: "memory.usage_in_bytes", cache: "total_inactive_file")
    static let second = GroupFiles(
      root: "/sys/fs/cgroup", limit: "memory.max", usage: "memory.current",
      cache: "inactive_file")
  }

  /// `/a/b`, `/a` and the root, which inside a container is the container's own group.
  static func foldersUp(_ path: String) -> [String] {
    let parts = path.split(separator: "/")
    return (0...parts.count).reversed().map { count in
      parts.prefix(count).map { "/\($0)" }.joined()
    }
  }

  private func left(in folder: String, _ names: GroupFiles) -> Double? {
    // The largest number stands for none.
    guard let limit = number(folder + "/" + names.limit), limit < 1e18 else { return nil }
    let usage = number(folder + "/" + names.usage) ?? 0
    // What files left in memory is let go when it is wanted.
    let cache = field(names.cache, of: lines(folder + "/memory.stat")) ?? 0
    return max(0, limit - max(0, usage - cache))
  }

  private func number(_ path: String) -> Double? {
    lines(path).first.flatMap { Double($0) }
  }

  /// The first number behind a word at a line's start.
  private func field(_ name: String, of lines: [Substring]) -> Double? {
    for line in lines {
      let words = line.split(separator: " ")
      if words.count > 1, words[0] == name { return Double(words[1]) }
    }
    return nil
  }

  /// Of a small file; none where it cannot be read.
  private func lines(_ path: String) -> [Substring] {
    let descriptor = open(root + path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    guard count > 0 else { return [] }
    return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
  }
}
