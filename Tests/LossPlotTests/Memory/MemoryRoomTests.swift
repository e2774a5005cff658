import LossPlot
import Testing

@testable import LossSystem

/// `/proc` and `/sys` of a machine that a test describes.
private struct MadeUpSystem {
  let scratch: Scratch
  let memory: SystemMemory

  init(_ files: [String: String]) throws {
    scratch = try Scratch()
    memory = SystemMemory(root: scratch.path)
    for (path, text) in files { try writeWhole(Array(text.utf8), to: scratch.file(path)) }
  }
}

struct MemoryRoomTests {
  @Test func theMachineHasWhatIsAvailable() throws {
    let system = try MadeUpSystem([
      "proc/meminfo": "MemTotal:  9000 kB\nMemFree:  10 kB\nMemAvailable:    3000 kB\n"
    ])
    #expect(system.memory.machine == 3_072_000)
    #expect(system.memory.group == nil)
  }

  @Test func withoutFilesTheSystemIsAsked() throws {
    let system = try MadeUpSystem([:])
    #expect(system.memory.machine > 1e8)
    #expect(system.memory.group == nil)
  }

  @Test func theTightestOfAllGroupsUpToTheRootCounts() throws {
    let system = try MadeUpSystem([
      "proc/self/cgroup": "0::/job/step\n",
      "sys/fs/cgroup/job/step/memory.max": "max\n",
      "sys/fs/cgroup/job/memory.max": "1000\n", "sys/fs/cgroup/job/memory.current": "700\n",
      "sys/fs/cgroup/job/memory.stat": "anon 5\ninactive_file 200\n",
      "sys/fs/cgroup/memory.max": "5000\n",
    ])
    #expect(system.memory.group == 500)
  }

  @Test func aContainerSeesItsOwnGroupAtTheRoot() throws {
    let system = try MadeUpSystem([
      "proc/self/cgroup": "0::/somewhere/else\n", "sys/fs/cgroup/memory.max": "5000\n",
      "sys/fs/cgroup/memory.current": "9000\n",
    ])
    #expect(system.memory.group == 0)
  }

  @Test func theFirstVersionOfGroupsHasOtherFiles() throws {
    let system = try MadeUpSystem([
      "proc/self/cgroup": "9:cpu,cpuacct:/a\n5:memory:/a:b\n1:name=systemd:/a\n",
      "sys/fs/cgroup/memory/a:b/memory.limit_in_bytes": "8000\n",
      "sys/fs/cgroup/memory/a:b/memory.usage_in_bytes": "3000\n",
      "sys/fs/cgroup/memory/a:b/memory.stat": "total_inactive_file 1000\n",
      "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
    ])
    #expect(system.memory.group == 6000)
  }

  @Test(arguments: ["", "x\n", "0::\n", "::::\n", "5:memory\n"])
  func whatIsNotUnderstoodSetsNoLimit(groups: String) throws {
    let system = try MadeUpSystem([
      "proc/self/cgroup": groups, "sys/fs/cgroup/memory.max": "much\n",
      "proc/meminfo": "MemAvailable:\n",
    ])
    #expect(system.memory.group == nil)
    #expect(system.memory.machine > 1e8)
  }

  @Test func whatFitsIsNotRefusedAndMoreIsWithBothNumbers() throws {
    try MemoryRoom.check(20e6, for: "they", hint: "")
    let error = #expect(throws: MemoryShortage.self) {
      try MemoryRoom.check(1e14, for: "these sizes", hint: "less")
    }
    let text = try #require(error?.description)
    #expect(text.hasPrefix("about 100000 GB of memory are needed for these sizes, and "))
    #expect(error?.hint == "less")
  }

  @Test func sizesAreSaidInTheirUnit() {
    #expect(MemoryShortage.size(123_456_789) == "123 MB")
    #expect(MemoryShortage.size(1.04e9) == "1.0 GB")
    #expect(MemoryShortage.size(12.9e9) == "12 GB")
    #expect(MemoryShortage.size(.infinity) == "more than any machine's")
  }
}
