import LossLab
import LossPlot
import Testing

@testable import LossFiles

/// A file of safetensors with this header, then these bytes.
func safetensors(_ header: String, _ numbers: [UInt8]) -> [UInt8] {
  let text = Array(header.utf8)
  return (0..<8).map { UInt8(text.count >> (8 * $0) & 255) } + text + numbers
}

struct SafetensorsTests {
  private let scratch: Scratch
  private let floats: [UInt8] = [0, 0, 128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, 128, 64]

  init() throws {
    scratch = try Scratch()
  }

  private func read(_ bytes: [UInt8], labels: String? = nil) throws -> SampleFile {
    let path = try scratch.write(bytes, to: "x.safetensors")
    return try SampleFile.read(path, labels: labels, for: .training)
  }

  private func message(_ header: String, _ numbers: [UInt8]) -> String {
    do {
      _ = try read(safetensors(header, numbers))
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func arraysAreReadByTheirTypes() throws {
    let header = """
      {"__metadata__": {"format": "pt"},
       "features": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 16]},
       "labels": {"dtype": "I64", "shape": [2], "data_offsets": [16, 32]}}
      """
    let labels: [UInt8] = [7, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]
    let file = try read(safetensors(header, floats + labels))
    #expect(file.numbers == .floats(Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 4])))
    #expect(file.labels == ClassLabels(names: ["3", "7"], indices: [1, 0]))
  }

  @Test func brainFloatsAreTheUpperHalfOfFloats() throws {
    let header = """
      {"x": {"dtype": "BF16", "shape": [2, 2], "data_offsets": [0, 8]},
       "y": {"dtype": "U8", "shape": [2], "data_offsets": [8, 10]}}
      """
    let file = try read(safetensors(header, [128, 63, 0, 64, 64, 64, 128, 192, 0, 1]))
    #expect(file.numbers == .floats(Matrix(rows: 2, columns: 2, elements: [1, 2, 3, -4])))
  }

  @Test(arguments: [
    (#"{"x": {"dtype": "F32", "shape": [2, 2], "data_offsets": [0, 99]}}"#, "is said to lie at"),
    (#"{"x": {"dtype": "F32", "shape": [2, 2], "data_offsets": [8, 4]}}"#, "is said to lie at"),
    (#"{"x": {"dtype": "F32", "shape": [9, 2], "data_offsets": [0, 16]}}"#, "is said to lie at"),
    (
      #"{"x": {"dtype": "F64", "shape": [99999999999999, 99999999999999], "data_offsets": [0, 16]}}"#,
      "too large"
    ),
    (#"{"x": {"dtype": "Q4", "shape": [2, 2], "data_offsets": [0, 16]}}"#, "numbers of type Q4"),
    (#"{"x": {"dtype": "F32", "shape": [2, -2], "data_offsets": [0, 16]}}"#, "has no dtype, shape"),
    (#"{"x": 5}"#, "has no dtype, shape"), (#"{ }"#, "holds no array"),
    (
      #"{"x": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}, "y": {"dtype": "F32", "shape": [2], "data_offsets": [4, 12]}}"#,
      "overlap"
    ),
  ])
  func aHostileHeaderIsRefused(header: String, expected: String) {
    #expect(message(header, floats).contains(expected), "\(message(header, floats))")
  }

  @Test func aHeaderLongerThanTheFileIsRefused() throws {
    #expect {
      try read([255, 255, 255, 255, 0, 0, 0, 0] + Array("{\"x\"".utf8))
    } throws: { error in
      "\(error)".contains("a header of 4294967295 bytes in a file of 12")
    }
  }
}
