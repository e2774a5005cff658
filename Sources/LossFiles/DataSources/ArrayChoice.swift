/// Which arrays of a file are samples, and which their labels, by their names or their shapes.
struct ArrayChoice: Equatable {
  struct Pair: Equatable {
    var samples: String
    /// `nil` where the labels come from elsewhere.
    var labels: String?
  }

  var all: Pair
  /// The test set of its own.
  var test: Pair?

  private enum Part {
    case train, test, whole
  }

  private enum Kind {
    case samples, labels, others
  }

  /// - Parameters:
  ///   - labels: the array of labels that was asked for.
  ///   - hasLabels: whether labels come from a file of their own.
  init(
    _ sketches: [ArraySketch], labels: String?, hasLabels: Bool, path: String
  ) throws(FileError) {
    let usable = sketches.filter { ($0.shape?.first ?? 0) > 0 }
    func pair(_ part: Part) -> Pair? {
      let samples = usable.filter { Self.part($0.name) == part && Self.kind($0) == .samples }
      let named = usable.filter { Self.part($0.name) == part && Self.kind($0) == .labels }
      if hasLabels { return samples.first.map { Pair(samples: $0.name) } }
      for one in samples {
        if let label = named.first(where: { $0.shape?.first == one.shape?.first }) {
          return Pair(samples: one.name, labels: label.name)
        }
      }
      return nil
    }
    if let labels, let own = usable.first(where: { $0.name == labels }) {
      let fitting = usable.filter {
        $0.name != labels && !$0.isText && ($0.shape?.count ?? 0) > 1
          && $0.shape?.first == own.shape?.first
      }
      let named = fitting.filter { Self.kind($0) == .samples }
      guard let samples = named.first ?? (fitting.count == 1 ? fitting[0] : nil) else {
        throw Self.problem(sketches, path)
      }
      all = Pair(samples: samples.name, labels: labels)
      return
    }
    if let train = pair(.train) {
      all = train
      test = pair(.test)
      return
    }
    guard let found = pair(.whole) ?? pair(.test) ?? Self.onlyFit(usable, hasLabels: hasLabels)
    else { throw Self.problem(sketches, path) }
    all = found
  }

  /// The one array of rows and the one of labels, where no name says it.
  private static func onlyFit(_ usable: [ArraySketch], hasLabels: Bool) -> Pair? {
    let others = usable.filter { kind($0) != .others || !isOther($0.name) }
    let samples = others.filter { !$0.isText && ($0.shape?.filter { $0 > 1 }.count ?? 0) > 1 }
    guard samples.count == 1, let rows = samples[0].shape?.first else { return nil }
    if hasLabels { return Pair(samples: samples[0].name) }
    let labels = others.filter { sketch in
      sketch.name != samples[0].name && sketch.shape?.first == rows
        && sketch.shape?.dropFirst().allSatisfy { $0 == 1 } == true
    }
    guard labels.count == 1 else { return nil }
    return Pair(samples: samples[0].name, labels: labels[0].name)
  }

  private static func problem(_ sketches: [ArraySketch], _ path: String) -> FileError {
    let shown = sketches.prefix(12).map { sketch in
      sketch.shape.map { "\(sketch.name) (\(NumpyArray.shapeText($0)))" }
        ?? "\(sketch.name) (Python objects)"
    }
    return .malformed(
      path,
      "which array holds the samples, and which the labels?"
        + " It has \(shown.joined(separator: ", "))\(sketches.count > 12 ? ", …" : "")",
      hint: "call them x and y, or x_train, y_train, x_test and y_test; or name the labels with"
        + " --labels")
  }

  private static let sampleNames: Set<String> = [
    "x", "xs", "data", "feature", "features", "feat", "feats", "embedding", "embeddings", "emb",
    "embs", "image", "images", "img", "imgs", "input", "inputs", "sample", "samples", "pixels",
    "vectors", "arr0", "array", "z",
  ]
  private static let labelNames: Set<String> = [
    "y", "ys", "label", "labels", "target", "targets", "class", "classes", "id", "ids", "identity",
    "identities", "person", "persons", "subject", "subjects", "species", "arr1", "gt", "lbl",
    "lbls", "name", "names",
  ]
  private static let otherNames: Set<String> = ["w", "weights", "weight", "bias", "b", "centers"]
  private static let partWords: [(String, Part)] = [
    ("training", .train), ("train", .train), ("testing", .test), ("test", .test),
    ("validation", .test), ("valid", .test), ("val", .test),
  ]

  /// What is left of a name without its part: `X_train`, `trainX` and `x-train` are all x.
  private static func plain(_ name: String) -> (part: Part, rest: String) {
    var rest = name.lowercased().filter { $0.isLetter || $0.isNumber }
    for (word, part) in partWords {
      if rest.hasPrefix(word) {
        rest.removeFirst(word.count)
        return (part, rest)
      }
      if rest.hasSuffix(word) {
        rest.removeLast(word.count)
        return (part, rest)
      }
    }
    return (.whole, rest)
  }

  private static func part(_ name: String) -> Part { plain(name).part }

  private static func isOther(_ name: String) -> Bool { otherNames.contains(plain(name).rest) }

  private static func kind(_ sketch: ArraySketch) -> Kind {
    let rest = plain(sketch.name).rest
    if labelNames.contains(rest) { return .labels }
    return sampleNames.contains(rest) && !sketch.isText ? .samples : .others
  }
}
