/// What each column of a table is, as its header and its first rows say it.
struct ColumnRoles {
  enum Role: Equatable {
    case number
    case vector(Int)
    case label
    /// Says train or test.
    case split
    /// Of files: what a sample is called.
    case name
    case passedOver
  }

  struct Problem: Error {
    let text: String
    let hint: String
  }

  private(set) var roles: [Role]
  /// Whether the first line names the columns.
  let hasHeader: Bool
  /// Whether no name says which column holds the labels.
  private(set) var isGuess = false
  /// What was decided that somebody may want to know.
  private(set) var notes: [DataNotice] = []

  /// What headers call the labels, the surest first.
  private static let labelNames = [
    "label", "labels", "class", "target", "identity", "person", "subject", "speaker", "species",
    "variety", "category", "cultivar", "diagnosis", "classes", "targets", "class_label",
    "class_name", "y_true", "name",
  ]

  private static let countNames = ["", "unnamed:0", "index", "id", "rowid", "row_id", "row", "idx"]

  /// The column that a header calls by one of the usual names for labels.
  static func labelColumn(of names: [String]) -> Int? {
    for name in labelNames {
      if let place = names.firstIndex(of: name) { return place }
    }
    // Beside an x, y is a coordinate.
    return names.contains("x") ? nil : names.firstIndex(of: "y")
  }

  /// As names of columns are compared.
  static func plainName(_ cell: [UInt8]) -> String {
    String(decoding: cell, as: UTF8.self).lowercased().filter { $0 != " " }
  }

  /// - Parameters:
  ///   - rows: the cells of the first lines, the header's too if there is one.
  ///   - passesTexts: whether columns of texts may be left out, with a note.
  init(
    _ rows: [[[UInt8]]], delimiter: UInt8, labels choice: LabelledTable.LabelColumn,
    passesTexts: Bool
  ) throws(Problem) {
    let names = (rows.first ?? []).map(Self.plainName)
    let chosen = try Self.chosen(choice, names: names)
    let kinds = rows.map { row in row.map { TableCellKind($0, delimiter: delimiter) } }
    hasHeader = Self.isHeader(names, kinds: kinds, choice: choice, chosen: chosen)
    let body = hasHeader ? Array(kinds.dropFirst()) : kinds
    let cells = hasHeader ? Array(rows.dropFirst()) : rows
    roles = names.indices.map { column in
      Self.role(of: body.map { row in row[column] }, passes: passesTexts)
    }
    if hasHeader, let split = names.firstIndex(of: "split") { roles[split] = .split }
    passCounts(names, cells, chosen: chosen)
    try findLabel(names, cells, choice: choice, chosen: chosen)
    try sortTexts(names, cells, passesTexts: passesTexts)
  }

  /// The column that the caller has chosen; `nil` where it has not.
  private static func chosen(
    _ choice: LabelledTable.LabelColumn, names: [String]
  ) throws(Problem) -> Int? {
    switch choice {
    case .automatic, .none: return nil
    case .number(let number):
      guard number >= 1, number <= names.count else {
        throw Problem(
          text: "no column \(number): there are \(names.count)", hint: "they count from 1")
      }
      return number - 1
    case .name(let name):
      guard let index = names.firstIndex(of: plainName(Array(name.utf8))) else {
        let shown = names.prefix(8).joined(separator: ", ")
        throw Problem(
          text: "no column '\(name)'",
          hint: "the first line begins \(shown)\(names.count > 8 ? ", …" : "")")
      }
      return index
    }
  }

  /// A header has a word over a column of numbers; of a single line one goes by words alone.
  private static func isHeader(
    _ names: [String], kinds: [[TableCellKind]], choice: LabelledTable.LabelColumn, chosen: Int?
  ) -> Bool {
    let named = labelColumn(of: names)
    if let named, names[named] == "label" || names[named] == "labels" { return true }
    if case .name = choice { return true }
    var label = chosen
    if choice == .automatic { label = named ?? 0 }
    let others = names.indices.filter { $0 != label && !names[$0].isEmpty }
    if isCounted(others.map { names[$0] }) { return true }
    guard let first = kinds.first else { return false }
    let words = names.indices.filter { first[$0] == .text }
    guard kinds.count > 1 else { return words.contains { others.contains($0) } }
    return words.contains { column in
      kinds.dropFirst().allSatisfy { $0[column] != .text }
        && kinds.dropFirst().contains { $0[column].isNumeric }
    }
  }

  /// Whether headers call the columns by their numbers, from 0 or from 1.
  ///
  /// Fewer than four such numbers may be a row.
  private static func isCounted(_ names: [String]) -> Bool {
    guard names.count > 3, let first = Int(names[0]), first == 0 || first == 1 else { return false }
    return names.enumerated().allSatisfy { Int($0.element) == first + $0.offset }
  }

  /// A column with any number in it is one of numbers: a text there is a fault of its line.
  private static func role(of kinds: [TableCellKind], passes: Bool) -> Role {
    if kinds.contains(.number) { return .number }
    for kind in kinds {
      if case .vector(let count) = kind { return .vector(count) }
    }
    if kinds.contains(.text) { return .name }
    return passes && kinds.count > 1 ? .passedOver : .number
  }

  /// A column without a name, or called an index, that counts the rows.
  private mutating func passCounts(_ names: [String], _ cells: [[[UInt8]]], chosen: Int?) {
    guard hasHeader,
      let first = names.indices.first(where: { Self.countNames.contains(names[$0]) }),
      first != chosen, roles[first] == .number, names.count > 2
    else { return }
    let numbers = cells.map { decimalNumber($0[first][...]) ?? .nan }
    let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 && $1 == $1.rounded() }
    if isRising { roles[first] = .passedOver }
  }
}

extension ColumnRoles {
  private mutating func findLabel(
    _ names: [String], _ cells: [[[UInt8]]], choice: LabelledTable.LabelColumn, chosen: Int?
  ) throws(Problem) {
    if let chosen {
      roles[chosen] = .label
      return
    }
    guard choice == .automatic else { return }
    if hasHeader, let named = Self.labelColumn(of: names) {
      roles[named] = .label
      return
    }
    isGuess = true
    let texts = names.indices.filter { column in
      roles[column] == .name && !Self.areFiles(cells.map { row in row[column] })
    }
    guard texts.count < 2 || texts.contains(0) && !hasHeader else {
      let shown = texts.prefix(6).map { names[$0] }.joined(separator: ", ")
      throw Problem(
        text: "\(texts.count) columns of texts may be the labels"
          + (hasHeader ? ": \(shown)" : ""),
        hint: hasHeader
          ? "choose one: --labels \(names[texts[0]])"
          : "choose one by its number: --labels \(texts[0] + 1)")
    }
    let label = texts.first ?? wholeNumbers(cells)
    roles[label] = .label
    guard label > 0 else { return }
    let name = hasHeader && !names[label].isEmpty ? names[label] : nil
    notes.append(.labelColumn(number: label + 1, name: name))
  }

  /// The first column, unless the last looks more like classes: whole numbers, few of them.
  private func wholeNumbers(_ cells: [[[UInt8]]]) -> Int {
    let columns = roles.indices.filter { roles[$0] == .number }
    guard let first = columns.first, let last = columns.last else {
      return roles.firstIndex(of: .name) ?? 0
    }
    func distinct(_ column: Int) -> Int? {
      let numbers = cells.map { decimalNumber($0[column][...]) ?? .nan }
      guard numbers.allSatisfy({ $0 == $0.rounded() }) else { return nil }
      return Set(numbers).count
    }
    let limit = max(1, cells.count / 2)
    let isLastFit = distinct(last).map { $0 > 1 && $0 <= limit } ?? false
    let isFirstFit = distinct(first).map { $0 > 1 && $0 <= limit } ?? false
    return isLastFit && !isFirstFit ? last : first
  }

  /// Of what is left: names of files are kept as such, other texts passed over.
  private mutating func sortTexts(
    _ names: [String], _ cells: [[[UInt8]]], passesTexts: Bool
  ) throws(Problem) {
    var passed: [String] = []
    var hasName = false
    for column in roles.indices where roles[column] == .name {
      guard passesTexts else {
        roles[column] = .number
        continue
      }
      let isFirst = !hasName && Self.areFiles(cells.map { $0[column] })
      hasName = hasName || isFirst
      if !isFirst { roles[column] = .passedOver }
      passed.append(hasHeader && !names[column].isEmpty ? names[column] : "\(column + 1)")
    }
    if !passed.isEmpty { notes.append(.textColumns(passed)) }
    let hasNumbers = roles.contains {
      switch $0 {
      case .number, .vector: true
      case .label, .split, .name, .passedOver: false
      }
    }
    guard hasNumbers else {
      throw Problem(
        text: "no column of numbers beside the labels",
        hint: "columns are divided by commas, tabs, semicolons or spaces")
    }
  }

  /// Whether these are names of files: each another one, with a folder or an ending.
  static func areFiles(_ cells: [[UInt8]]) -> Bool {
    let isFile = cells.allSatisfy { cell in
      guard !cell.contains(UInt8(ascii: "/")) else { return true }
      let name = cell.split(separator: UInt8(ascii: "."))
      return name.count > 1 && (2...5).contains(name.last?.count ?? 0)
        && name.last?.first.map { Character(UnicodeScalar($0)).isLetter } == true
    }
    return isFile && Set(cells).count == cells.count && !cells.isEmpty
  }
}
