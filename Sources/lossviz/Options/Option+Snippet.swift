extension Option {
  static let snippet = Option(
    name: "snippet", placeholder: "LANGUAGE", group: .output,
    help: SnippetLanguage.allCases.map(\.rawValue).alternatives
      + ": on stdout instead of the list of files, ready to paste, with a text for those who cannot"
      + " see the picture",
    allowed: SnippetLanguage.allCases.map(\.rawValue).alternatives,
    words: SnippetLanguage.allCases.map(\.rawValue),
    write: { options, given throws(ValueProblem) in
      guard let language = SnippetLanguage(rawValue: given.text.lowercased()) else {
        throw ValueProblem(word: given.text, words: SnippetLanguage.allCases.map(\.rawValue))
      }
      options.output.snippet = language
    })
}
