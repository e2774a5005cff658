/// Class names and, for each sample, the place of its class among them.
public struct ClassLabels: Equatable, Sendable {
  /// Sorted: by value where all are whole numbers, else by their bytes.
  public var names: [String]
  /// −1 for a sample without a label.
  public var indices: [Int]

  public init(names: [String], indices: [Int]) {
    self.names = names
    self.indices = indices
  }

  /// Reads labels for samples that come without: a `.npy` array or a text with one label a line.
  ///
  /// A text with several columns has the labels in the one that its header calls `label`.
  ///
  /// - Parameter allowsMissing: whether a sample may have no label: an empty text or NaN.
  public static func read(
    _ path: String, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    try read(ByteStream(path: path), allowsMissing: allowsMissing)
  }

  static func read(
    _ stream: ByteStream, allowsMissing: Bool = false
  ) throws(FileError) -> ClassLabels {
    if try stream.peek(6) == NumpyHeader.magic {
      return try NumpyArray.readLabels(stream, allowsMissing: allowsMissing)
    }
    let lines = LineReader(stream)
    var fields: TableFields?
    var column = 0
    var labels = LabelCollector()
    while let line = try lines.next() {
      if lines.buffer[line].allSatisfy({ $0 == 32 }) { continue }
      var divided =
        fields ?? TableFields(delimiter: TableFields.delimiter(of: lines.buffer[line]))
      guard divided.divide(line, in: &lines.buffer) else {
        throw lines.malformed("a quote is not closed")
      }
      let isFirst = fields == nil
      fields = divided
      if isFirst {
        let names = divided.ranges.map {
          String(decoding: lines.buffer[$0], as: UTF8.self).lowercased()
        }
        if let place = TableHeader.labelColumn(of: names) {
          column = place
          continue
        }
        guard names.count == 1 else {
          throw lines.malformed(
            "expected one label a line, found \(names.count) columns",
            hint: "a header line may name one of them label")
        }
      }
      guard column < divided.ranges.count else { throw lines.malformed("the label is missing") }
      labels.append(cellText(lines.buffer[divided.ranges[column]]))
      guard allowsMissing || labels.missing == 0 else { throw lines.withoutLabel() }
    }
    guard labels.count > 0 else {
      throw .malformed(
        path: stream.path, place: .whole, problem: "holds no labels",
        hint: "one label a line, or a .npy of them")
    }
    return labels.finish()
  }
}

/// Collects labels as they are read and sorts the classes at the end.
struct LabelCollector {
  private var places: [String: Int] = [:]
  private var names: [String] = []
  private var indices: [Int] = []
  /// How many samples have no label.
  private(set) var missing = 0

  var count: Int { indices.count }

  /// A whole number counts as that number however it is written: `3`, `3.0` and `3.0e0` are `3`.
  mutating func append(_ text: ArraySlice<UInt8>) {
    if let number = decimalNumber(text), number.isFinite {
      append(number)
    } else {
      append(String(decoding: text, as: UTF8.self))
    }
  }

  /// What is not finite is no label.
  mutating func append(_ number: Double) {
    append(
      Int(exactly: number).map { "\($0)" } ?? (number.isFinite ? "\(number)" : ""))
  }

  /// Nothing, or what NumPy and pandas write for a missing number, is no label.
  mutating func append(_ name: String) {
    if ["", "nan", "NaN"].contains(name) {
      indices.append(-1)
      missing += 1
    } else if let place = places[name] {
      indices.append(place)
    } else {
      places[name] = names.count
      indices.append(names.count)
      names.append(name)
    }
  }

  func finish() -> ClassLabels {
    let numbers = names.compactMap { Int($0) }
    let order =
      numbers.count == names.count
      ? names.indices.sorted { numbers[$0] < numbers[$1] }
      : names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var place = [Int](repeating: 0, count: names.count)
    for (sorted, old) in order.enumerated() { place[old] = sorted }
    return ClassLabels(
      names: order.map { names[$0] }, indices: indices.map { $0 < 0 ? -1 : place[$0] })
  }
}

extension LineReader {
  /// Of a line whose sample has no label where each must have one.
  func withoutLabel() -> FileError {
    malformed("the label is missing", hint: "leave such rows out")
  }
}
