/// The signs between the words of a language, with the spaces that belong to them.
package struct Punctuation: Sendable, Equatable {
  package let comma: String
  package let semicolon: String
  package let colon: String
  package let stop: String
  package let opening: String
  package let closing: String

  package static let latin = Punctuation(
    comma: ", ", semicolon: "; ", colon: ": ", stop: ". ", opening: " (", closing: ")")
  package static let han = Punctuation(
    comma: "，", semicolon: "；", colon: "：", stop: "。", opening: "（", closing: "）")

  /// Parts one after another; of parts that have commas themselves with semicolons between.
  package func listed(_ parts: [RichText]) -> RichText {
    let own = comma.first
    let sign = parts.contains { $0.text.contains { $0 == own } } ? semicolon : comma
    return parts.filter { !$0.isEmpty }.enumerated().reduce(RichText()) { text, part in
      text + (part.offset > 0 ? RichText(plain: sign) : RichText()) + part.element
    }
  }

  /// Sentences, each with its stop.
  package func sentences(_ sentences: [RichText]) -> RichText {
    let ended = sentences.filter { !$0.isEmpty }.reduce(RichText()) {
      $0 + $1 + RichText(plain: stop)
    }
    return ended.withoutSpaceAtEnd
  }
}

extension RichText {
  fileprivate var withoutSpaceAtEnd: RichText {
    var text = self
    guard let last = text.spans.indices.last, text.spans[last].text.hasSuffix(" ") else {
      return self
    }
    text.spans[last].text.removeLast()
    return text
  }

  /// With a capital letter where it begins with a plain one.
  package var capitalized: RichText {
    guard let first = spans.first, !first.isFormula, !first.isItalic else { return self }
    var text = self
    text.spans[0].text = first.text.prefix(1).uppercased() + first.text.dropFirst()
    return text
  }

  /// As a part of a sentence: without the capital of a word that is no abbreviation.
  package var inSentence: RichText {
    guard let first = spans.first, !first.isFormula, let second = first.text.dropFirst().first,
      second.isLowercase || second == "-"
    else { return self }
    var text = self
    text.spans[0].text = first.text.prefix(1).lowercased() + first.text.dropFirst()
    return text
  }

  /// The spaces that set parts apart on a line are one in a sentence.
  var withoutWideSpaces: RichText {
    var text = self
    var isAfterSpace = false
    for index in text.spans.indices {
      text.spans[index].text = text.spans[index].text.reduce(into: "") { result, character in
        if character != " " || !isAfterSpace { result.append(character) }
        isAfterSpace = character == " "
      }
    }
    return text
  }
}
