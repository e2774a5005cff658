import LossLab
import LossPlot

extension Option {
  static let outputOptions: [Option] = [
    output, format, name,
    text(
      "save-run", \.output.saveRun, placeholder: "FILE.json", in: .output,
      help: "keep everything a picture needs"),
    text(
      "from-run", \.output.fromRun, placeholder: "FILE.json", in: .output,
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
      "no-metadata", \.output.omitsMetadata, in: .output,
      help: "leave the recipe out of the picture"),
  ]

  static let output = Option(
    name: "output", short: "o", placeholder: "FILE", group: .output,
    help: "the ending decides the format: \(FormatChoice.allCases.map(\.rawValue).listed);"
      + " repeatable; - for stdout",
    allowed: "a path, or -", defaultText: "output/NAME.png", isRepeatable: true,
    clear: { $0.output.files = [] },
    write: { options, given throws(ValueProblem) in
      guard !given.text.isEmpty else { throw ValueProblem(expected: "a path, or -") }
      options.output.files.append(given.text)
    })

  static let format = Option(
    name: "format", placeholder: FormatChoice.allCases.map(\.rawValue).joined(separator: "|"),
    group: .output, help: "where the ending does not say it",
    allowed: FormatChoice.allCases.map(\.rawValue).alternatives,
    words: FormatChoice.allCases.map(\.rawValue),
    write: { options, given throws(ValueProblem) in
      guard let format = FormatChoice(rawValue: given.text.lowercased()) else {
        throw ValueProblem(word: given.text, words: FormatChoice.allCases.map(\.rawValue))
      }
      options.output.format = format
    })

  static let name = text(
    "name", \.output.name, placeholder: "TEMPLATE", in: .output,
    help: "{loss} {data} {classes} {m} {s} {seed} …; what a loss lacks drops out with its prefix",
    default: NameTemplate.standard)
}
