/// How far the letters of a font move the pen, so that lines are laid out alike where the font is
/// and where it is not.
package struct AdvanceTable: Sendable {
  /// Ascending.
  private let letters: [UInt16]
  private let regular: Weight
  private let bold: Weight

  private struct Weight: Sendable {
    var advances: [UInt16] = []
    /// Where the pairs of each letter begin, and after the last one the end.
    var starts: [Int] = []
    var seconds: [UInt16] = []
    var corrections: [Int16] = []

    /// What the second letter moves besides its own width when it follows the first.
    func correction(_ first: Int, _ second: Int) -> Int {
      var (low, high) = (starts[first], starts[first + 1])
      while low < high {
        let middle = (low + high) / 2
        if seconds[middle] < second { low = middle + 1 } else { high = middle }
      }
      guard low < starts[first + 1], seconds[low] == second else { return 0 }
      return Int(corrections[low])
    }
  }

  /// Reads what `packaging/advances` writes; `nil` for anything else.
  package init?(_ bytes: [UInt8]) {
    var words = Words(bytes)
    guard let count = words.next(), let letters = words.next(count),
      zip(letters, letters.dropFirst()).allSatisfy({ $0 < $1 }),
      let regular = Self.weight(&words, count: count), let bold = Self.weight(&words, count: count),
      words.next() == nil
    else { return nil }
    self.letters = letters
    self.regular = regular
    self.bold = bold
  }

  private static func weight(_ words: inout Words, count: Int) -> Weight? {
    guard let advances = words.next(count), let pairs = words.next(),
      let table = words.next(3 * pairs)
    else { return nil }
    var weight = Weight(advances: advances)
    var first = 0
    for pair in 0..<pairs {
      let left = Int(table[3 * pair])
      guard left < count, left + 1 >= weight.starts.count else { return nil }
      while first <= left {
        weight.starts.append(pair)
        first += 1
      }
      weight.seconds.append(table[3 * pair + 1])
      weight.corrections.append(Int16(bitPattern: table[3 * pair + 2]))
    }
    while weight.starts.count <= count { weight.starts.append(pairs) }
    return weight
  }

  /// Points that the line moves the pen by, each letter's width rounded to 1/1024 point as Pango
  /// does; `nil` where the table lacks a letter.
  ///
  /// Letters that are wide in East Asia are as wide as the type is large, and signs that are pictures
  /// a quarter wider, however many letters are joined to one.
  package func width(of text: RichText, size: Double) -> Double? {
    let unit = (size * 1024).rounded(.towardZero)
    var width = 0
    for span in text.spans {
      let scale = Int(span.scripts.isEmpty ? unit : (1024 * span.size(in: size)).rounded())
      let weight = span.isBold ? bold : regular
      var last: Int?
      func add(_ letter: Unicode.Scalar) -> Bool {
        guard let place = place(of: letter) else {
          width += scale
          last = nil
          return letter.isWide
        }
        if let last { width += rounded(weight.correction(last, place), scale) }
        width += rounded(Int(weight.advances[place]), scale)
        last = place
        return true
      }
      guard span.text.hasPictures else {
        for letter in span.text.unicodeScalars where letter != "\0" && !add(letter) { return nil }
        continue
      }
      for character in span.text {
        guard !character.isPicture else {
          width += scale * 5 / 4
          last = nil
          continue
        }
        for letter in character.unicodeScalars where letter != "\0" && !add(letter) { return nil }
      }
    }
    return Double(width) / 1024
  }

  private func place(of letter: Unicode.Scalar) -> Int? {
    guard letter.value <= UInt16.max else { return nil }
    let wanted = UInt16(letter.value)
    // The first ones follow one another without a gap.
    let guess = Int(wanted) - Int(letters.first ?? 0)
    if letters.indices.contains(guess), letters[guess] == wanted { return guess }
    var (low, high) = (0, letters.count)
    while low < high {
      let middle = (low + high) / 2
      if letters[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < letters.count && letters[low] == wanted ? low : nil
  }

  /// A length in 2048ths of the type, in 1024ths of a point.
  private func rounded(_ length: Int, _ scale: Int) -> Int {
    Int((Int64(length) * Int64(scale) + 1024) >> 11)
  }
}

/// Numbers of two bytes, lower first.
private struct Words {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Int? {
    guard place + 2 <= bytes.count else { return nil }
    defer { place += 2 }
    return Int(bytes[place]) | Int(bytes[place + 1]) << 8
  }

  mutating func next(_ count: Int) -> [UInt16]? {
    guard place + 2 * count <= bytes.count else { return nil }
    defer { place += 2 * count }
    return (0..<count).map { index in
      UInt16(bytes[place + 2 * index]) | UInt16(bytes[place + 2 * index + 1]) << 8
    }
  }
}

extension String {
  /// Columns of a terminal: letters that are a square in East Asia take two, and so do pictures.
  package var columns: Int {
    reduce(0) { $0 + ($1.isPicture || $1.unicodeScalars.contains { $0.isWide } ? 2 : 1) }
  }

  /// Whether some of its characters are pictures.
  fileprivate var hasPictures: Bool {
    unicodeScalars.contains { $0.value >= 0x20E3 && $0.makesPicture }
  }
}

extension Character {
  /// Whether it is drawn as one picture in colors: a face, a flag of two letters, several people
  /// joined.
  package var isPicture: Bool { unicodeScalars.contains { $0.makesPicture } }
}

extension Unicode.Scalar {
  /// Pictures of the blocks that have nothing else, and what makes one of the sign before it
  /// (Unicode, UTS #51).
  fileprivate var makesPicture: Bool {
    switch value {
    case 0x20E3, 0xFE0F, 0x1F000...0x1F0FF, 0x1F1E6...0x1F1FF, 0x1F200...0x1FAFF: true
    default: false
    }
  }

  /// Whether it takes a square in East Asia.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

extension TextMeasure {
  /// By a table of the font, and where that lacks a letter by another measure.
  package static func table(_ table: AdvanceTable, else other: TextMeasure) -> TextMeasure {
    TextMeasure(name: "table, \(other.name)") { text, size in
      table.width(of: text, size: size) ?? other.width(of: text, size: size)
    }
  }
}
