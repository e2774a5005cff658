/// What is to be said of several files, each thing once: notes that are the same for all stand
/// alone, those of some name them, and those that differ in one number list it.
struct SharedNotes {
  let lines: [String]

  /// - Parameter files: each with its notes.
  init(_ files: [(title: String, notes: [String])], in language: PageLanguage) {
    let notes = files.flatMap { file in file.notes.map { (title: file.title, note: $0) } }
    lines = notes.grouped { $0.note.numbersApart.words }.flatMap {
      Self.lines(of: $0.members, files: files.count, language)
    }
  }

  private static func lines(
    of notes: [(title: String, note: String)], files: Int, _ language: PageLanguage
  ) -> [String] {
    let colon = Wording(": ", zh: "：")[language]
    let comma = Wording(", ", zh: "、")[language]
    let titles = notes.map(\.title)
    guard Set(titles).count == titles.count else {
      return notes.map { $0.title + colon + $0.note }
    }
    let note = notes[0].note
    if notes.allSatisfy({ $0.note == note }) {
      return [notes.count == files ? note : titles.joined(separator: comma) + colon + note]
    }
    let parts = notes.map(\.note.numbersApart)
    let differing = parts[0].numbers.indices.filter { index in
      parts.contains { $0.numbers[index] != parts[0].numbers[index] }
    }
    guard differing.count == 1, let place = differing.first else {
      return notes.map { $0.title + colon + $0.note }
    }
    let each = zip(titles, parts).map { title, part in "\(part.numbers[place]) (\(title))" }
    var text = parts[0].words[0]
    for (index, number) in parts[0].numbers.enumerated() {
      text += (index == place ? each.joined(separator: comma) : number) + parts[0].words[index + 1]
    }
    return [text]
  }
}

extension String {
  /// Words and the numbers between them: one more of words than of numbers.
  fileprivate var numbersApart: (words: [String], numbers: [String]) {
    var (words, numbers): ([String], [String]) = ([""], [])
    var isNumber = false
    for character in self {
      let belongs = isNumber && (character == "." || character == ",")
      if character.isASCII && character.isNumber || belongs {
        if !isNumber { numbers.append("") }
        isNumber = true
        numbers[numbers.count - 1].append(character)
      } else {
        if isNumber { words.append("") }
        isNumber = false
        words[words.count - 1].append(character)
      }
    }
    if isNumber { words.append("") }
    return (words, numbers)
  }
}
