import LossLab

/// Rows of numbers with their labels, from a `.csv` or `.tsv` file.
public struct LabelledTable: Sendable {
  /// Of the columns of numbers; empty where the file has no header.
  public var columnNames: [String]
  /// `rows × columns`.
  public var numbers: NumericMatrix
  /// `nil` where the file was read without labels.
  public var labels: ClassLabels?
  /// Whether the labels are the first column only because nothing says which it is.
  var isGuess = false
  /// For each row whether it is of the test set; `nil` where the file has no column `split`.
  public var isTest: [Bool]?

  /// The numbers in double precision.
  public var values: Matrix<Double> { numbers.doubles }

  /// Which column holds the labels.
  public enum LabelColumn: Sendable, Equatable {
    /// The one that the header calls `label` or the like, else the first.
    case automatic
    /// There is none: all columns are numbers.
    case none
    /// From 1.
    case number(Int)
    case name(String)
  }

  /// Reads a table: numbers and one label a row, with or without a header line.
  ///
  /// Divided by commas, tabs or semicolons, whichever the first line has; gzip or not; `-` is
  /// standard input. A column that the header calls `split` says `train` or `test`; a first one
  /// without a name, which counts the rows, is passed over.
  ///
  /// - Parameter allowsGaps: whether numbers may be missing or not finite, which are NaN or
  ///   infinite then, and labels may be missing.
  public static func read(
    _ path: String, labels: LabelColumn = .automatic, allowsGaps: Bool = false
  ) throws(FileError) -> LabelledTable {
    try read(ByteStream(path: path), labels: labels, allowsGaps: allowsGaps)
  }

  /// - Parameter rowLimit: with more rows than this, `Float` is precise enough; `nil` for never.
  static func read(
    _ stream: ByteStream, labels: LabelColumn, allowsGaps: Bool, narrowingAbove rowLimit: Int? = nil
  ) throws(FileError) -> LabelledTable {
    var reader = TableReader(
      LineReader(stream), allowsGaps: allowsGaps, rowLimit: rowLimit ?? .max)
    return try reader.table(labels: labels)
  }
}

/// The work of `LabelledTable.read`, a line at a time.
private struct TableReader {
  private let lines: LineReader
  private let allowsGaps: Bool
  private var rowLimit: Int
  private var fields = TableFields(delimiter: UInt8(ascii: ","))
  private var width = 0
  private var header: TableHeader?
  /// Whether a column is one of numbers.
  private var holdsNumbers: [Bool] = []
  private var columnNames: [String] = []
  private var row: [Double] = []
  private var doubles = NumberPile<Double>()
  private var floats = NumberPile<Float>()
  private var collector = LabelCollector()
  private var isTest: [Bool] = []
  private var rows = 0

  init(_ lines: LineReader, allowsGaps: Bool, rowLimit: Int) {
    self.lines = lines
    self.allowsGaps = allowsGaps
    self.rowLimit = rowLimit
  }

  mutating func table(labels: LabelledTable.LabelColumn) throws(FileError) -> LabelledTable {
    while let line = try lines.next() {
      let first = lines.buffer[line].first { $0 != 32 }
      if first == nil || rows == 0 && first == UInt8(ascii: "#") { continue }
      if width == 0 {
        if try begin(line, labels: labels) { continue }
      } else {
        try divide(line)
      }
      try appendRow()
    }
    guard rows > 0 else {
      throw .malformed(
        path: lines.stream.path, place: .whole, problem: "holds no rows",
        hint: "each line is a label and its numbers")
    }
    return LabelledTable(
      columnNames: columnNames, numbers: takeNumbers(),
      labels: header?.labels == nil ? nil : collector.finish(), isGuess: header?.isGuess ?? false,
      isTest: header?.split == nil ? nil : isTest)
  }

  /// Looks at the first line: the columns, and whether it is a header.
  private mutating func begin(
    _ line: Range<Int>, labels: LabelledTable.LabelColumn
  ) throws(FileError) -> Bool {
    fields = TableFields(delimiter: TableFields.delimiter(of: lines.buffer[line]))
    try divide(line)
    width = fields.ranges.count
    let texts = fields.ranges.map { lines.buffer[$0] }
    let names = texts.map {
      String(decoding: $0, as: UTF8.self).lowercased().filter { $0 != " " }
    }
    let header = TableHeader(
      names: names, labels: labels, chosen: try column(for: labels, names: names))
    self.header = header
    let others = [header.labels, header.split, header.rowNumbers]
    holdsNumbers = texts.indices.map { !others.contains($0) }
    let columns = texts.indices.filter { holdsNumbers[$0] }
    guard !columns.isEmpty else {
      throw lines.malformed(
        "no column of numbers beside the labels",
        hint: "columns are divided by commas, tabs or semicolons")
    }
    if header.isPresent {
      columnNames = columns.map { String(decoding: texts[$0], as: UTF8.self) }
    }
    return header.isPresent
  }

  /// The column that the caller has chosen; `nil` where it has not.
  private func column(
    for labels: LabelledTable.LabelColumn, names: [String]
  ) throws(FileError) -> Int? {
    switch labels {
    case .automatic, .none: return nil
    case .number(let number):
      guard number >= 1, number <= names.count else {
        throw lines.malformed(
          "no column \(number): there are \(names.count)", hint: "they count from 1")
      }
      return number - 1
    case .name(let name):
      guard let index = names.firstIndex(of: name.lowercased().filter { $0 != " " }) else {
        let shown = names.prefix(8).joined(separator: ", ")
        throw lines.malformed(
          "no column '\(name)'",
          hint: "the first line begins \(shown)\(names.count > 8 ? ", …" : "")")
      }
      return index
    }
  }

  private mutating func divide(_ line: Range<Int>) throws(FileError) {
    guard fields.divide(line, in: &lines.buffer) else {
      throw lines.malformed("a quote is not closed", hint: "a field may not go over lines")
    }
  }

  private mutating func appendRow() throws(FileError) {
    guard fields.ranges.count == width else {
      throw lines.malformed(
        "expected \(width) columns, found \(fields.ranges.count)",
        hint: "every line has as many as the first")
    }
    row.removeAll(keepingCapacity: true)
    // The one loop that hundreds of millions of numbers go through: no slices of arrays here.
    let fault = lines.buffer.withUnsafeBufferPointer { bytes -> Int? in
      for (column, range) in fields.ranges.enumerated() where holdsNumbers[column] {
        if range.isEmpty && allowsGaps {
          row.append(.nan)
          continue
        }
        // Training counts in Float.
        guard let number = decimalNumber(UnsafeBufferPointer(rebasing: bytes[range])),
          Float(number).isFinite || allowsGaps
        else { return column }
        row.append(number)
      }
      return nil
    }
    if let fault { throw self.fault(inColumn: fault) }
    keepRow()
    try appendLabel()
    if let split = header?.split { isTest.append(try self.split(field(split))) }
    rows += 1
  }

  private mutating func keepRow() {
    // What `Float` would lose stays as it is.
    if rows <= rowLimit, !row.allSatisfy({ Float.keeps($0) }) { rowLimit = .max }
    if rows < rowLimit {
      doubles.append(contentsOf: row)
      return
    }
    if rows == rowLimit {
      floats.append(contentsOf: doubles.take().map { Float($0) })
    }
    floats.append(contentsOf: row.map { Float($0) })
  }

  /// Hands the numbers over and keeps none.
  private mutating func takeNumbers() -> NumericMatrix {
    let columns = row.count
    return rows <= rowLimit
      ? .doubles(Matrix(rows: rows, columns: columns, elements: doubles.take()))
      : .floats(Matrix(rows: rows, columns: columns, elements: floats.take()))
  }

  private func field(_ column: Int) -> ArraySlice<UInt8> { lines.buffer[fields.ranges[column]] }

  private mutating func appendLabel() throws(FileError) {
    guard let header, let column = header.labels else { return }
    let field = field(column)
    if header.isGuess, let number = decimalNumber(field), number.isFinite,
      number != number.rounded()
    {
      let text = String(decoding: field, as: UTF8.self)
      throw lines.malformed(
        "no column of labels: the first holds \(text)",
        hint: "call it label in a first line; plot also takes --labels COLUMN or FILE")
    }
    collector.append(cellText(field))
    guard allowsGaps || collector.missing == 0 else { throw lines.withoutLabel() }
  }

  private func fault(inColumn column: Int) -> FileError {
    let field = field(column)
    guard decimalNumber(field) == nil else {
      return lines.malformed("column \(column + 1) is not finite", hint: "leave such rows out")
    }
    let text = String(decoding: field.prefix(40), as: UTF8.self)
    return lines.malformed(
      field.isEmpty
        ? "column \(column + 1) is empty" : "'\(text)' in column \(column + 1) is not a number",
      hint: "one column is the label, all others are numbers")
  }

  private func split(_ field: ArraySlice<UInt8>) throws(FileError) -> Bool {
    switch String(decoding: field, as: UTF8.self) {
    case "train": return false
    case "test": return true
    default:
      throw lines.malformed("the column split is neither train nor test")
    }
  }
}
