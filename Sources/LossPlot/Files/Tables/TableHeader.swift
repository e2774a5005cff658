/// What the first line of a table says of its columns, whether it names them or is a row already.
struct TableHeader {
  /// Whether the line names the columns.
  let isPresent: Bool
  let labels: Int?
  /// Of a column that says train or test.
  let split: Int?
  /// Of a first column without a name that counts the rows, as pandas writes one.
  let rowNumbers: Int?
  /// Whether the first column holds the labels only because nothing says where they are.
  let isGuess: Bool

  /// What headers call the labels, the surest first.
  private static let labelNames = [
    "label", "labels", "class", "target", "identity", "person", "subject", "speaker", "name",
  ]

  /// The column that a header calls by one of the usual names for labels.
  static func labelColumn(of names: [String]) -> Int? {
    for name in labelNames {
      if let place = names.firstIndex(of: name) { return place }
    }
    // Beside an x, y is a coordinate.
    return names.contains("x") ? nil : names.firstIndex(of: "y")
  }

  /// - Parameters:
  ///   - names: the fields of the line, in lower case and without spaces.
  ///   - chosen: the column of the labels, where the caller knows it.
  init(names: [String], labels choice: LabelledTable.LabelColumn, chosen: Int?) {
    let named = TableHeader.labelColumn(of: names)
    var label = chosen
    if choice == .automatic { label = named ?? 0 }
    let others = names.indices.filter { $0 != label && !names[$0].isEmpty }
    let hasWords = others.contains { decimalNumber(Array(names[$0].utf8)[...]) == nil }
    let sure = named.map { names[$0] == "label" || names[$0] == "labels" } ?? false
    isPresent = sure || hasWords || TableHeader.isCounted(others.map { names[$0] })
    let isUnnamed = names.first.map { $0.isEmpty || $0 == "unnamed:0" } ?? false
    rowNumbers = isPresent && isUnnamed && (named != nil || choice != .automatic) ? 0 : nil
    split = isPresent ? names.firstIndex(of: "split") : nil
    isGuess = choice == .automatic && !(isPresent && named != nil)
    labels = isGuess ? 0 : label
  }

  /// Whether headers call the columns by their numbers, from 0 or from 1.
  ///
  /// Fewer than four such numbers may be a row.
  private static func isCounted(_ names: [String]) -> Bool {
    guard names.count > 3, let first = Int(names[0]), first == 0 || first == 1 else { return false }
    return names.enumerated().allSatisfy { Int($0.element) == first + $0.offset }
  }
}
