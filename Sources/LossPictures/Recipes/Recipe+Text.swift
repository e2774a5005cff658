import LossScene

extension Recipe {
  /// The key under which `files` stands beside the options.
  package static let filesKey = "files"

  /// The recipe as one JSON object, in the order of its entries.
  ///
  /// - Parameter indented: one option a line.
  package func json(indented: Bool = false) -> String {
    var fields = entries.map { jsonText($0.name) + ": " + $0.value.json }
    if !files.isEmpty {
      let items = files.map { file in
        "{\"name\": \(jsonText(file.name)), \"sha256\": \(jsonText(file.sha256)), "
          + "\"shape\": [\(file.shape.map { "\($0)" }.joined(separator: ", "))]}"
      }
      fields.append("\"\(Self.filesKey)\": [\(items.joined(separator: ", "))]")
    }
    guard indented else { return "{\(fields.joined(separator: ", "))}" }
    return "{\n" + fields.map { "  " + $0 }.joined(separator: ",\n") + "\n}\n"
  }

  /// The document that a picture carries: the recipe and who wrote it.
  package func document(version: String) -> String {
    "{\"schema\": 1, \"version\": \(jsonText(version)), \"recipe\": \(json())}"
  }
}

extension Recipe.Value {
  /// As it stands in a document.
  package var json: String {
    switch self {
    case .number(let number): numberText(number)
    case .word(let word): jsonText(word)
    case .flag(let flag): flag ? "true" : "false"
    case .list(let values): "[\(values.map { $0.json }.joined(separator: ", "))]"
    }
  }
}

/// A number so that it reads back to the same bits: `16`, `0.35`, `1e-08`.
///
/// - Precondition: finite.
package func numberText(_ value: Double) -> String {
  precondition(value.isFinite, "\(value) is no number of JSON")
  guard value == value.rounded(), abs(value) < 1e15, value.sign == .plus || value != 0 else {
    return "\(value)"
  }
  return "\(Int64(value))"
}

/// A text in quotes, with what JSON wants escaped and what no picture can carry.
package func jsonText(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\u000d"
    case _ where String(scalar).drawable.unicodeScalars.first != scalar:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
