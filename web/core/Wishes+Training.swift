import LossLab
import LossPictures
import LossScene

extension Wishes {
  /// The loss that they name.
  func entry() throws(LabError) -> LossEntry {
    try word("loss").map { name throws(LabError) in try LossEntry.named(name) } ?? .standard
  }

  /// Its hyper-parameters for so many classes: what was given, else its defaults.
  func settings(_ entry: LossEntry, classes: Int) throws(LabError) -> LossSettings {
    var settings = entry.settings(classes: classes)
    let chosen = chosen(entry)
    for option in entry.options where chosen.contains(option.name) {
      switch self[option.name] {
      case .number(let number)?: try option.set(number, in: &settings)
      case .word(let word)?: try option.set(word, in: &settings)
      default: break
      }
    }
    entry.complete(&settings, classes: classes, given: chosen)
    try entry.check(settings)
    return settings
  }

  /// The same for those data and features of so many dimensions.
  func settings(
    _ entry: LossEntry, on data: Dataset, dimensions: Int
  ) throws(LabError) -> LossSettings {
    var settings = try settings(entry, classes: data.classCount)
    entry.complete(&settings, for: data, dimensions: dimensions, given: chosen(entry))
    return settings
  }

  /// The options of a loss that are given a value.
  private func chosen(_ entry: LossEntry) -> [String] {
    entry.options.map { $0.name }.filter { name in
      switch self[name] {
      case .number?: true
      case .word(let word)?: word != "auto"
      default: false
      }
    }
  }

  /// The rest of the training, once the data are there.
  func options(_ entry: LossEntry, on data: Dataset) throws(LabError) -> TrainingOptions {
    var options = TrainingOptions()
    if let word = word("network") { options.network = try Self.network(word) }
    if case .flag(let bias)? = self["bias"] { options.usesBias = bias && entry.allowsBias }
    options.dimensions = try integer("dim", 2...3) ?? options.dimensions
    options.momentum = try number("momentum", 0...1) ?? options.momentum
    options.clip = word("clip") == "none" ? nil : try number("clip", 1e-9...1e9) ?? options.clip
    options.seed = UInt64(try number("seed", 0...9_007_199_254_740_991) ?? 1)
    // Of the picture, which takes what it is given.
    _ = try number("width", 100...10_000)
    _ = try number("limit", 1e-9...1e9)
    _ = try number("azimuth", -360...360)
    _ = try number("elevation", -90...90)
    if let parts = numbers("anneal"), parts.count == 4, parts.allSatisfy({ $0 >= 0 }) {
      options.annealing = Annealing(
        base: parts[0], rate: parts[1], power: parts[2], floor: parts[3])
    }
    var given = GivenTraining()
    given.rate = try number("rate", 1e-9...1000)
    given.optimizer = try choice("optimizer", OptimizerKind.self)
    given.weightDecay = try number("weight-decay", 0...1)
    given.inputNoise = try number("input-noise", 0...10)
    given.start = try choice("start", ClassStart.self)
    given.steps = try integer("steps", 1...1_000_000)
    given.batch = try integer("batch", 1...100_000)
    given.warmup = try integer("warmup", 0...1_000_000)
    given.marginWarmup = try integer("m-warmup", 0...1_000_000)
    options.decide(given, entry: entry, data: data)
    return options
  }

  private func numbers(_ name: String) -> [Double]? {
    guard case .list(let values)? = self[name] else { return nil }
    return values.compactMap { value in
      if case .number(let number) = value { number } else { nil }
    }
  }

  /// Which samples are used; how many classes where they are made up is one of them.
  func dataset() throws(LabError) -> DatasetOptions {
    var options = DatasetOptions()
    if let words = words("classes") {
      options.classes = .named(words)
    } else if let count = try integer("classes", 2...1000) {
      options.classes = .first(count)
    }
    options.samplesPerClass = try integer("samples", 1...10_000_000)
    options.noise.share = try number("noise", 0...1) ?? 0
    options.noise.kind = try choice("noise-kind", LabelNoise.Kind.self) ?? options.noise.kind
    options.seed = UInt64(try number("seed", 0...9_007_199_254_740_991) ?? 1)
    return options
  }

  private static func network(_ text: String) throws(LabError) -> NetworkShape {
    let problem = LabError.outOfRange(
      option: "network", value: "'\(text)'",
      allowed: "mlp: and up to 8 widths from 1 to 4096, as mlp:128,64")
    guard text.hasPrefix("mlp:") else { throw problem }
    var widths: [Int] = []
    for part in text.utf8.dropFirst(4).split(separator: UInt8(ascii: ",")) {
      guard let width = Int(String(decoding: part, as: UTF8.self)), (1...4096).contains(width)
      else { throw problem }
      widths.append(width)
    }
    guard !widths.isEmpty, widths.count <= 8 else { throw problem }
    return .mlp(widths)
  }

  /// How the picture looks.
  func style(measure: TextMeasure) -> FigureStyle {
    var style = FigureStyle(
      theme: word("theme") == "dark" ? .dark(measuring: measure) : .light(measuring: measure))
    style.palette = word("palette").flatMap { Palette.named($0) }
    style.theme = style.theme.suiting(style.palette)
    if let views = words("view") {
      style.views = views.compactMap { name in RunView.allCases.first { $0.rawValue == name } }
    }
    style.title = word("title")
    style.classNames = words("class-names")
    style.featureLimit = number("limit")
    style.sharesAxes = style.featureLimit != nil
    style.azimuth = number("azimuth")
    style.elevation = number("elevation")
    style.language = word("lang") == "zh" ? .zh : .en
    style.fit = PageFit(
      width: number("width"), height: number("height"), typeSize: number("font-size"))
    let omitted = words("without") ?? []
    var isBare = false
    if case .flag(true)? = self["bare"] { isBare = true }
    style.theme.omitted = PagePart.allCases.filter { part in
      isBare || omitted.contains { $0 == part.rawValue }
    }
    return style
  }
}
