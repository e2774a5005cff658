import LossPlot

extension Option {
  static let outputOptions: [Option] = [
    output, format, name,
    text(
      "save-run", \.output.saveRun, placeholder: "FILE.json", in: .output,
      help: "keep everything a picture needs"),
    text(
      "from-run", \.fromRun, placeholder: "FILE.json", in: .output,
      help: "draw such a file, without training"),
    text(
      "export-features", \.output.exportFeatures, placeholder: "FILE", in: .output,
      help: "split, label and features as .csv or .npy"),
    text(
      "export-weights", \.output.exportWeights, placeholder: "FILE", in: .output,
      help: "class weights as .csv or .npy"),
    flag(
      "json", \.output.isJSON, in: .output,
      help: "one JSON document on stdout instead of the list of files"),
    snippet,
    flag(
      "show", \.output.shows, in: .output,
      help: "draw the picture in the terminal, too: kitty, iTerm2, sixel, else half blocks",
      isAmbient: false),
    flag(
      "no-metadata", \.output.omitsMetadata, in: .output,
      help: "leave the recipe out of the picture"),
  ]

  static let output = Option(
    name: "output", short: "o", placeholder: "FILE", group: .output,
    help: "the ending decides the format: \(OutputFormat.words.listed); repeatable; - for stdout",
    allowed: "a path, or -", defaultText: "output/NAME.png", isRepeatable: true,
    clear: { $0.output.files = [] },
    write: { options, given throws(ValueProblem) in
      options.output.files.append(try given.filled("a path, or -"))
    })

  static let format = word(
    "format", \.output.format, of: OutputFormat.words, in: .output,
    help: "where the ending does not say it; gif and apng are films of a training",
    isInRecipe: false, value: OutputFormat.init(ending:), word: \.form.name)

  /// Of commands that train nothing that could be filmed.
  static let stillOutputOptions: [Option] = outputOptions.map { option in
    let words = PictureFormat.names
    return switch option.name {
    case output.name:
      option.explained("the ending decides the format: \(words.listed); repeatable; - for stdout")
    case format.name:
      option.explained("where the ending does not say it").with {
        $0.placeholder = words.joined(separator: "|")
        $0.words = words
        $0.allowed = words.alternatives
      }
    default: option
    }
  }

  /// The same without those of a training.
  static let stillPictureOutputs = stillOutputOptions.named(
    "output", "format", "json", "snippet", "show", "no-metadata")

  /// Of a command that ends with a table.
  static func tables(csv: String, markdown: String) -> [Option] {
    [
      text("export-csv", \.output.exportCSV, placeholder: "FILE", in: .output, help: csv),
      text(
        "export-markdown", \.output.exportMarkdown, placeholder: "FILE", in: .output,
        help: markdown),
    ]
  }

  static let name = text(
    "name", \.output.name, placeholder: "TEMPLATE", in: .output,
    help: "{loss} {data} {classes} {m} {s} {seed} …; what a loss lacks drops out with its prefix",
    default: NameTemplate.standard)
}
