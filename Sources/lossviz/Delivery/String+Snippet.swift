extension String {
  /// As words between the brackets of a Markdown picture; a backslash stands before every sign that
  /// would begin something.
  var inMarkdown: String {
    oneLine.replacingScalars { "\\`*_[]<>&$|~".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }

  /// As the value of an HTML attribute in double quotes.
  var inHTML: String {
    oneLine.replacingScalars { sign in
      switch sign {
      case "&": "&amp;"
      case "\"": "&quot;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: nil
      }
    }
  }

  /// As an argument of a DocC directive in double quotes.
  var inDocC: String { oneLine.replacingScalars { $0 == "\\" || $0 == "\"" ? "\\\($0)" : nil } }

  /// A relative path as an address: all but plain letters, digits and `/-_.~` by their bytes.
  ///
  /// A name with a colon would be taken for a protocol, one with a comma for two.
  var inURL: String {
    let digits = Array("0123456789ABCDEF")
    var result = ""
    for byte in utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "/", "-", "_", ".", "~":
        result.unicodeScalars.append(scalar)
      default: result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }

  /// As text of LaTeX, also inside a braced value of a key.
  var inLaTeX: String {
    oneLine.replacingScalars { sign in
      switch sign {
      case "\\": "\\textbackslash{}"
      case "~": "\\textasciitilde{}"
      case "^": "\\textasciicircum{}"
      case "#", "$", "%", "&", "_", "{", "}": "\\\(sign)"
      case "°": "\\textdegree{}"
      case "±": "\\ensuremath{\\pm}"
      case "−": "\\ensuremath{-}"
      case "×": "\\ensuremath{\\times}"
      case "≤": "\\ensuremath{\\le}"
      case "≥": "\\ensuremath{\\ge}"
      case "λ": "\\ensuremath{\\lambda}"
      case "θ": "\\ensuremath{\\theta}"
      case "ψ": "\\ensuremath{\\psi}"
      case "γ": "\\ensuremath{\\gamma}"
      case "π": "\\ensuremath{\\pi}"
      case "α": "\\ensuremath{\\alpha}"
      default: nil
      }
    }
  }

  /// As the path of a picture in LaTeX, where some signs only stand for themselves by name.
  var inLaTeXPath: String {
    replacingScalars { sign in
      switch sign {
      case "%": "\\csname @percentchar\\endcsname "
      case "#": "\\csname c_hash_str\\endcsname "
      case "$", "&", "^", "_", "~": "\\string\(sign)"
      default: nil
      }
    }
  }

  /// Without line ends, and without what no document can hold.
  private var oneLine: String {
    split(whereSeparator: { $0.isNewline }).joined(separator: " ").drawable
      .replacingScalars { $0 == "\t" ? " " : nil }
  }
}
