import LossLab
import LossPictures
import LossScene

/// One training of the page: what is wanted of it, where it stands, how it looks.
final class Session {
  private let core: Core
  private(set) var wishes: Wishes
  var trainer: Trainer
  let data: Dataset
  private(set) var entry: LossEntry
  private(set) var settings: LossSettings
  private(set) var options: TrainingOptions
  private let files: [DataFacts.File]
  private let decided: DatasetOptions
  /// The loss of the last batch; NaN before the first.
  private(set) var loss = Double.nan
  /// What was measured at the end, until something changes.
  private var ended: Run?
  /// The end of the axes in the picture that moves: it grows at once and shrinks slowly.
  private var limit: Double?

  /// - Parameter old: a training whose network is taken over; `nil` for a new one.
  init(_ wishes: Wishes, core: Core, after old: Session?) throws(PageError) {
    self.core = core
    self.wishes = wishes
    let name = wishes.word("data") ?? "identities"
    let (entry, wanted) = try said { () throws(LabError) in
      let entry = try wishes.entry()
      _ = try wishes.settings(entry, classes: 2)
      return (entry, try wishes.dataset())
    }
    let data = try core.dataset(name, wanted)
    let (options, settings, trainer) = try said { () throws(LabError) in
      try entry.check(classes: data.classCount)
      let options = try wishes.options(entry, on: data)
      let settings = try wishes.settings(entry, on: data, dimensions: options.dimensions)
      let trainer = try Trainer(
        entry, settings: settings, options: options, data: data, parallel: .serial)
      return (options, settings, trainer)
    }
    (self.entry, self.data, self.options) = (entry, data, options)
    (self.settings, self.trainer) = (settings, trainer)
    files = core.files(name)
    decided = wanted.decided(for: data, usualSamples: nil)
    if let old { self.trainer.adopt(old.trainer) }
    shownStyle = wishes.style(measure: core.measure)
    shownRun = self.trainer.glimpse(trainRows: [], loss: .nan)
  }

  var stepsDone: Int { trainer.stepsDone }
  var isDone: Bool { trainer.stepsDone >= options.steps }

  /// Goes on under other wishes without a new training, where network and class layer stay as they
  /// are.
  ///
  /// - Returns: whether that could be.
  func change(_ wishes: Wishes) throws(LabError) -> Bool {
    let entry = try wishes.entry()
    let options = try wishes.options(entry, on: data)
    let settings = try wishes.settings(entry, on: data, dimensions: options.dimensions)
    // Only the look of the picture is another.
    if entry.name == self.entry.name, settings == self.settings, options == self.options,
      wishes.isOfSameData(as: self.wishes)
    {
      self.wishes = wishes
      return true
    }
    guard entry.name == self.entry.name, !isDone else { return false }
    var like = self.options
    like.learningRate = options.learningRate
    like.steps = options.steps
    like.warmup = options.warmup
    like.marginWarmup = options.marginWarmup
    like.annealing = options.annealing
    func layer(_ loss: Loss) -> Int {
      1000 * (loss.classifier?.rowsPerClass ?? 0) + loss.scalars.count
    }
    guard like == options, layer(entry.make(settings)) == layer(entry.make(self.settings)),
      wishes.isOfSameData(as: self.wishes)
    else { return false }
    try trainer.change(to: settings, options: options)
    self.wishes = wishes
    self.settings = settings
    self.options = options
    ended = nil
    return true
  }

  func step(_ count: Int) throws(LabError) {
    guard !isDone else { return }
    for _ in 0..<count where !isDone { loss = try trainer.step() }
    ended = nil
  }

  /// The run as it stands; at the end with all that is measured there.
  ///
  /// - Throws: `LabError.collapsed`.
  func run() throws(LabError) -> Run {
    if let ended { return ended }
    if isDone {
      let copy = trainer
      let run = try copy.finish()
      ended = run
      return run
    }
    let rows = RunScene.drawnRows(
      test: data.test.count, train: data.train.count, data: data.name, style: style
    ).train
    return trainer.glimpse(trainRows: rows, loss: loss)
  }

  var style: FigureStyle { wishes.style(measure: core.measure) }

  /// What was looked at last, and how it was drawn.
  private(set) var shownRun: Run
  private(set) var shownStyle: FigureStyle

  /// The picture of the training as it stands; on its way its axes do not jump.
  ///
  /// - Throws: as `run`.
  func look() throws(LabError) -> Scene {
    let run = try run()
    var style = style
    // On the page the picture is as wide as there is room, and its type as large as that of the page.
    let room = wishes.number("shown-width")
    style.fit = PageFit(width: room, typeSize: room.map { _ in PageFit.usualType })
    // A narrow page shows one panel at a time; what is saved has all of them.
    if let views = wishes.words("shown-view") {
      style.views = views.compactMap { name in RunView.allCases.first { $0.rawValue == name } }
    }
    if !isDone, options.dimensions == 2, style.featureLimit == nil {
      let reach = RunScene(run, style: style).featureReach * 1.06
      let now = limit ?? reach
      limit = reach > now ? reach : max(reach, now * 0.97)
      style.featureLimit = limit
      style.sharesAxes = true
    }
    shownRun = run
    shownStyle = style
    return runScene(run, style: style)
  }

  /// The SVG file with its recipe, as the command writes it.
  ///
  /// - Parameter software: of the metadata; `nil` leaves them out.
  func svg(software: String?, version: String) throws(PageError) -> [UInt8] {
    let run = try said { () throws(LabError) in try self.run() }
    let scene = runScene(run, style: style)
    let metadata = software.map {
      PictureMetadata(software: $0, recipe: fullRecipe.document(version: version))
    }
    do throws(RenderError) {
      return try SVGWriter.svg(scene, metadata: metadata) { _ throws(RenderError) in
        throw .failed("the page draws no images")
      }
    } catch {
      throw PageError(error.description, hint: error.hint)
    }
  }

  /// What was decided for the training, and what the page was given for the picture, in the order
  /// of the command's options.
  private var fullRecipe: Recipe {
    let order = wishes.words("order") ?? []
    let recipe = Recipe(
      entry, settings, options, data: wishes.word("data") ?? "identities",
      labels: wishes.word("labels"),
      of: decided, files: files)
    let entries = order.compactMap { name -> Recipe.Entry? in
      let value =
        recipe[name]
        ?? (wishes.words("picture") ?? []).first { $0 == name }.flatMap {
          wishes[$0]
        }
      return value.map { Recipe.Entry(name, $0) }
    }
    return Recipe(entries: entries, files: recipe.files)
  }

  var recipeText: String { fullRecipe.json() }
}

extension Wishes {
  /// Whether the samples are the same, and in the same order.
  func isOfSameData(as other: Wishes) -> Bool {
    ["data", "labels", "classes", "samples", "noise", "noise-kind", "seed"].allSatisfy {
      self[$0] == other[$0]
    }
  }
}
