import LossLab
import LossPlot
import Testing

@testable import LossFiles
@testable import LossScene

/// A `.npy` file with a header of our choice.
func npy(_ header: String, _ data: [UInt8], version: UInt8 = 1) -> [UInt8] {
  let count = header.utf8.count
  var bytes: [UInt8] = [0x93] + Array("NUMPY".utf8) + [version, 0]
  let lengthSize = version == 1 ? 2 : 4
  for index in 0..<lengthSize { bytes.append(UInt8(count >> (8 * index) & 255)) }
  return bytes + Array(header.utf8) + data
}

func npy(_ type: String, _ shape: String, fortran: Bool = false, _ data: [UInt8]) -> [UInt8] {
  npy(
    "{'descr': '\(type)', 'fortran_order': \(fortran ? "True" : "False"), 'shape': \(shape), }\n",
    data)
}

func little<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
  numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
}

private func big<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
  numbers.flatMap { number in withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}

struct NumpyTests {
  private func read(_ bytes: [UInt8]) throws -> NumpyArray {
    try NumpyArray.read(ByteStream(RawBytes(bytes, name: "x.npy")))
  }

  private func labels(_ bytes: [UInt8]) throws -> ClassLabels {
    try NumpyArray.readLabels(ByteStream(RawBytes(bytes, name: "y.npy")))
  }

  private func message(_ bytes: [UInt8]) -> String {
    do {
      _ = try read(bytes)
      return ""
    } catch {
      return "\(error)"
    }
  }

  private let six: [Float] = [0.5, -1, 2, 3.25, 1e-3, 6]

  @Test func floatsAreReadAsTheyAre() throws {
    let array = try read(npy("<f4", "(2, 3)", little(six.map { $0.bitPattern })))
    #expect(array.matrix == .floats(Matrix(rows: 2, columns: 3, elements: six)))
    #expect(array.shape == [2, 3])
  }

  @Test func bigEndianIsTurned() throws {
    let array = try read(npy(">f4", "(2, 3)", big(six.map { $0.bitPattern })))
    #expect(array.matrix == .floats(Matrix(rows: 2, columns: 3, elements: six)))
  }

  @Test func doublesStayDoubles() throws {
    let values = [0.1, -2e300, .leastNonzeroMagnitude, 4]
    let array = try read(npy("<f8", "(4, 1)", little(values.map { $0.bitPattern })))
    #expect(array.matrix == .doubles(Matrix(rows: 4, columns: 1, elements: values)))
  }

  @Test func fortranOrderIsPutRight() throws {
    // Column by column: [[0.5, -1, 2], [3.25, 1e-3, 6]].
    let columns = [six[0], six[3], six[1], six[4], six[2], six[5]]
    let array = try read(
      npy("<f4", "(2, 3)", fortran: true, little(columns.map { $0.bitPattern })))
    #expect(array.matrix == .floats(Matrix(rows: 2, columns: 3, elements: six)))
  }

  @Test func fortranOrderInThreeDimensions() throws {
    // a[i][j][k] = 4i + 2j + k, first index fastest.
    let array = try read(npy("|u1", "(2, 2, 2)", fortran: true, [0, 4, 2, 6, 1, 5, 3, 7]))
    #expect(
      array.matrix == .bytes(Matrix(rows: 2, columns: 4, elements: [0, 1, 2, 3, 4, 5, 6, 7])))
    #expect(array.shape == [2, 2, 2])
  }

  @Test func halfPrecisionIsExact() throws {
    // 1, −2, 65504, the smallest subnormal, the largest subnormal, 0.333251953125, −0.
    let words: [UInt16] = [0x3c00, 0xc000, 0x7bff, 0x0001, 0x03ff, 0x3555, 0x8000]
    let array = try read(npy("<f2", "(7,)", little(words)))
    #expect(
      array.matrix
        == .floats(
          Matrix(
            rows: 7, columns: 1,
            elements: [1, -2, 65504, 0x1p-24, 0x1.ff8p-15, 0.333251953125, -0.0])))
    #expect(Double(halfPrecision: 0x7c00) == .infinity)
    #expect(Double(halfPrecision: 0xfc00) == -.infinity)
    #expect(Double(halfPrecision: 0x7e00).isNaN)
  }

  @Test func integersAreRead() throws {
    #expect(
      try read(npy("|i1", "(2, 1)", [255, 3])).matrix
        == .floats(Matrix(rows: 2, columns: 1, elements: [-1, 3])))
    #expect(
      try read(npy("<u2", "(2, 1)", little([UInt16(65535), 1]))).matrix
        == .floats(Matrix(rows: 2, columns: 1, elements: [65535, 1])))
    #expect(
      try read(npy(">i8", "(1, 2)", big([Int64(-5), 1 << 40]))).matrix
        == .doubles(Matrix(rows: 1, columns: 2, elements: [-5, 0x1p40])))
    #expect(
      try read(npy("|b1", "(1, 2)", [0, 1])).matrix
        == .floats(Matrix(rows: 1, columns: 2, elements: [0, 1])))
  }

  /// Features keep the width of their file, in whatever order they lie there.
  @Test(arguments: [false, true])
  func featuresOfTwoBytesStayTwoBytes(fortran: Bool) throws {
    let halves: [UInt16] = [0x3c00, 0xc000, 0x3555, 0x0001]
    let order = fortran ? [0, 2, 1, 3] : [0, 1, 2, 3]
    for (type, data) in [
      ("<f2", little(order.map { halves[$0] })), (">f2", big(order.map { halves[$0] })),
    ] {
      let array = try features(npy(type, "(2, 2)", fortran: fortran, data))
      guard case .coded(let matrix) = array.matrix, case .words(let words) = matrix.codes else {
        Issue.record("\(type) is read as something else")
        continue
      }
      #expect(words.elements == halves)
      #expect(matrix.floats(0..<2) == [1, -2, 0.333251953125, 0x1p-24])
    }
  }

  @Test func integersOfFeaturesKeepTheirValues() throws {
    for (type, data, expected) in [
      ("|i1", [255, 3], [-1, 3]), ("|u1", [255, 3], [255, 3]),
      ("<u2", little([UInt16(65535), 1]), [65535, 1]),
      (">i2", big([Int16(-2), 1]), [-2, 1]), ("<i4", little([Int32(-70000), 1]), [-70000, 1]),
    ] as [(String, [UInt8], [Double])] {
      let array = try features(npy(type, "(1, 2)", data))
      #expect(array.matrix.doubles.elements == expected, "\(type)")
    }
  }

  @Test func manyDoublesAreReadAsFloats() throws {
    let bytes = npy("<f8", "(3, 1)", little([0.1, 2, 3].map { $0.bitPattern }))
    let array = try NumpyArray.readFeatures(
      ByteStream(RawBytes(bytes, name: "x.npy")), narrowingAbove: 2)
    #expect(array.matrix == .floats(Matrix(rows: 3, columns: 1, elements: [0.1, 2, 3])))
    #expect(
      try features(bytes).matrix == .doubles(Matrix(rows: 3, columns: 1, elements: [0.1, 2, 3])))
  }

  @Test(arguments: ["|b1", "<c8", "<c16", "<M8[s]", "|O", "|V8", "<f16"])
  func featuresThatAreNoNumbersAreRefused(type: String) {
    #expect(throws: FileError.self) {
      try features(npy(type, "(1, 2)", Array(repeating: 1, count: 64)))
    }
  }

  private func features(_ bytes: [UInt8]) throws -> NumpyArray {
    try NumpyArray.readFeatures(
      ByteStream(RawBytes(bytes, name: "x.npy")), narrowingAbove: nil)
  }

  @Test(arguments: [UInt8(1), 2, 3])
  func allVersionsAreRead(version: UInt8) throws {
    let header = "{\"shape\": (1,2), 'descr':'<f4' , 'fortran_order': False}   \n"
    let array = try read(npy(header, little([Float(1).bitPattern, 0]), version: version))
    #expect(array.matrix == .floats(Matrix(rows: 1, columns: 2, elements: [1, 0])))
  }

  @Test func labelsAreNumbersOrTexts() throws {
    #expect(
      try labels(npy("<i8", "(3,)", little([Int64(7), -2, 7])))
        == ClassLabels(names: ["-2", "7"], indices: [1, 0, 1]))
    #expect(
      try labels(npy("<f4", "(2, 1)", little([Float(3).bitPattern, Float(1).bitPattern])))
        == ClassLabels(names: ["1", "3"], indices: [1, 0]))
    let text = "bäanna\0".unicodeScalars.map { $0.value }
    #expect(
      try labels(npy("<U4", "(2,)", little([text[0], text[1], 0, 0] + text[2..<6])))
        == ClassLabels(names: ["anna", "bä"], indices: [1, 0]))
    #expect(
      try labels(npy("|S2", "(2,)", Array("ka\u{6d}\0".utf8)))
        == ClassLabels(names: ["ka", "m"], indices: [0, 1]))
  }

  @Test(arguments: [
    (npy("|O", "(2,)", [1, 2, 3]), "an array of Python objects"),
    (npy("<c8", "(1,)", [0, 0, 0, 0, 0, 0, 0, 0]), "numbers of type '<c8'"),
    (npy("<U3", "(1,)", [UInt8](repeating: 0, count: 12)), "expected numbers, found texts"),
    (npy("<f4", "()", [0, 0, 0, 0]), "an array of shape ()"), (npy("<f4", "(0, 3)", []), "0 × 3"),
    (npy("<f4", "(2,)", [0, 0, 0, 0]), "ends 4 bytes before the end of the 2 array"),
    (npy("<f2", "(2,)", [0, 0]), "ends 2 bytes before the end of the 2 array"),
    (npy("<f4", "(1,)", [0, 0, 0, 0, 9]), "more bytes follow"),
    (npy("<f4", "(99999999999, 99999999999)", [1]), "a shape of too many numbers"),
    (npy("<f4", "(16777216, 160)", [1]), "bytes before the end"),
    (npy("{'descr': '<f4', 'shape': (1,)}", []), "one of descr, fortran_order and shape"),
    (npy("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,)}", []), "records"),
    (npy("{'descr': '<f4", []), "without its closing quote"), (npy("", []), "expected '{'"),
    (npy("{'x': 1}", []), "an unknown key 'x'"), (npy("", [], version: 9), "found 9"),
    (Array("PK\u{3}\u{4}xxxxxxxx".utf8), "not a NumPy file"), ([0x93], "the NumPy header"),
  ])
  func aFaultIsNamed(bytes: [UInt8], expected: String) {
    #expect(message(bytes).contains(expected), "\(message(bytes))")
  }

  @Test func aHeaderOfTenGigabytesTakesNoMemory() {
    var bytes = npy("{", [], version: 2)
    bytes.replaceSubrange(8..<12, with: [255, 255, 255, 255])
    #expect(message(bytes).contains("byte 8: a header of 4294967295 bytes"), "\(message(bytes))")
    let lying = npy("<f8", "(1250000000, 1)", [UInt8](repeating: 0, count: 1000))
    #expect(message(lying).contains("ends 9999999000 bytes before the end"))
    #expect(message(deflated(lying)).contains("cannot be in a compressed file of this size"))
    let turned = npy("<f8", "(625000000, 2)", fortran: true, [0, 0, 0])
    #expect(message(turned).contains("bytes before the end"))
  }

  @Test func whatWeWriteIsWhatNumPyWrites() {
    // numpy.save of [[1.5, -2.0]], as xxd shows it.
    let header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }"
    let padding = String(repeating: " ", count: 117 - header.utf8.count) + "\n"
    let expected: [UInt8] =
      [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0] + Array((header + padding).utf8)
      + [0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0]
    #expect(numpyFile(Matrix(rows: 1, columns: 2, elements: [1.5, -2])) == expected)
  }
}
