extension RichText {
  /// The characters alone, scripts on the line.
  package var text: String { spans.map { $0.text }.joined() }

  /// Whether a space follows another one.
  var hasTwoSpaces: Bool {
    let characters = Array(text.utf8)
    return zip(characters, characters.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  }

  /// Shows spans with their looks: for summaries.
  package var markup: String {
    spans.map { span in
      var text = span.text
      if span.isItalic { text = "*\(text)*" }
      if span.isBold { text = "**\(text)**" }
      for script in span.scripts.reversed() {
        text = (script == .sub ? "_{" : "^{") + text + "}"
      }
      if let color = span.color { text = "[\(color.hexText) \(text)]" }
      return text
    }.joined()
  }

  /// For a terminal: scripts as Unicode has them (`W₁₂`, `e⁻ˢ`), else `θ_y`, `W_{yi}`.
  package var terminalText: String {
    scriptGroups.map { group in
      guard let script = group.script else { return group.text }
      let raised = group.text.map { Self.unicode($0, script) }
      if !group.isNested, raised.allSatisfy({ $0 != nil }) {
        return String(raised.compactMap { $0 })
      }
      let mark = script == .sub ? "_" : "^"
      return group.text.count == 1 ? mark + group.text : mark + "{" + group.text + "}"
    }.joined()
  }

  /// Neighbouring spans of the same outermost script as one text.
  private var scriptGroups: [ScriptGroup] {
    var groups: [ScriptGroup] = []
    for span in spans {
      let script = span.scripts.first
      let text =
        span.scripts.dropFirst().reversed().reduce(span.text) { text, script in
          (script == .sub ? "_" : "^") + (text.count == 1 ? text : "{\(text)}")
        }
      let isNested = span.scripts.count > 1
      if let last = groups.last, last.script == script, script != nil {
        groups[groups.count - 1].text += text
        groups[groups.count - 1].isNested = last.isNested || isNested
      } else {
        groups.append(ScriptGroup(script: script, text: text, isNested: isNested))
      }
    }
    return groups
  }

  private struct ScriptGroup {
    var script: Script?
    var text: String
    var isNested: Bool
  }

  /// The character's own subscript or superscript in Unicode; not all have one.
  private static func unicode(_ character: Character, _ script: Script) -> Character? {
    let table =
      switch script {
      case .sub: ("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")
      case .sup:
        (
          "0123456789+−=()abcdefghijklmnoprstuvwxyzβγδθ′*",
          "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿ′*"
        )
      }
    guard let place = table.0.firstIndex(of: character) else { return nil }
    let offset = table.0.distance(from: table.0.startIndex, to: place)
    return table.1[table.1.index(table.1.startIndex, offsetBy: offset)]
  }
}
