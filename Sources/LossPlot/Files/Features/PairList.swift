import LossLab

/// The pairs of a file such as LFW's `pairs.txt`.
///
/// A line is `name 1 4` for the first and fourth sample of one class, or `name 1 other 2`; numbers
/// count from 1 in the order of the features. A first line `10 300` says how many folds there are
/// and how many pairs of each kind a fold has.
public struct PairList: Sendable, Equatable {
  public var pairs: [ListedPair]
  /// Pairs with a sample that has no direction.
  public var leftOut: Int

  /// More than this are no list to be read line by line.
  static let limit = 50_000_000

  /// - Parameters:
  ///   - labels: of all rows of the file of features; −1 for none.
  ///   - places: the rows that are used.
  init(
    path: String, labels: [Int], classNames: [String], places: [Int]
  ) throws(FileError) {
    let lines = LineReader(try ByteStream(path: path))
    let samples = ClassSamples(labels: labels, classNames: classNames, places: places)
    var pairs: [ListedPair] = []
    var setSize: Int?
    var seen = 0
    leftOut = 0
    while let line = try lines.next() {
      let fields = Self.fields(of: lines.buffer[line])
      if fields.isEmpty { continue }
      if seen == 0, fields.count <= 2 {
        let numbers = fields.compactMap { Int($0) }
        guard numbers.count == fields.count, numbers.allSatisfy({ $0 > 0 && $0 < Self.limit })
        else { throw lines.malformed("expected the number of folds and of pairs") }
        setSize = 2 * (numbers.count == 2 ? numbers[1] : numbers[0])
        continue
      }
      let first: Int?
      let second: Int?
      switch fields.count {
      case 3:
        first = try samples.row(fields[0], fields[1], lines)
        second = try samples.row(fields[0], fields[2], lines)
      case 4:
        first = try samples.row(fields[0], fields[1], lines)
        second = try samples.row(fields[2], fields[3], lines)
      default:
        throw lines.malformed(
          "expected 3 or 4 fields, found \(fields.count)",
          hint: "name 1 4, or name 1 other 2")
      }
      seen += 1
      guard seen <= Self.limit else { throw lines.malformed("more than 50 million pairs") }
      guard let first, let second else {
        leftOut += 1
        continue
      }
      pairs.append(
        ListedPair(
          first: first, second: second,
          isPositive: labels[places[first]] == labels[places[second]], fold: seen - 1))
    }
    guard !pairs.isEmpty else {
      throw .malformed(
        path: path, place: .whole, problem: "holds no pairs", hint: "name 1 4, or name 1 other 2")
    }
    let size = setSize ?? (seen + 9) / 10
    for index in pairs.indices { pairs[index].fold = pairs[index].fold / size % 10 }
    self.pairs = pairs
  }

  /// Divided by tabs, or by spaces where there are none.
  private static func fields(of line: ArraySlice<UInt8>) -> [String] {
    let delimiter: UInt8 = line.contains(9) ? 9 : 32
    return line.split(separator: delimiter).map { LabelSpelling.text($0) }
      .filter { !$0.isEmpty }
  }
}

/// The samples of each class, by their number.
private struct ClassSamples {
  private var rows: [String: [Int?]] = [:]

  init(labels: [Int], classNames: [String], places: [Int]) {
    var used: [Int?] = Array(repeating: nil, count: labels.count)
    for (row, place) in places.enumerated() { used[place] = row }
    var members = Array(repeating: [Int?](), count: classNames.count)
    for (place, label) in labels.enumerated() where label >= 0 {
      members[label].append(used[place])
    }
    for (index, name) in classNames.enumerated() { rows[name] = members[index] }
  }

  /// Names are texts, so that a number in another spelling is another name.
  private func hint(for name: String) -> String {
    guard let number = LabelSpelling.plainNumber(name),
      let near = rows.keys.filter({ LabelSpelling.plainNumber($0) == number }).min()
    else { return "names are those of the labels" }
    return "the labels have '\(near)': spell it so"
  }

  /// - Returns: `nil` for a sample that has no direction.
  func row(_ name: String, _ number: String, _ lines: LineReader) throws(FileError) -> Int? {
    guard let members = rows[name] else {
      throw lines.malformed("no class '\(name)'", hint: hint(for: name))
    }
    guard let index = Int(number), index >= 1, index <= members.count else {
      throw lines.malformed(
        "no sample \(number) of '\(name)': it has \(members.count)", hint: "they count from 1")
    }
    return members[index - 1]
  }
}
