extension RichText {
  /// LaTeX for running text, formulas between dollar signs; needs no package.
  package var latex: String {
    var writer = LaTeXWriter()
    for span in spans { writer.write(span) }
    writer.end()
    return writer.text
  }
}

/// Opens and closes formulas and scripts as the spans go by.
private struct LaTeXWriter {
  private(set) var text = ""
  private var scripts: [RichText.Script] = []
  private var isInFormula = false

  mutating func write(_ span: RichText.Span) {
    let isFormula = span.isFormula || !span.scripts.isEmpty
    if isFormula != isInFormula { end() }
    if isFormula && !isInFormula { text += "$" }
    isInFormula = isFormula
    let shared = zip(scripts, span.scripts).prefix { $0 == $1 }.count
    close(downTo: shared)
    for script in span.scripts.dropFirst(shared) { text += script == .sub ? "_{" : "^{" }
    scripts = span.scripts
    let content = isFormula ? Self.formula(span) : Self.words(span.text)
    text += span.isBold ? (isFormula ? "\\mathbf{" : "\\textbf{") + content + "}" : content
  }

  mutating func end() {
    close(downTo: 0)
    if isInFormula { text += "$" }
    isInFormula = false
  }

  private mutating func close(downTo depth: Int) {
    while scripts.count > depth {
      scripts.removeLast()
      text += "}"
    }
  }

  private static func words(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "_", "%", "&", "#", "$", "{", "}": result += "\\\(character)"
      case "−": result += "$-$"
      case let character where symbol(character) != nil: result += "$\(symbol(character) ?? "")$"
      default: result.append(character)
      }
    }
  }

  private static func formula(_ span: RichText.Span) -> String {
    var result = ""
    var word = ""
    for character in span.text + "\n" {
      if character.isASCII && character.isLetter {
        word.append(character)
        continue
      }
      result += named(word)
      word = ""
      if character == " " && result.last == " " { continue }
      if let symbol = symbol(character) {
        // A command would swallow letters that follow it directly.
        result += symbol + (symbol.last?.isLetter == true ? " " : "")
      } else if character == "%" || character == "#" || character == "&" || character == "_" {
        result += "\\\(character)"
      } else {
        result.append(character)
      }
    }
    return String(result.dropLast())
  }

  /// A word of several letters upright, by its own command where LaTeX has one.
  private static func named(_ word: String) -> String {
    let commands = ["cos", "sin", "tan", "arccos", "log", "ln", "exp", "max", "min", "sup", "arg"]
    if word.count < 2 { return word }
    return commands.contains(word) ? "\\\(word) " : "\\mathrm{\(word)}"
  }

  private static func symbol(_ character: Character) -> String? {
    let greek = [
      "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ζ": "zeta",
      "η": "eta", "θ": "theta", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
      "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "φ": "varphi", "χ": "chi", "ψ": "psi",
      "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Π": "Pi",
      "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
    ]
    let others = [
      "−": "-", "·": "\\cdot", "×": "\\times", "‖": "\\|", "≤": "\\le", "≥": "\\ge",
      "≠": "\\ne", "≈": "\\approx", "∞": "\\infty", "∈": "\\in", "∂": "\\partial",
      "…": "\\dots", "∠": "\\angle", "°": "^{\\circ}", "±": "\\pm", "√": "\\surd",
      "²": "^{2}", "½": "\\tfrac12", "→": "\\to", "′": "'", "₊": "_{+}", "∑": "\\sum",
      "⌊": "\\lfloor", "⌋": "\\rfloor", "ŵ": "\\hat w", "Ŵ": "\\hat W",
    ]
    return greek[character.description].map { "\\\($0)" } ?? others[character.description]
  }
}
