/// The values that an option goes through: a list of values and ranges, `0,0.1:0.3:0.1,0.5`.
struct SweepValues: Sendable, Equatable {
  /// Values and ranges as they were typed.
  let texts: [String]
  private let parts: [Part]
  let count: Int

  private enum Part: Equatable {
    case value(String)
    case range(DecimalRange)

    var count: Int {
      switch self {
      case .value: 1
      case .range(let range): range.count
      }
    }
  }

  /// - Throws: `ValueProblem` for an empty part or a range that is none.
  init(_ text: String) throws(ValueProblem) {
    guard let texts = TypedText.list(text) else {
      throw ValueProblem(expected: "values with commas between them, and one is empty here")
    }
    var parts: [Part] = []
    var count = 0
    for text in texts {
      parts.append(text.contains(":") ? .range(try DecimalRange(text)) : .value(text))
      count += parts[parts.count - 1].count
    }
    self.texts = texts
    self.parts = parts
    self.count = count
  }

  /// - Precondition: `index` is in `0 ..< count`.
  subscript(index: Int) -> String {
    var rest = index
    for part in parts {
      guard rest >= part.count else {
        return switch part {
        case .value(let text): text
        case .range(let range): range[rest]
        }
      }
      rest -= part.count
    }
    preconditionFailure("\(index) is none of \(count) values")
  }

  /// Each by itself.
  var all: [String] { (0..<count).map { self[$0] } }

  /// Those whose check is a check of all: of a range its two ends.
  var telling: [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .value(let text): [text]
      case .range(let range): range.count == 1 ? [range[0]] : [range[0], range[range.count - 1]]
      }
    }
  }
}

/// An option with the values that it goes through.
struct SweepAxis: Sendable {
  let name: String
  let values: SweepValues
  /// The list as it was typed.
  let given: GivenText

  var label: String { given.label }

  /// One of its values as if it had been given alone.
  func single(_ text: String) -> GivenText { GivenText(text: text, source: given.source) }

  /// - Throws: `ValueProblem` for what is no list.
  init(_ name: String, _ given: GivenText) throws(ValueProblem) {
    self.name = name
    self.given = given
    values = try SweepValues(given.text)
  }
}

extension [SweepAxis] {
  subscript(name: String) -> SweepAxis? { first { $0.name == name } }

  /// With this one in the place of what was said before of the same option.
  mutating func replace(by axis: SweepAxis) {
    removeAll { $0.name == axis.name }
    append(axis)
  }
}
