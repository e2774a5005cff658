import LossPlot
import Synchronization
import Testing

/// What a watch was told.
private final class Reports: Sendable {
  private let all = Mutex<[ReadingWatch.Progress]>([])

  func add(_ progress: ReadingWatch.Progress) { all.withLock { $0.append(progress) } }
  var list: [ReadingWatch.Progress] { all.withLock { $0 } }
}

struct ReadingWatchTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func read(
    _ path: String, limit: Int?, reports: Reports = Reports()
  ) throws -> Int {
    let watch = ReadingWatch(inflateLimit: limit) { reports.add($0) }
    return try ReadingWatch.$current.withValue(watch) { try readFile(path).count }
  }

  @Test func whatCompressedDataMaySwellToIsTheWatchs() throws {
    let path = try scratch.write(
      deflated([UInt8](repeating: 7, count: 3_000_000), bits: 31), to: "a.gz")
    #expect(try read(path, limit: nil) == 3_000_000)
    #expect(try read(path, limit: 3_000_000) == 3_000_000)
    let error = #expect(throws: FileError.self) { try read(path, limit: 2_000_000) }
    #expect(error?.description.contains("swells to more than 2 MB") == true)
    #expect(error?.hint.contains("LOSSVIZ_INFLATE_LIMIT") == true)
  }

  @Test func progressIsThatOfTheFileAndEndsWithIt() throws {
    let reports = Reports()
    let path = try scratch.write([UInt8](repeating: 65, count: 5_000_000), to: "a.txt")
    #expect(try read(path, limit: nil, reports: reports) == 5_000_000)
    let list = reports.list
    #expect(list.count >= 2 && list.last?.isFinished == true)
    #expect(list.allSatisfy { $0.path == path && $0.size == 5_000_000 && $0.read <= 5_000_000 })
    #expect(list.dropLast().allSatisfy { !$0.isFinished })
  }

  @Test func aSmallFileIsNotReported() throws {
    let reports = Reports()
    _ = try read(try scratch.write("1,2\n", to: "a.csv"), limit: nil, reports: reports)
    #expect(reports.list.isEmpty)
  }
}
