import LossPlot

/// Numbers as people write them elsewhere: with units, with a decimal comma, as a share.
enum NumberWords {
  struct Meant {
    let text: String
    let reason: String
  }

  /// What a text may mean that the option does not take, the likeliest first.
  static func meant(by text: String, of option: Option) -> [Meant] {
    let plain = text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "'" }
      .replacing("−", with: "-")
    guard plain.contains(where: \.isNumber) || plain.contains("pi") || plain.contains("π") else {
      return []
    }
    var meant: [Meant] = []
    let isRadians = LossEntry.all.contains { $0.option(named: option.name)?.unit == .radians }
    let commas = plain.split(separator: ",", omittingEmptySubsequences: false)
    if commas.count > 1, commas[0] != "0", commas.dropFirst().allSatisfy({ $0.count == 3 }) {
      meant.append(Meant(text: commas.joined(), reason: "numbers have no commas"))
    }
    if commas.count == 2, commas[0].count <= 4, commas[1].first?.isNumber == true {
      meant.append(Meant(text: "\(commas[0]).\(commas[1])", reason: "decimals have a point"))
    }
    if let unit = withoutUnit(plain) { meant.append(unit) }
    if let share = fraction(plain) {
      meant.append(Meant(text: share, reason: "as a decimal number"))
    }
    if isRadians, let angle = degrees(plain) { meant.append(angle) }
    if plain != text { meant.append(Meant(text: plain, reason: "numbers have no spaces")) }
    return meant
  }

  /// `900px`, `20%`, `10k`, `0.5rad`.
  private static func withoutUnit(_ text: String) -> Meant? {
    let digits = text.prefix { "0123456789.+-".contains($0) }
    let unit = text.dropFirst(digits.count)
    guard let number = TypedText.number(String(digits)), !unit.isEmpty, !unit.contains("deg")
    else { return nil }
    switch unit {
    case "%", "percent", "pct":
      return Meant(text: short(number / 100), reason: "a share is from 0 to 1")
    case "k": return Meant(text: TypedText.text(number * 1000), reason: "as a whole number")
    case "m", "mio":
      return Meant(text: TypedText.text(number * 1_000_000), reason: "as a whole number")
    default:
      guard unit.allSatisfy(\.isLetter) else { return nil }
      return Meant(text: String(digits), reason: "numbers have no unit")
    }
  }

  /// `1/3`.
  private static func fraction(_ text: String) -> String? {
    let parts = text.split(separator: "/").map { TypedText.number(String($0)) }
    guard parts.count == 2, let first = parts[0], let second = parts[1], second != 0 else {
      return nil
    }
    return short(first / second)
  }

  /// `28.6`, `28.6°`, `28.6 degrees`, `pi/6`: degrees have their name.
  private static func degrees(_ text: String) -> Meant? {
    let reason = "radians, or degrees with their name"
    let name = text.replacing("π", with: "pi")
    if let range = name.firstRange(of: "pi") {
      let factor = String(name[..<range.lowerBound]).replacing("*", with: "")
      let divisor = name[range.upperBound...].drop { $0 == "/" }
      let number = factor.isEmpty ? 1 : TypedText.number(factor)
      let divided = divisor.isEmpty ? 1 : TypedText.number(String(divisor))
      guard let number, let divided, divided != 0 else { return nil }
      return Meant(text: short(180 * number / divided) + "deg", reason: reason)
    }
    let digits = name.prefix { "0123456789.+-".contains($0) }
    let unit = name.dropFirst(digits.count)
    guard TypedText.number(String(digits)) != nil,
      ["", "°", "º", "d", "degree", "degrees", "grad", "˚"].contains(String(unit))
    else { return nil }
    return Meant(text: digits + "deg", reason: reason)
  }
}

/// Lists and ranges of other languages, as they are typed here.
enum ListWords {
  /// The likeliest first.
  static func meant(by text: String) -> [String] {
    var meant: [String] = []
    let plain = plain(text)
    if plain != text { meant.append(plain) }
    let body = inner(text)
    let dots = body.replacing("...", with: "..").split(separator: "..").map(String.init)
    var parts = body.split { ":;, ".contains($0) }.map(String.init)
    if body.contains(".."), dots.count == 2 { parts = dots }
    guard parts.count == 2 || parts.count == 3,
      parts.allSatisfy({ TypedText.angle($0) != nil })
    else { return meant }
    if parts.count == 3 {
      // MATLAB has the step in the middle.
      let turned = [[0, 1, 2], [0, 2, 1], [1, 0, 2]].map { order in
        order.map { parts[$0] }.joined(separator: ":")
      }
      if body.contains(":") || text.contains("range") || text.contains("linspace") {
        meant += turned
      }
    } else if body.contains(":") || body.contains("..") {
      let isWhole = parts.allSatisfy { TypedText.integer($0) != nil }
      for step in isWhole ? ["1", "10", "0.1"] : ["0.1", "0.05", "10deg"] {
        meant.append("\(parts[0]):\(parts[1]):\(step)")
      }
    }
    return meant
  }

  /// `[0.1, 0.2]`, `0.1 0.2` and `0.1;0.2` with commas.
  static func plain(_ text: String) -> String {
    let body = inner(text)
    guard !body.contains(":"), !body.contains("..") else { return body }
    return body.split { ",; |/".contains($0) }.map(String.init).joined(separator: ",")
  }

  /// Without brackets and the name of a function.
  private static func inner(_ text: String) -> String {
    var rest = text[...]
    for name in ["np.arange", "numpy.arange", "arange", "range", "linspace", "np.linspace"]
    where rest.hasPrefix(name) { rest = rest.dropFirst(name.count) }
    let brackets = "[](){}<>"
    return rest.filter { !brackets.contains($0) && $0 != "\"" && $0 != "'" }.trimmed
  }
}
