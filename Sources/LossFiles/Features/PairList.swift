/// The pairs of a file such as LFW's `pairs.txt`.
///
/// A line is `name 1 4` for the first and fourth sample of one class, or `name 1 other 2`; numbers
/// count from 1 in the order of the features. A first line `10 300` says how many folds there are
/// and how many pairs of each kind a fold has. Or a line has two samples, by the places of their
/// rows from 0 or by the names of their files, and maybe whether they are of one class, 1 or 0.
/// Divided by tabs, commas, semicolons or spaces; a header is passed over.
package struct PairList: Sendable, Equatable {
  package var pairs: [ListedPair]
  /// Pairs with a sample that has no direction.
  package var leftOut: Int

  /// More than this are no list to be read line by line.
  static let limit = 50_000_000

  /// Pairs whose verdict in the list is not that of their labels.
  package private(set) var contradictions = 0

  /// - Parameters:
  ///   - labels: of all rows of the file of features; −1 for none.
  ///   - places: the rows that are used.
  ///   - sampleNames: of all rows of the file, where they have names.
  init(
    path: String, labels: [Int], classNames: [String], places: [Int], sampleNames: [String]? = nil
  ) throws(FileError) {
    let stream = try ByteStream(path: path)
    let layout = PairLayout(try TableSample(stream), classNames: classNames)
    let lines = LineReader(stream)
    let samples = PairSamples(
      labels: labels, classNames: classNames, places: places, names: sampleNames)
    var pairs: [ListedPair] = []
    var (seen, setSize) = (0, Int?.none)
    leftOut = 0
    if layout.hasHeader {
      while let line = try lines.next(), layout.fields(of: lines.buffer[line]).isEmpty {}
    }
    while let line = try lines.next() {
      let fields = layout.fields(of: lines.buffer[line])
      if fields.isEmpty { continue }
      if seen == 0, layout.form == .numbered, fields.count <= 2 {
        setSize = try Self.setSize(fields, lines)
        continue
      }
      let pair = try samples.pair(fields, layout.form, lines)
      seen += 1
      guard seen <= Self.limit else { throw lines.malformed("more than 50 million pairs") }
      guard let first = pair.first, let second = pair.second else {
        leftOut += 1
        continue
      }
      let areOne = labels[places[first]] == labels[places[second]]
      let isPositive = pair.verdict ?? areOne
      if isPositive != areOne { contradictions += 1 }
      pairs.append(.init(first: first, second: second, isPositive: isPositive, fold: seen - 1))
    }
    guard !pairs.isEmpty else {
      throw .malformed(path, "holds no pairs", hint: "name 1 4, or name 1 other 2")
    }
    let size = setSize ?? (seen + 9) / 10
    for index in pairs.indices { pairs[index].fold = pairs[index].fold / size % 10 }
    self.pairs = pairs
  }

  /// How many pairs a fold has, by the first line.
  private static func setSize(
    _ fields: [String], _ lines: LineReader
  ) throws(FileError) -> Int {
    let numbers = fields.compactMap { Int($0) }
    guard numbers.count == fields.count, let last = numbers.last,
      numbers.allSatisfy({ $0 > 0 && $0 < limit })
    else { throw lines.malformed("expected the number of folds and of pairs") }
    return 2 * last
  }
}
