import LossLab

/// An array of a `.npy` file or of an entry of a `.npz` archive.
public struct NumpyArray: Sendable {
  public let shape: [Int]
  /// The first dimension as rows, all others together as columns.
  public let matrix: NumericMatrix

  /// Reads numbers; an array of one dimension is one column.
  public static func read(_ path: String) throws(FileError) -> NumpyArray {
    try read(ByteStream(path: path))
  }

  /// - Parameter rowLimit: with more rows than this, `Float` is precise enough; `nil` for never.
  static func read(
    _ stream: ByteStream, narrowingAbove rowLimit: Int? = nil
  ) throws(FileError) -> NumpyArray {
    let header = try NumpyHeader.read(stream)
    guard let rows = header.shape.first, header.count > 0 else {
      throw stream.malformed("an array of shape \(shapeText(header.shape))")
    }
    let columns = header.count / rows
    let what = "the \(shapeText(header.shape)) array"
    let matrix: NumericMatrix
    if let rowLimit, rows > rowLimit, header.element.isNarrowed {
      let decoder = NumpyDecoder(header: header, rows: rows, columns: columns, what: what)
      matrix = .floats(try decoder.matrix(stream) { Float($0) })
    } else {
      matrix = try numbers(stream, header, rows: rows, columns: columns, of: what)
    }
    try stream.expectEnd(after: what)
    return NumpyArray(shape: header.shape, matrix: matrix)
  }

  /// Reads class labels: whole numbers, or texts, one a sample.
  public static func readLabels(_ path: String) throws(FileError) -> ClassLabels {
    try readLabels(ByteStream(path: path))
  }

  static func readLabels(_ stream: ByteStream) throws(FileError) -> ClassLabels {
    let header = try NumpyHeader.read(stream)
    let shape = shapeText(header.shape)
    guard !header.shape.isEmpty, header.shape.contains(header.count), header.count > 0 else {
      throw stream.malformed(
        "expected one label a sample, found an array of shape \(shape)",
        hint: "save the labels as an array of one dimension")
    }
    var labels = LabelCollector()
    let size = header.element.size * (header.element.kind == .text ? 4 : 1)
    var read = 0
    while read < header.count {
      let count = min(header.count - read, max(1, (1 << 16) / size))
      let bytes = try stream.bytes(count * size, of: "the \(shape) labels")
      bytes.withUnsafeBytes { buffer in
        for place in 0..<count {
          labels.append(header.element, buffer, at: place * size)
        }
      }
      read += count
    }
    try stream.expectEnd(after: "the \(shape) labels")
    return labels.finish()
  }

  static func shapeText(_ shape: [Int]) -> String {
    shape.isEmpty ? "()" : shape.map { "\($0)" }.joined(separator: " × ")
  }

  private static func numbers(
    _ stream: ByteStream, _ header: NumpyHeader, rows: Int, columns: Int, of what: String
  ) throws(FileError) -> NumericMatrix {
    // In one go where the numbers lie in the file as they do in memory.
    let isForeign =
      header.element.isBigEndian && header.element.size > 1
      || header.isFortran && header.shape.count > 1
    switch (header.element.kind, header.element.size, isForeign) {
    case (.unsigned, 1, false):
      let elements: [UInt8] = try stream.elements(rows * columns, of: what)
      return .bytes(Matrix(rows: rows, columns: columns, elements: elements))
    case (.float, 4, false):
      let elements: [Float] = try stream.elements(rows * columns, of: what)
      return .floats(Matrix(rows: rows, columns: columns, elements: elements))
    case (.float, 8, false):
      let elements: [Double] = try stream.elements(rows * columns, of: what)
      return .doubles(Matrix(rows: rows, columns: columns, elements: elements))
    case (.bytes, _, _), (.text, _, _):
      throw stream.malformed("expected numbers, found texts", hint: "labels go to --labels")
    case (.unsigned, 1, true):
      let decoder = NumpyDecoder(header: header, rows: rows, columns: columns, what: what)
      return .bytes(try decoder.matrix(stream) { UInt8($0) })
    case (_, 1, _), (_, 2, _), (.float, 4, true):
      let decoder = NumpyDecoder(header: header, rows: rows, columns: columns, what: what)
      return .floats(try decoder.matrix(stream) { Float($0) })
    case (_, _, _):
      let decoder = NumpyDecoder(header: header, rows: rows, columns: columns, what: what)
      return .doubles(try decoder.matrix(stream) { $0 })
    }
  }
}

extension NumpyHeader.Element {
  /// Whether `Float` would lose digits of it.
  fileprivate var isNarrowed: Bool {
    switch kind {
    case .float: size == 8
    case .signed, .unsigned: size >= 4
    case .bool, .bytes, .text: false
    }
  }
}
