/// Numbers that do not lie in the file as they do in memory, converted a piece at a time.
struct NumpyDecoder {
  let header: NumpyHeader
  let extent: NumpyArray.Extent

  /// The matrix, each number through `convert`.
  func matrix<Element: BitwiseCopyable>(
    _ stream: ByteStream, convert: (Double) -> Element
  ) throws(FileError) -> Matrix<Element> {
    let element = header.element
    return try matrix(stream, zero: convert(0)) { convert(element.number($0, at: $1)) }
  }

  /// - Parameter read: a number from its bytes at a place of a buffer.
  func matrix<Element: BitwiseCopyable>(
    _ stream: ByteStream, zero: Element, read element: (UnsafeRawBufferPointer, Int) -> Element
  ) throws(FileError) -> Matrix<Element> {
    let count = extent.count
    try stream.expect(
      count * header.element.size, of: extent.what, memory: count * MemoryLayout<Element>.stride)
    var elements: [Element] = []
    if stream.mostRemaining == nil {
      // A pipe is believed only as far as it delivers, and put in order at the end.
      var pile = NumberPile<Element>()
      try forEachPiece(stream, element) { _, piece in pile.append(contentsOf: piece) }
      let inFileOrder = pile.take()
      elements = inFileOrder
      if let places {
        for place in 0..<count { elements[places.index(of: place)] = inFileOrder[place] }
      }
    } else if let places {
      // Fortran order fills all rows at once, so that all of the memory must be there from the start.
      elements = Array(repeating: zero, count: count)
      try forEachPiece(stream, element) { first, piece in
        for (place, number) in piece.enumerated() {
          elements[places.index(of: first + place)] = number
        }
      }
    } else {
      elements.reserveCapacity(count)
      try forEachPiece(stream, element) { _, piece in elements += piece }
    }
    return extent.matrix(elements)
  }

  private func forEachPiece<Element>(
    _ stream: ByteStream, _ element: (UnsafeRawBufferPointer, Int) -> Element,
    _ take: (_ first: Int, _ piece: [Element]) -> Void
  ) throws(FileError) {
    let (size, count) = (header.element.size, extent.count)
    var read = 0
    while read < count {
      let some = min(count - read, (1 << 17) / size)
      let bytes = try stream.bytes(some * size, of: extent.what)
      take(read, bytes.withUnsafeBytes { buffer in (0..<some).map { element(buffer, $0 * size) } })
      read += some
    }
  }

  /// Where the numbers go that lie in Fortran order; `nil` for C order.
  private var places: FortranPlaces? {
    header.isFortran && header.shape.count > 1 ? FortranPlaces(shape: header.shape) : nil
  }
}

/// From the order in which the first dimension changes fastest to that in which the last does.
private struct FortranPlaces {
  let shape: [Int]
  private let strides: [Int]

  init(shape: [Int]) {
    self.shape = shape
    var strides = shape
    var stride = 1
    for index in shape.indices.reversed() {
      strides[index] = stride
      stride *= shape[index]
    }
    self.strides = strides
  }

  func index(of place: Int) -> Int {
    var rest = place
    var index = 0
    for dimension in shape.indices {
      let (quotient, coordinate) = rest.quotientAndRemainder(dividingBy: shape[dimension])
      index += coordinate * strides[dimension]
      rest = quotient
    }
    return index
  }
}

extension NumpyHeader.Element {
  /// One number; integers beyond 2⁵³ are rounded.
  ///
  /// - Precondition: not a text.
  func number(_ buffer: UnsafeRawBufferPointer, at offset: Int) -> Double {
    switch (kind, size) {
    case (.float, 2): Double(halfPrecision: UInt16(truncatingIfNeeded: bits(buffer, at: offset)))
    case (.float, 4):
      Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits(buffer, at: offset))))
    case (.float, _): Double(bitPattern: bits(buffer, at: offset))
    case (.brain, _):
      Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits(buffer, at: offset)) << 16))
    case (.signed, _): Double(signed(buffer, at: offset))
    case (.unsigned, _): Double(bits(buffer, at: offset))
    case (.bool, _): bits(buffer, at: offset) == 0 ? 0 : 1
    case (.bytes, _), (.text, _): .nan
    }
  }

  /// The bytes of one number as an unsigned one.
  func bits(_ buffer: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<size {
      let byte = buffer[offset + (isBigEndian ? index : size - 1 - index)]
      word = word << 8 | UInt64(byte)
    }
    return word
  }

  func signed(_ buffer: UnsafeRawBufferPointer, at offset: Int) -> Int64 {
    let unused = UInt64(64 - 8 * size)
    return Int64(bitPattern: bits(buffer, at: offset) << unused) >> Int64(unused)
  }

  /// The text, which zeros fill up at its end.
  func text(_ buffer: UnsafeRawBufferPointer, at offset: Int) -> String {
    if kind == .bytes {
      var end = offset + size
      while end > offset, buffer[end - 1] == 0 { end -= 1 }
      return LabelSpelling.text(buffer[offset..<end])
    }
    var text = ""
    for place in 0..<size {
      let bytes = (0..<4).map { UInt32(buffer[offset + 4 * place + (isBigEndian ? 3 - $0 : $0)]) }
      let code = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24
      if code == 0 { break }
      text.unicodeScalars.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return LabelSpelling.text(text.utf8)
  }
}

extension LabelCollector {
  mutating func append(
    _ element: NumpyHeader.Element, _ buffer: UnsafeRawBufferPointer, at offset: Int
  ) {
    switch element.kind {
    // In their own width: 0.1 is written as NumPy writes it.
    case .float where element.size < 8: append(Float(element.number(buffer, at: offset)))
    case .float: append(element.number(buffer, at: offset))
    case .signed: append("\(element.signed(buffer, at: offset))")
    case .unsigned, .bool, .brain: append("\(element.bits(buffer, at: offset))")
    case .bytes, .text: append(element.text(buffer, at: offset))
    }
  }
}

extension Double {
  /// IEEE 754 binary16: 1 sign, 5 exponent and 10 fraction bits.
  init(halfPrecision bits: UInt16) {
    let exponent = Int(bits >> 10 & 31)
    let fraction = Double(bits & 1023)
    let size: Double =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      default: (1024 + fraction) * Double(sign: .plus, exponent: exponent - 25, significand: 1)
      }
    self = bits >> 15 == 0 ? size : -size
  }
}
