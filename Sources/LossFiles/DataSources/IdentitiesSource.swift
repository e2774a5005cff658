extension DataSource {
  /// How many samples of an identity there are where nobody says.
  package static let identitySamples = 500
  /// How many identities there are where nobody says.
  package static let identityCount = 6

  package static let identities = DataSource(
    name: "identities", title: "Identities",
    summary: "synthetic faces: 64 inputs, one bent factor of variation, some hard samples",
    form: .named
  ) { request in
    let samples = request.options.samplesPerClass ?? identitySamples
    let classes =
      switch request.options.classes {
      case .all: identityCount
      case .first(let count): count
      case .named(let names): try largestIdentity(of: names) + 1
      }
    guard samples >= 2, samples <= 100_000 else {
      throw LabError.outOfRange(
        option: "samples", value: "\(samples)", allowed: "2 to 100000 for identities")
    }
    // 2 million samples of 64 numbers are 0.5 GB, and outlier noise makes as many again.
    guard classes <= 1000, classes * samples <= 2_000_000 else {
      throw LabError.outOfRange(
        option: "classes", value: "\(classes)",
        allowed: "at most 1000 identities, and 2 million samples in all")
    }
    let noise = request.options.noise
    let source = Identities(seed: request.options.seed).source(
      classes: classes, samples: samples,
      withStrangers: noise.share > 0 && noise.kind == .outlier)
    return SourceData(samples: source, facts: DataFacts())
  }

  private static func largestIdentity(of names: [String]) throws(LabError) -> Int {
    var largest = 0
    for name in names {
      guard let number = Int(name), number >= 0, number < 1000, "\(number)" == name else {
        throw .outOfRange(
          option: "classes", value: "'\(name)'", allowed: "identities are called 0, 1, 2, … 999")
      }
      largest = max(largest, number)
    }
    return largest
  }
}
