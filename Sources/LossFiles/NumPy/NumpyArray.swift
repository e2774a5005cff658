/// An array of a `.npy` file or of an entry of a `.npz` archive.
package struct NumpyArray: Sendable {
  package let shape: [Int]
  /// The first dimension as rows, all others together as columns.
  package let matrix: NumericMatrix

  /// Reads numbers; an array of one dimension is one column.
  package static func read(_ path: String) throws(FileError) -> NumpyArray {
    try read(ByteStream(path: path))
  }

  /// - Parameters:
  ///   - header: of a stream that stands at the first number; `nil` where it comes first.
  ///   - what: what the numbers are called in messages.
  static func read(
    _ stream: ByteStream, _ header: NumpyHeader? = nil, what: String? = nil
  ) throws(FileError) -> NumpyArray {
    try read(stream, header, what: what) { header, place throws(FileError) in
      try numbers(stream, header, place)
    }
  }

  /// Reads numbers in no more memory than the array takes in its file.
  ///
  /// - Parameter rowLimit: with more rows than this, `Float` is precise enough; `nil` for never.
  static func readFeatures(
    _ stream: ByteStream, _ header: NumpyHeader? = nil, narrowingAbove rowLimit: Int?
  ) throws(FileError) -> NumpyArray {
    try read(stream, header) { header, place throws(FileError) in
      guard header.element.kind != .bool else {
        throw stream.malformed(
          "expected numbers, found true and false",
          hint: "save as float32: numpy.save(path, array.astype('float32'))")
      }
      if let coded = try codes(stream, header, place) { return .coded(coded) }
      guard let rowLimit, place.rows > rowLimit, header.element.isNarrowed,
        try fitsFloat(stream, header)
      else { return try numbers(stream, header, place) }
      return .floats(try NumpyDecoder(header: header, extent: place).matrix(stream) { Float($0) })
    }
  }

  /// Whether the first numbers are neither so large nor so small that `Float` would lose them.
  private static func fitsFloat(
    _ stream: ByteStream, _ header: NumpyHeader
  ) throws(FileError) -> Bool {
    let size = header.element.size
    let bytes = try stream.peek(min(header.count, 4096 / size) * size)
    return bytes.withUnsafeBytes { buffer in
      (0..<buffer.count / size).allSatisfy { place in
        Float.keeps(header.element.number(buffer, at: place * size))
      }
    }
  }

  /// The number of an array that has one, whatever its dimensions: a scalar has none.
  static func readNumber(_ stream: ByteStream) throws(FileError) -> Double {
    let header = try NumpyHeader.read(stream)
    guard header.count == 1 else {
      throw stream.malformed(
        "an array of shape \(shapeText(header.shape)) where one number is wanted",
        hint: "save the loss itself: value=loss.item()")
    }
    let place = Extent(rows: 1, columns: 1, what: "the number")
    return try numbers(stream, header, place).doubles.elements[0]
  }

  private static func read(
    _ stream: ByteStream, _ given: NumpyHeader?, what word: String? = nil,
    numbers: (NumpyHeader, Extent) throws(FileError) -> NumericMatrix
  ) throws(FileError) -> NumpyArray {
    let header = if let given { given } else { try NumpyHeader.read(stream) }
    guard let rows = header.shape.first, header.count > 0 else {
      throw stream.malformed("an array of shape \(shapeText(header.shape))")
    }
    let columns = header.count / rows
    let what = word ?? "the \(shapeText(header.shape)) array"
    let matrix = try numbers(header, Extent(rows: rows, columns: columns, what: what))
    try stream.expectEnd(after: what)
    return NumpyArray(shape: header.shape, matrix: matrix)
  }

  /// Sizes of 1 do not count: features of a network often are N × 512 × 1 × 1.
  ///
  /// - Throws: `FileError.malformed` for an array that is not one row a sample.
  static func requireRows(_ shape: [Int], _ path: String) throws(FileError) {
    let sizes = shape.dropFirst().filter { $0 > 1 }
    guard sizes.count > 1 else { return }
    let name = path == "-" ? "x" : baseName(of: path)
    throw .malformed(
      path, "expected one row a sample, found an array of shape \(shapeText(shape))",
      hint: shape.count == 3
        ? "for the mean over the middle: numpy.save('\(name)', x.mean(1)); with labels for"
          + " \(shape[0] * shape[1]) rows: x.reshape(-1, \(shape[2]))"
        : "numpy.save('\(name)', x.reshape(len(x), -1))")
  }

  static func shapeText(_ shape: [Int]) -> String {
    shape.isEmpty ? "()" : shape.map { "\($0)" }.joined(separator: " × ")
  }

  /// How large an array is, and what it is called in messages.
  struct Extent {
    let rows: Int
    let columns: Int
    let what: String

    var count: Int { rows * columns }

    func matrix<Scalar>(_ elements: [Scalar]) -> Matrix<Scalar> {
      Matrix(rows: rows, columns: columns, elements: elements)
    }
  }

  private static func numbers(
    _ stream: ByteStream, _ header: NumpyHeader, _ extent: Extent
  ) throws(FileError) -> NumericMatrix {
    let decoder = NumpyDecoder(header: header, extent: extent)
    // In one go where the numbers lie in the file as they do in memory.
    switch (header.element.kind, header.element.size, header.isForeign) {
    case (.unsigned, 1, false):
      return .bytes(extent.matrix(try stream.elements(extent.count, of: extent.what)))
    case (.float, 4, false):
      return .floats(extent.matrix(try stream.elements(extent.count, of: extent.what)))
    case (.float, 8, false):
      return .doubles(extent.matrix(try stream.elements(extent.count, of: extent.what)))
    case (.bytes, _, _), (.text, _, _):
      throw stream.malformed("expected numbers, found texts", hint: "labels go to --labels")
    case (.unsigned, 1, true): return .bytes(try decoder.matrix(stream) { UInt8($0) })
    case (_, 1, _), (_, 2, _), (.float, 4, true):
      return .floats(try decoder.matrix(stream) { Float($0) })
    case (_, _, _): return .doubles(try decoder.matrix(stream) { $0 })
    }
  }

  /// Numbers of one or two bytes in their own width; `nil` for others.
  private static func codes(
    _ stream: ByteStream, _ header: NumpyHeader, _ extent: Extent
  ) throws(FileError) -> CodedMatrix? {
    let decoder = NumpyDecoder(header: header, extent: extent)
    let element = header.element
    switch (element.kind, element.size) {
    case (.signed, 1), (.unsigned, 1):
      let codes: Matrix<UInt8> =
        header.isForeign
        ? try decoder.matrix(stream, zero: 0) { $0[$1] }
        : extent.matrix(try stream.elements(extent.count, of: extent.what))
      let isSigned = element.kind == .signed
      return CodedMatrix(codes) { isSigned ? Float(Int8(bitPattern: $0)) : Float($0) }
    case (.float, 2), (.signed, 2), (.unsigned, 2):
      let codes: Matrix<UInt16> =
        header.isForeign
        ? try decoder.matrix(stream, zero: 0) { buffer, place in
          UInt16(truncatingIfNeeded: element.bits(buffer, at: place))
        } : extent.matrix(try stream.elements(extent.count, of: extent.what))
      switch element.kind {
      case .float: return CodedMatrix(codes) { Float(Double(halfPrecision: $0)) }
      case .signed: return CodedMatrix(codes) { Float(Int16(bitPattern: $0)) }
      case .unsigned, .bool, .brain, .bytes, .text: return CodedMatrix(codes) { Float($0) }
      }
    case (_, _): return nil
    }
  }
}

extension Float {
  /// Whether a number, and products of it with others of its size, are numbers as `Float`, too.
  static func keeps(_ number: Double) -> Bool {
    number == 0 || !number.isFinite || (abs(number) > 1e-20 && abs(number) < 1e20)
  }
}

extension NumpyHeader {
  /// Whether the numbers lie otherwise in the file than they would in memory.
  fileprivate var isForeign: Bool {
    element.isBigEndian && element.size > 1 || isFortran && shape.count > 1
  }
}

extension NumpyHeader.Element {
  /// Whether `Float` would lose digits of it.
  fileprivate var isNarrowed: Bool {
    switch kind {
    case .float: size == 8
    case .signed, .unsigned: size >= 4
    case .bool, .brain, .bytes, .text: false
    }
  }
}
