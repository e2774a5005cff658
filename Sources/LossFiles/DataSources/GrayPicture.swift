import ImageReading

/// A picture as gray pixels: PNG, JPEG, PGM or PPM, known by its first bytes.
struct GrayPicture: Equatable {
  var rows: Int
  var columns: Int
  /// Row by row.
  var pixels: [UInt8]
  /// Whether it had colours, which are gray now.
  var wasColored = false

  /// Pixels of one picture: more are no sample of anything that is trained here.
  private static let limit = 1 << 26
}

extension GrayPicture {
  init(_ bytes: [UInt8], path: String) throws(FileError) {
    func malformed(_ problem: String) -> FileError {
      .malformed(path, problem, hint: "make it again, or leave it out")
    }
    let start = FileStart(Array(bytes.prefix(FileKind.startSize)))
    if start.isNetpbm {
      guard let own = Self.netpbm(bytes) else { throw malformed("a damaged PGM or PPM picture") }
      self = own
      return
    }
    let isPNG = start.begins([0x89] + "PNG".utf8)
    guard isPNG || start.begins([0xff, 0xd8, 0xff]) else {
      throw malformed(
        FileKind.of(Array(bytes.prefix(FileKind.startSize))).map {
          "this is \($0.name), not a PNG, JPEG, PGM or PPM picture"
        } ?? "not a PNG, JPEG, PGM or PPM picture")
    }
    var image = GrayImage()
    defer { imageFree(&image) }
    let isRead = bytes.withUnsafeBufferPointer { buffer in
      isPNG
        ? imageReadPNG(buffer.baseAddress, buffer.count, Self.limit, &image)
        : imageReadJPEG(buffer.baseAddress, buffer.count, Self.limit, &image)
    }
    guard isRead == 1, let pixels = image.pixels else {
      let problem = withUnsafeBytes(of: &image.problem) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw malformed("a damaged \(isPNG ? "PNG" : "JPEG") picture (\(problem))")
    }
    rows = image.rows
    columns = image.columns
    self.pixels = Array(UnsafeBufferPointer(start: pixels, count: rows * columns))
    wasColored = image.isColored != 0
  }

  /// The plain formats of Netpbm: `P5` for gray or `P6` for colours, columns, rows, largest value,
  /// then the pixels; `P2` and `P3` have them as texts.
  private static func netpbm(_ bytes: [UInt8]) -> GrayPicture? {
    var reader = NetpbmReader(bytes)
    guard let columns = reader.number(), let rows = reader.number(), columns > 0, rows > 0,
      rows <= limit / columns, reader.begins(pixels: rows * columns)
    else { return nil }
    var pixels: [UInt8] = []
    pixels.reserveCapacity(min(rows * columns, bytes.count))
    for _ in 0..<rows * columns {
      guard let pixel = reader.pixel() else { return nil }
      pixels.append(pixel)
    }
    return GrayPicture(rows: rows, columns: columns, pixels: pixels, wasColored: reader.isColored)
  }

  /// The same in another size: each pixel is the mean of the area that it covers.
  func scaled(to size: Dataset.ImageSize) -> GrayPicture {
    guard size.rows != rows || size.columns != columns else { return self }
    let across = Self.spans(from: columns, to: size.columns)
    let down = Self.spans(from: rows, to: size.rows)
    var narrow = [Double](repeating: 0, count: rows * size.columns)
    for row in 0..<rows {
      for (column, span) in across.enumerated() {
        var sum = 0.0
        for (place, share) in span.shares.enumerated() {
          sum += share * Double(pixels[row * columns + span.first + place])
        }
        narrow[row * size.columns + column] = sum
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(size.rows * size.columns)
    for span in down {
      for column in 0..<size.columns {
        var sum = 0.0
        for (place, share) in span.shares.enumerated() {
          sum += share * narrow[(span.first + place) * size.columns + column]
        }
        result.append(UInt8(min(255, max(0, sum.rounded()))))
      }
    }
    return GrayPicture(
      rows: size.rows, columns: size.columns, pixels: result, wasColored: wasColored)
  }

  private struct Span {
    let first: Int
    /// Of the pixels from `first` on; together 1.
    let shares: [Double]
  }

  private static func spans(from count: Int, to wanted: Int) -> [Span] {
    let length = Double(count) / Double(wanted)
    return (0..<wanted).map { index in
      let (start, end) = (Double(index) * length, Double(index + 1) * length)
      let first = min(count - 1, Int(start))
      let last = min(count - 1, max(first, Int(end.rounded(.up)) - 1))
      let shares = (first...last).map { place in
        max(0, min(end, Double(place + 1)) - max(start, Double(place))) / length
      }
      return Span(first: first, shares: shares)
    }
  }
}

/// A file of Netpbm, number by number.
private struct NetpbmReader {
  let bytes: [UInt8]
  let isText: Bool
  let isColored: Bool
  private var most = 0
  private var next = 2

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isText = bytes[1] < UInt8(ascii: "5")
    isColored = [UInt8(ascii: "3"), UInt8(ascii: "6")].contains(bytes[1])
  }

  mutating func number() -> Int? {
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: "#") {
        while next < bytes.count, bytes[next] != 10 { next += 1 }
      } else if [9, 10, 13, 32].contains(bytes[next]) {
        next += 1
      } else {
        break
      }
    }
    var value: Int?
    while next < bytes.count, bytes[next] &- 48 < 10, (value ?? 0) < 1 << 30 {
      value = (value ?? 0) * 10 + Int(bytes[next] - 48)
      next += 1
    }
    return value
  }

  private var size: Int { most < 256 ? 1 : 2 }

  /// Reads the largest value of a sample; whether it is one, and as many bytes follow as it takes.
  mutating func begins(pixels: Int) -> Bool {
    guard let largest = number(), largest > 0, largest < 65536 else { return false }
    most = largest
    guard !isText else { return true }
    next += 1
    return bytes.count - next >= pixels * (isColored ? 3 : 1) * size
  }

  private mutating func sample() -> Int? {
    if isText { return number().flatMap { $0 <= most ? $0 : nil } }
    defer { next += size }
    let value = size == 1 ? Int(bytes[next]) : Int(bytes[next]) << 8 | Int(bytes[next + 1])
    return value <= most ? value : nil
  }

  mutating func pixel() -> UInt8? {
    guard var value = sample() else { return nil }
    if isColored {
      guard let green = sample(), let blue = sample() else { return nil }
      value = (299 * value + 587 * green + 114 * blue + 500) / 1000
    }
    return most == 255 ? UInt8(value) : UInt8((value * 255 + most / 2) / most)
  }
}
