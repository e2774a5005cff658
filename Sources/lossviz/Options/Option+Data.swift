import LossLab
import LossPlot

extension Option {
  static let dataOptions: [Option] = [
    data, labels, classes, samples,
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
    help: names.listed + ", a folder with MNIST-style IDX files (.gz or not), a .csv, or a .npy"
      + " with --labels",
    allowed: "a name or a path", words: names, defaultText: RunOptions().data.data,
    write: { options, given throws(ValueProblem) in
      guard !given.text.isEmpty else { throw ValueProblem(expected: "a name or a path") }
      options.data.data = given.text
    },
    read: { .word($0.data.recipeName) })

  static let labels = Option(
    name: "labels", placeholder: "FILE", group: .data, help: "labels of a .npy",
    allowed: "a path",
    write: { options, given throws(ValueProblem) in
      guard !given.text.isEmpty else { throw ValueProblem(expected: "a path") }
      options.data.labels = given.text
    },
    read: { $0.data.labels.map { .word(baseName(of: $0)) } })

  static let classes = Option(
    name: "classes", placeholder: "N|a,b,c", group: .data,
    help: "how many classes, or which of them", allowed: "a number from 2, or names",
    defaultText: "\(DataSource.identityCount) identities; else all",
    write: { options, given throws(ValueProblem) in
      do throws(LabError) {
        options.data.options.classes = try ClassSelection(parsing: given.text)
      } catch {
        guard case .outOfRange(_, _, let allowed) = error else { return }
        throw ValueProblem(expected: allowed)
      }
    },
    read: { Recipe.Value($0.data.options.classes) })

  static let samples = integer(
    "samples", \.data.options.samplesPerClass, 1...10_000_000, in: .data,
    help: "samples of a class, at most", default: "\(DataSource.identitySamples) of an identity")
}
