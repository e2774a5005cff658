/// The values that an option goes through: a list of values and ranges, `0,0.1:0.3:0.1,0.5`.
struct SweepValues: Sendable, Equatable {
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

extension Option {
  /// Whether `compare` may go through several values of it.
  var isSweepable: Bool { isOfLosses || ["loss", "noise", "seed"].contains(name) }

  /// The same option taking lists and ranges; what it stores is the first value.
  var sweeping: Option {
    guard isSweepable else { return self }
    let single = self
    var option = Option(
      name: name, short: short, placeholder: placeholder.map { $0 + ",…" }, group: group,
      help: help, details: details, allowed: allowed, range: range, words: words,
      defaultText: defaultText, isOfLosses: isOfLosses,
      write: { options, given throws(ValueProblem) in
        let values = try SweepValues(given.text)
        for text in values.telling {
          var trial = options
          try single.write(&trial, GivenText(text: text, source: given.source))
        }
        try single.write(&options, GivenText(text: values[0], source: given.source))
      })
    option.read = single.read
    return option
  }
}
