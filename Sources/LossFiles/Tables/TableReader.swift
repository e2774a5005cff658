/// The work of `LabelledTable.read`, a line at a time.
struct TableReader {
  private let lines: LineReader
  private let choice: LabelledTable.LabelColumn
  private let allowsGaps: Bool
  private let dialect: TableDialect
  private var rowLimit: Int
  private var fields: TableFields
  private var columns: ColumnRoles?
  private var columnNames: [String] = []
  private var label: Int?
  private var split: Int?
  private var name: Int?
  private var row: [Double] = []
  private var doubles = NumberPile<Double>()
  private var floats = NumberPile<Float>()
  private var collector = LabelCollector()
  private var isTest: [Bool] = []
  private var sampleNames: [String] = []
  private var rows = 0

  init(
    _ stream: ByteStream, labels: LabelledTable.LabelColumn, allowsGaps: Bool, rowLimit: Int
  ) throws(FileError) {
    dialect = TableDialect(try TableSample(stream))
    lines = LineReader(stream)
    choice = labels
    self.allowsGaps = allowsGaps
    self.rowLimit = rowLimit
    fields = TableFields(delimiter: dialect.delimiter)
  }

  mutating func table() throws(FileError) -> LabelledTable {
    while let next = try lines.next() {
      var line = next
      let first = lines.buffer[line].first { $0 != 32 }
      if first == nil || rows == 0 && first == UInt8(ascii: "#") { continue }
      // A quoted cell may go over lines, as NumPy prints long vectors.
      while fields.isOpen(line, in: lines.buffer), try lines.join(&line) {}
      guard fields.divide(line, in: &lines.buffer) else {
        throw lines.malformed("a quote is not closed", hint: "quotes come in pairs")
      }
      if columns == nil, try begin() { continue }
      try appendRow()
    }
    guard rows > 0 else {
      throw .malformed(
        lines.stream.path, "holds no rows", hint: "each line is a label and its numbers")
    }
    return LabelledTable(
      columnNames: columnNames, numbers: takeNumbers(),
      labels: label == nil ? nil : collector.finish(), isGuess: columns?.isGuess ?? false,
      isTest: split == nil ? nil : isTest, sampleNames: name == nil ? nil : sampleNames,
      notes: columns?.notes ?? [])
  }

  /// Looks at the first line: the columns, and whether it is a header.
  private mutating func begin() throws(FileError) -> Bool {
    let texts = fields.ranges.map { Array(lines.buffer[$0]) }
    let rows = dialect.rows.isEmpty ? [texts] : dialect.rows
    let columns: ColumnRoles
    do throws(ColumnRoles.Problem) {
      columns = try ColumnRoles(
        rows, delimiter: dialect.delimiter, labels: choice, passesTexts: allowsGaps)
    } catch {
      throw lines.malformed(error.text, hint: error.hint)
    }
    self.columns = columns
    label = columns.roles.firstIndex(of: .label)
    split = columns.roles.firstIndex(of: .split)
    name = columns.roles.firstIndex(of: .name)
    if columns.hasHeader {
      columnNames = zip(texts, columns.roles).flatMap { text, role -> [String] in
        let name = String(decoding: text, as: UTF8.self)
        switch role {
        case .number: return [name]
        case .vector(let count): return (0..<count).map { "\(name)[\($0)]" }
        case .label, .split, .name, .passedOver: return []
        }
      }
    }
    return columns.hasHeader
  }

  private mutating func appendRow() throws(FileError) {
    guard let columns else { return }
    guard fields.ranges.count == columns.roles.count else {
      throw lines.malformed(
        "expected \(columns.roles.count) columns, found \(fields.ranges.count)",
        hint: "every line has as many as the first")
    }
    row.removeAll(keepingCapacity: true)
    if let fault = readNumbers(columns.roles) { throw self.fault(inColumn: fault) }
    keepRow()
    try appendLabel()
    if let split { isTest.append(try self.isTest(field(split))) }
    if let name { sampleNames.append(LabelSpelling.text(field(name))) }
    rows += 1
  }

  /// - Returns: the first column whose cell is not what its column holds.
  private mutating func readNumbers(_ roles: [ColumnRoles.Role]) -> Int? {
    let hasComma = dialect.hasDecimalComma
    // The one loop that hundreds of millions of numbers go through: no slices of arrays here.
    return lines.buffer.withUnsafeMutableBufferPointer { bytes -> Int? in
      for (column, range) in fields.ranges.enumerated() {
        let cell = UnsafeMutableBufferPointer(rebasing: bytes[range])
        switch roles[column] {
        case .number:
          if hasComma {
            for place in cell.indices where cell[place] == UInt8(ascii: ",") {
              cell[place] = UInt8(ascii: ".")
            }
          }
          if let number = decimalNumber(UnsafeBufferPointer(cell)) {
            // Training counts in Float.
            guard allowsGaps || Float(number).isFinite else { return column }
            row.append(number)
          } else {
            guard allowsGaps, TableCellKind.isMissing(Array(cell)[...]) else { return column }
            row.append(.nan)
          }
        case .vector(let count):
          let bytes = Array(cell)[...]
          if allowsGaps, TableCellKind.isMissing(bytes) {
            row += Array(repeating: .nan, count: count)
            continue
          }
          guard let numbers = vectorNumbers(bytes), numbers.count == count,
            allowsGaps || numbers.allSatisfy({ Float($0).isFinite })
          else { return column }
          row += numbers
        case .label, .split, .name, .passedOver: break
        }
      }
      return nil
    }
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
    guard let label else { return }
    let field = field(label)
    if columns?.isGuess == true, let number = decimalNumber(field), number.isFinite,
      number != number.rounded()
    {
      let text = String(decoding: field, as: UTF8.self)
      throw lines.malformed(
        "no column of labels: the \(label == 0 ? "first" : "last") holds \(text)",
        hint: "call it label in a first line, or say which it is: --labels COLUMN or FILE")
    }
    collector.append(cellText(field))
    guard allowsGaps || collector.missing == 0 else { throw lines.withoutLabel() }
  }

  private func fault(inColumn column: Int) -> FileError {
    let field = field(column)
    let text = String(decoding: field.prefix(40), as: UTF8.self)
    if case .vector(let count)? = columns?.roles[column] {
      let isShortened = text.contains("...")
      return lines.malformed(
        isShortened
          ? "the vector in column \(column + 1) was shortened when it was printed"
          : "expected \(count) numbers in column \(column + 1), found '\(text)'",
        hint: isShortened
          ? "save the array itself: numpy.save('features.npy', numpy.stack(frame['vector']))"
          : "each row has a vector of one length")
    }
    guard decimalNumber(field) == nil else {
      return lines.malformed("column \(column + 1) is not finite", hint: "leave such rows out")
    }
    return lines.malformed(
      field.isEmpty
        ? "column \(column + 1) is empty" : "'\(text)' in column \(column + 1) is not a number",
      hint: "one column is the label, all others are numbers")
  }

  private func isTest(_ field: ArraySlice<UInt8>) throws(FileError) -> Bool {
    switch String(decoding: field, as: UTF8.self).lowercased() {
    case "train", "training": return false
    case "test", "testing": return true
    default:
      throw lines.malformed("the column split is neither train nor test")
    }
  }
}
