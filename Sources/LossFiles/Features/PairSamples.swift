/// The samples that a list of pairs may name: by class and number, by row, or by name.
struct PairSamples {
  private var rows: [String: [Int?]] = [:]
  /// For each row of the file its place among those that are used.
  private var used: [Int?]
  private var named: [String: Int] = [:]
  /// Names that are told apart only with their folders.
  private var ambiguous: Set<String> = []
  private let hasNames: Bool

  struct Pair {
    /// `nil` for a sample that has no direction.
    let first: Int?
    let second: Int?
    /// Whether the list says that they are of one class.
    var verdict: Bool?
  }

  init(labels: [Int], classNames: [String], places: [Int], names: [String]?) {
    used = Array(repeating: nil, count: labels.count)
    for (row, place) in places.enumerated() { used[place] = row }
    var members = Array(repeating: [Int?](), count: classNames.count)
    for (place, label) in labels.enumerated() where label >= 0 {
      members[label].append(used[place])
    }
    for (index, name) in classNames.enumerated() { rows[name] = members[index] }
    hasNames = names != nil
    for (place, name) in (names ?? []).enumerated() {
      for key in Self.keys(of: name) {
        if named[key] != nil, named[key] != place { ambiguous.insert(key) }
        named[key] = place
      }
    }
  }

  /// A name by itself, with its folder and with all of them; with its ending and without.
  private static func keys(of name: String) -> Set<String> {
    let parts = name.split(separator: "/")
    var keys: Set<String> = []
    for count in Set([1, 2, parts.count]) where count <= parts.count {
      let path = parts.suffix(count).joined(separator: "/")
      keys.insert(path)
      if let dot = path.lastIndex(of: "."), path[dot...].count <= 6 {
        keys.insert(String(path[..<dot]))
      }
    }
    return keys
  }

  func pair(
    _ fields: [String], _ form: PairForm, _ lines: LineReader
  ) throws(FileError) -> Pair {
    switch form {
    case .numbered:
      guard let number = fields.last, fields.count == 3 || fields.count == 4 else {
        throw lines.malformed(
          "expected 3 or 4 fields, found \(fields.count)",
          hint: "name 1 4, or name 1 other 2; or two samples and then 1 or 0")
      }
      let other = fields.count == 3 ? fields[0] : fields[2]
      return Pair(
        first: try row(fields[0], fields[1], lines), second: try row(other, number, lines))
    case .judged(let sample):
      guard fields.count == 3, let verdict = PairForm.verdict(fields[2]) else {
        throw lines.malformed(
          "expected two samples and then 1 or 0", hint: "every line like the first")
      }
      return Pair(
        first: try row(fields[0], sample, lines), second: try row(fields[1], sample, lines),
        verdict: verdict)
    case .listed(let sample):
      guard fields.count == 2 else {
        throw lines.malformed(
          "expected two samples, found \(fields.count) fields", hint: "every line like the first")
      }
      return Pair(
        first: try row(fields[0], sample, lines), second: try row(fields[1], sample, lines))
    }
  }

  private func row(
    _ field: String, _ sample: PairForm.Sample, _ lines: LineReader
  ) throws(FileError) -> Int? {
    switch sample {
    case .row:
      guard let place = Int(field), used.indices.contains(place) else {
        throw lines.malformed("no row \(field): there are \(used.count)", hint: "rows count from 0")
      }
      return used[place]
    case .name:
      guard hasNames else {
        throw lines.malformed(
          "'\(field)' is the name of a sample, and the samples have none",
          hint: "give names beside the labels, --labels labels.csv with lines name,label;"
            + " or give pairs by row, 0 5 1")
      }
      for key in Self.keys(of: field).sorted(by: { $0.utf8.count > $1.utf8.count })
      where !ambiguous.contains(key) {
        if let place = named[key] { return used[place] }
      }
      throw lines.malformed(
        "no sample is called '\(field)'", hint: "names are those beside the labels")
    }
  }

  /// Names are texts, so that a number in another spelling is another name.
  private func hint(for name: String) -> String {
    guard let number = LabelSpelling.plainNumber(name),
      let near = rows.keys.filter({ LabelSpelling.plainNumber($0) == number }).min()
    else { return "names are those of the labels" }
    return "the labels have '\(near)': spell it so"
  }

  private func row(
    _ name: String, _ number: String, _ lines: LineReader
  ) throws(FileError) -> Int? {
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
