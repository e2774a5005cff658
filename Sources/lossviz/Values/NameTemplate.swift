import LossPlot

/// The names of outputs, from a template with options in braces: `{loss}_m{m}_seed{seed}`.
///
/// A placeholder without a value drops out together with the text before it, back to the
/// placeholder before: softmax has no m, so that `{loss}_m{m}` is `softmax`.
struct NameTemplate {
  static let standard = "{loss}_{data}_m{m}_s{s}_seed{seed}"

  private var parts: [(prefix: String, placeholder: String)] = []
  /// After the last placeholder.
  private var end = ""

  /// - Parameter names: the placeholders that there are.
  /// - Throws: `ValueProblem` for an unknown placeholder or a brace without its partner.
  init(_ text: String, names: [String]) throws(ValueProblem) {
    var prefix = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      guard character == "{" else {
        guard character != "}" else { throw Self.unbalanced }
        prefix.append(character)
        continue
      }
      guard let close = rest.firstIndex(of: "}") else { throw Self.unbalanced }
      let name = String(rest[..<close])
      guard names.contains(name) else {
        throw ValueProblem(
          expected: "options in braces, and '\(name)' is none",
          nearest: nearestWords(to: name, in: names).map { "{\($0)}" })
      }
      parts.append((prefix, name))
      prefix = ""
      rest = rest[rest.index(after: close)...]
    }
    end = prefix
  }

  private static let unbalanced = ValueProblem(expected: "each { with its }")

  /// The name for these values; `nil` for what the loss lacks or what is as always.
  func name(_ value: (_ placeholder: String) -> String?) -> String {
    var name = ""
    for part in parts {
      guard let text = value(part.placeholder), !text.isEmpty else { continue }
      // What parts two placeholders has nothing to part at the beginning.
      name += (name.isEmpty ? part.prefix.trimmingSeparators : part.prefix) + text.asFileName
    }
    return name + end
  }
}

extension String {
  fileprivate var trimmingSeparators: String { String(drop { "_-. ".contains($0) }) }

  /// With what would be part of a path, or invisible, replaced.
  fileprivate var asFileName: String {
    String(map { $0 == "/" || $0.isWhitespace || $0 == "\0" ? "-" : $0 })
  }
}
