extension Option {
  static let snippet = choice(
    "snippet", \.output.snippet, placeholder: "LANGUAGE", in: .output,
    help: SnippetLanguage.allCases.map(\.rawValue).alternatives
      + ": on stdout instead of the list of files, ready to paste, with a text for those who cannot"
      + " see the picture",
    isInRecipe: false)
}
