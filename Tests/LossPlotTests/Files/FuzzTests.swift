import LossLab
import LossPlot
import Testing

@testable import LossFiles
@testable import LossScene

/// Bytes cut short and changed at random: a reader answers or throws a `FileError`, and never traps.
struct FuzzTests {
  private func damage(_ bytes: [UInt8], using generator: inout SplitMix64) -> [UInt8] {
    var damaged = bytes
    if generator.index(below: 3) == 0, !damaged.isEmpty {
      damaged = Array(damaged[..<generator.index(below: damaged.count)])
    }
    // Mostly in the header, where the lies are.
    for _ in 0..<generator.index(below: 5) where !damaged.isEmpty {
      let reach = generator.index(below: 2) == 0 ? min(128, damaged.count) : damaged.count
      let interesting: [UInt8] = [0, 1, 127, 128, 255, 10, 39, 44, 48, 57]
      damaged[generator.index(below: reach)] =
        generator.index(below: 2) == 0
        ? UInt8(truncatingIfNeeded: generator.next())
        : interesting[generator.index(below: interesting.count)]
    }
    return damaged
  }

  /// Reads 400 damaged copies; how many were refused.
  private func refusals(_ bytes: [UInt8], by reader: (ByteStream) throws -> Void) throws -> Int {
    var generator = SplitMix64(seed: 11)
    var refusals = 0
    for _ in 0..<400 {
      let damaged = damage(bytes, using: &generator)
      do {
        try reader(ByteStream(RawBytes(damaged, name: "x")))
      } catch is FileError {
        refusals += 1
      }
    }
    return refusals
  }

  @Test func idxFiles() throws {
    let file = idx([3, 4, 5], [UInt8](repeating: 7, count: 60))
    #expect(try refusals(file) { _ = try NumpyArray.read($0) } > 100)
    #expect(try refusals(deflated(file)) { _ = try NumpyArray.read($0) } > 100)
  }

  @Test(arguments: ["<f4", ">f8", "<f2", "|u1", "<i8", "|b1"])
  func numpyArrays(type: String) throws {
    let size = type.last?.wholeNumberValue ?? 1
    for fortran in [false, true] {
      let file = npy(type, "(3, 4)", fortran: fortran, [UInt8](repeating: 1, count: 12 * size))
      #expect(try refusals(file) { _ = try NumpyArray.read($0) } > 100)
    }
  }

  @Test(arguments: ["<i8", "<U3", "|S5"])
  func numpyLabels(type: String) throws {
    let size = (type.last?.wholeNumberValue ?? 1) * (type.contains("U") ? 4 : 1)
    let file = npy(type, "(6,)", [UInt8](repeating: 65, count: 6 * size))
    #expect(try refusals(file) { _ = try NumpyArray.readLabels($0) } > 100)
  }

  @Test(arguments: [false, true])
  func archives(deflate: Bool) throws {
    let array = npy("<f4", "(2, 2)", [UInt8](repeating: 3, count: 16))
    let file = zip([("x.npy", array), ("y.npy", npy("|u1", "(2,)", [0, 1]))], deflate: deflate)
    let scratch = try Scratch()
    var generator = SplitMix64(seed: 12)
    for _ in 0..<300 {
      let path = try scratch.write(damage(file, using: &generator), to: "a.npz")
      do {
        let archive = try NumpyArchive(path: path)
        for name in archive.names {
          _ = try archive.array(named: name)
          _ = try archive.labels(named: name)
        }
      } catch {}
    }
  }

  @Test func tables() throws {
    let text = Array("label,x,y\nanna,1,2.5e3\n\"b,c\",-3,nan\nanna,.5,1e-7\n".utf8)
    #expect(
      try refusals(text) {
        _ = try LabelledTable.read($0, labels: .automatic, allowsGaps: true)
      } > 50)
    _ = try refusals(text) { _ = try ClassLabels.read($0) }
  }

  @Test func runsAndGoldenFiles() throws {
    let run = Array(try RunDocument(run: smallRun()).bytes(version: "1"))
    var generator = SplitMix64(seed: 13)
    for _ in 0..<150 {
      do {
        _ = try RunDocument(parsing: damage(run, using: &generator), path: "x")
      } catch {}
    }
    let golden = Array(
      #"{"loss":"softmax","cases":[{"id":"a","x":[[1,2]],"W":[[1,0],[0,1]],"y":[0]}]}"#.utf8)
    for _ in 0..<300 {
      do {
        _ = try GoldenFile(parsing: damage(golden, using: &generator), path: "x")
      } catch {}
    }
  }
}
