import LossPlot

extension Option {
  static let dataOptions: [Option] = [
    data, labels, test, testLabels, standardize, size, classes, samples,
    number(
      "noise", \.data.options.noise.share,
      NumberRange(lower: 0, upper: 1, text: "a share from 0 to 1"), placeholder: "R", in: .data,
      help: "share of training labels made wrong"),
    choice(
      "noise-kind", \.data.options.noise.kind, in: .data,
      help: "another class of these, or samples of none of them"),
  ]

  private static let names = DataSource.all.filter { $0.form == .named }.map(\.name)

  static let data = Option(
    name: "data", placeholder: "NAME|PATH", group: .data,
    help: names.listed
      + "; a folder of IDX files, or of images by class; or a file: .csv, .tsv, .npy,"
      + " .npz, .safetensors",
    allowed: "a name or a path", words: names, defaultText: GivenValues.usual.data.data,
    write: { options, given throws(ValueProblem) in
      options.data.data = try given.filled("a name or a path")
    },
    read: { .word($0.data.recipeName) })

  static let labels = path(
    "labels", \.data.labels, placeholder: "NAME|NUMBER|FILE",
    help: "the column of a table by name or number, an array of an archive, or a file")

  static let test = path(
    "test", \.data.test, placeholder: "FILE",
    help: "test samples, of the same kind as --data; without, a fifth of each class")

  static let testLabels = path(
    "test-labels", \.data.testLabels, placeholder: "FILE", help: "labels of a --test without them")

  /// A path that a recipe has the name of.
  private static func path(
    _ name: String, _ place: WritableKeyPath<GivenValues, String?> & Sendable, placeholder: String,
    help: String
  ) -> Option {
    Option(
      name: name, placeholder: placeholder, group: .data, help: help, allowed: "a path",
      write: { options, given throws(ValueProblem) in
        options[keyPath: place] = try given.filled("a path")
      },
      read: { $0[keyPath: place].map { .word(baseName(of: $0)) } })
  }

  static let standardize = Option(
    name: "standardize", placeholder: "auto|yes|no", group: .data,
    help: "bring inputs to mean 0 and deviation 1, as the training set has them: each column of a"
      + " table, images as a whole; auto leaves pixels from 0 to 255 or 0 to 1 as they are",
    allowed: "auto, yes or no", words: Standardization.allCases.map(\.rawValue),
    defaultText: Standardization.automatic.rawValue,
    write: { options, given throws(ValueProblem) in
      guard let choice = Standardization(rawValue: given.text.lowercased()) else {
        throw ValueProblem(expected: "auto, yes or no")
      }
      options.data.options.standardize = choice
    },
    read: { .word($0.data.options.standardize.rawValue) }
  ).recordedWhereChosen

  static let size = Option(
    name: "size", placeholder: "N|ROWSxCOLUMNS", group: .data,
    help: "scale the images of a folder", allowed: "a number from 4 to 1024, or two as 62x47",
    defaultText: "as they are",
    write: { options, given throws(ValueProblem) in
      let parts = given.text.lowercased().split { "x×".contains($0) }.map { Int($0) }
      let sides = parts.count == 1 ? [parts[0], parts[0]] : parts
      guard sides.count == 2, let rows = sides[0], let columns = sides[1],
        (4...1024).contains(rows), (4...1024).contains(columns)
      else { throw ValueProblem(expected: "a number from 4 to 1024, or two as 62x47") }
      options.data.size = Dataset.ImageSize(rows: rows, columns: columns)
    },
    read: { $0.data.size.map { .word($0.typed) } })

  static let classes = Option(
    name: "classes", placeholder: "N|a,b,c", group: .data,
    help: "how many classes, or which of them", allowed: "a number from 2, or names",
    defaultText: "\(DataSource.identityCount) identities; else all",
    write: { options, given throws(ValueProblem) in
      options.data.options.classes = try ClassSelection(parsing: given.text)
    },
    read: { Recipe.Value($0.data.options.classes) })

  static let samples = integer(
    "samples", \.data.options.samplesPerClass, 1...10_000_000, in: .data,
    help: "samples of a class, at most", default: "\(DataSource.identitySamples) of an identity")
}
