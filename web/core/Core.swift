import LossLab
import LossPictures
import LossScene

/// What all trainings of a page share, and where answers lie until the page has read them.
final class Core {
  private var sources: [Source] = []
  private(set) var measure = TextMeasure.estimate
  /// The answer to the last question.
  var answer: [UInt8] = []

  private struct Source {
    let name: String
    let samples: SampleSource
    let files: [DataFacts.File]
  }

  /// - Parameter advances: as `AdvanceTable` reads them.
  init(advances: [UInt8]) {
    if let table = AdvanceTable(advances) { measure = .table(table, else: .estimate) }
  }

  /// Adds data that the page brings, or replaces those of that name.
  func add(_ source: SampleSource, as name: String, files: [DataFacts.File]) {
    sources.removeAll { $0.name == name }
    sources.append(Source(name: name, samples: source, files: files))
  }

  func files(_ name: String) -> [DataFacts.File] {
    sources.first { $0.name == name }?.files ?? []
  }

  func dataset(_ name: String, _ options: DatasetOptions) throws(PageError) -> Dataset {
    if let source = sources.first(where: { $0.name == name }) {
      return try said { () throws(LabError) in try Dataset(source.samples, options: options) }
    }
    guard name == "identities" else {
      throw PageError("this page has no data '\(name)'", hint: "paste or drop the file")
    }
    guard case .first(let classes) = options.classes, let samples = options.samplesPerClass else {
      throw PageError(
        "how many identities, and how many samples of each?", hint: "give --classes and --samples")
    }
    guard classes * samples <= Self.mostSamples else {
      throw PageError(
        .outOfRange(
          option: "samples", value: "\(samples)", allowed: "\(Self.mostSamples) in all on a page"))
    }
    let source = Identities(seed: options.seed).source(
      classes: classes, samples: samples,
      withStrangers: options.noise.share > 0 && options.noise.kind == .outlier)
    return try said { () throws(LabError) in try Dataset(source, options: options) }
  }

  private static let mostSamples = 100_000
}
