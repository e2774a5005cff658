import LossLab

/// Rows of numbers with their labels, from a `.csv` or `.tsv` file.
public struct LabelledTable: Sendable {
  /// Of the columns of `values`; empty where the file has no header.
  public var columnNames: [String]
  /// `rows × columns`.
  public var values: Matrix<Double>
  /// `nil` where the file was read without labels.
  public var labels: ClassLabels?
  /// For each row whether it is of the test set; `nil` where the file has no column `split`.
  public var isTest: [Bool]?

  /// Which column holds the labels.
  public enum LabelColumn: Sendable, Equatable {
    /// The one that the header calls `label`, else the first.
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
  /// standard input. A column that the header calls `split` says `train` or `test`.
  public static func read(
    _ path: String, labels: LabelColumn = .automatic, allowsNonFinite: Bool = false
  ) throws(FileError) -> LabelledTable {
    try read(ByteStream(path: path), labels: labels, allowsNonFinite: allowsNonFinite)
  }

  static func read(
    _ stream: ByteStream, labels: LabelColumn, allowsNonFinite: Bool
  ) throws(FileError) -> LabelledTable {
    var reader = TableReader(LineReader(stream), allowsNonFinite: allowsNonFinite)
    return try reader.table(labels: labels)
  }
}

/// The work of `LabelledTable.read`, a line at a time.
private struct TableReader {
  private let lines: LineReader
  private let allowsNonFinite: Bool
  private var fields = TableFields(delimiter: UInt8(ascii: ","))
  private var width = 0
  private var labelColumn: Int?
  private var splitColumn: Int?
  private var columnNames: [String] = []
  private var values: [Double] = []
  private var collector = LabelCollector()
  private var isTest: [Bool] = []
  private var rows = 0

  init(_ lines: LineReader, allowsNonFinite: Bool) {
    self.lines = lines
    self.allowsNonFinite = allowsNonFinite
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
      if rows == 1000 { reserve() }
    }
    guard rows > 0 else {
      throw .malformed(
        path: lines.stream.path, place: .whole, problem: "holds no rows",
        hint: "each line is a label and its numbers")
    }
    let columns = values.count / rows
    return LabelledTable(
      columnNames: columnNames, values: Matrix(rows: rows, columns: columns, elements: values),
      labels: labelColumn == nil ? nil : collector.finish(),
      isTest: splitColumn == nil ? nil : isTest)
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
    labelColumn = try column(for: labels, names: names)
    // Headers may call the columns of numbers 0, 1, 2, …
    let isHeader =
      names.contains("label")
      || texts.indices.contains { index in
        index != labelColumn && decimalNumber(texts[index]) == nil
      }
    if isHeader { splitColumn = names.firstIndex(of: "split") }
    let columns = texts.indices.filter { $0 != labelColumn && $0 != splitColumn }
    guard !columns.isEmpty else {
      throw lines.malformed(
        "no column of numbers beside the labels",
        hint: "columns are divided by commas, tabs or semicolons")
    }
    if isHeader {
      columnNames = columns.map { String(decoding: texts[$0], as: UTF8.self) }
    }
    return isHeader
  }

  private func column(
    for labels: LabelledTable.LabelColumn, names: [String]
  ) throws(FileError) -> Int? {
    switch labels {
    case .automatic: return names.firstIndex(of: "label") ?? 0
    case .none: return nil
    case .number(let number):
      guard number >= 1, number <= names.count else {
        throw lines.malformed("no column \(number): there are \(names.count)")
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
    // The one loop that hundreds of millions of numbers go through: no slices of arrays here.
    let fault = lines.buffer.withUnsafeBufferPointer { bytes -> Int? in
      for (column, range) in fields.ranges.enumerated() {
        if column == labelColumn || column == splitColumn { continue }
        // Training counts in Float.
        guard let number = decimalNumber(UnsafeBufferPointer(rebasing: bytes[range])),
          Float(number).isFinite || allowsNonFinite
        else { return column }
        values.append(number)
      }
      return nil
    }
    if let fault { throw self.fault(inColumn: fault) }
    if let labelColumn { collector.append(lines.buffer[fields.ranges[labelColumn]]) }
    if let splitColumn { isTest.append(try split(lines.buffer[fields.ranges[splitColumn]])) }
    rows += 1
  }

  private func fault(inColumn column: Int) -> FileError {
    let field = lines.buffer[fields.ranges[column]]
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

  /// Takes the memory for all rows at once, by the length of those read: growing by doubling would
  /// take up to three times as much in between.
  private mutating func reserve() {
    guard let most = lines.stream.mostRemaining, lines.stream.isPlain else { return }
    let average = max(1, lines.consumed / rows)
    values.reserveCapacity(values.count + (most / average + 1) * (values.count / rows) * 21 / 20)
  }
}
