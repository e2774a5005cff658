import LossPlot

/// All that options can say, of every command; `Option` fills it and reads it back.
///
/// Known to options and to the initialisers of what commands ask for, and to nothing else.
struct GivenValues: Sendable {
  var loss = LossChoice()
  /// Options that go through several values: of `compare`, and of losses side by side.
  var swept: [SweepAxis] = []
  var data = DataRequest()
  var training = TrainingRequest()
  /// `nil` for all cores.
  var threads: Int?
  /// Of commands with several trainings: where finished ones are kept, and how many go on at once;
  /// `nil` for one a core.
  var runs = "output/runs"
  var jobs: Int?
  var picture = PictureOptions()
  var output = OutputOptions()
  var messages = MessageOptions()
  /// A run that is drawn without training.
  var fromRun: String?
  var figure = FigureOptions()
  var analytic = AnalyticOptions()
  var compare = CompareOptions()
  var plot = PlotOptions()
  var identify = IdentifyOptions()
  var advice = MarginAdviceOptions()
  var docs = DocumentOptions()
  /// Whether `list` prints a table for a document.
  var listsMarkdown = false
  /// Whether what is outside the bounds of a loss is an error.
  var isStrict = false

  /// Of data, initial weights and batches.
  var seed: Int {
    get { Int(data.options.seed) }
    set { data.options.seed = UInt64(newValue) }
  }
}

/// A loss and what was said of its hyper-parameters.
struct LossChoice: Sendable {
  var entry = LossEntry.standard
  /// As typed, checked when the loss is known.
  var given: [(option: String, value: GivenText)] = []
  var annealing: (value: Annealing, label: String)?

  /// Takes a value for a hyper-parameter; the last one counts.
  mutating func give(_ option: String, _ value: GivenText) {
    given.removeAll { $0.option == option }
    given.append((option, value))
  }
}

/// What a style says, and what only a command knows.
@dynamicMemberLookup
struct PictureOptions: Sendable {
  /// As it was typed: an option that writes here needs nothing else.
  var style = FigureStyle()
  var theme = ThemeChoice.light
  /// A family; `nil` for DejaVu Sans.
  var font: String?
  /// What is left out around the panels; with `isBare` all of it.
  var omitted: [PagePart] = []
  var isBare = false
  /// Of a comparison; `nil` for equal ones where one loss is swept.
  var axes: AxesChoice?
  /// Pixels of a PNG per point of the picture.
  var scale = 2.0
  /// Of SVG and PDF.
  var points = DotLayer.auto
  /// Whether one SVG follows the color scheme of its reader.
  var isAdaptive = false
  /// Of a film; `nil` for the usual ones, and in the recipe of a still picture.
  var fps: Int?
  var seconds: Double?

  subscript<Value>(
    dynamicMember place: WritableKeyPath<FigureStyle, Value> & Sendable
  ) -> Value {
    get { style[keyPath: place] }
    set { style[keyPath: place] = newValue }
  }
}

/// Whether the panels of a comparison show the same part of the plane.
enum AxesChoice: String, CaseIterable, Sendable {
  case equal
  case own
}

enum ThemeChoice: String, CaseIterable, Sendable {
  case light
  case dark
  case both
}

struct OutputOptions: Sendable {
  /// Paths as typed; `-` is standard output.
  var files: [String] = []
  /// Where the ending of a path says none.
  var format: OutputFormat?
  var name: String?
  var saveRun: String?
  var exportFeatures: String?
  var exportWeights: String?
  /// Of commands that end with a table.
  var exportCSV: String?
  var exportMarkdown: String?
  /// Of `plot`.
  var exportSuspects: String?
  var isJSON = false
  var snippet: SnippetLanguage?
  /// Whether the picture is drawn in the terminal, too.
  var shows = false
  var omitsMetadata = false

  var usualFormat: OutputFormat { format ?? .still(.png) }
  /// Of the pictures that are written.
  var formats: [OutputFormat] {
    files.isEmpty
      ? [usualFormat] : files.map { OutputFormat(ending: $0.ending) ?? usualFormat }
  }
  var tables: [String] { [exportCSV, exportMarkdown, exportSuspects].compactMap { $0 } }
  /// What the name of the dark picture of a pair has after that of the light one.
  var darkSuffix: String { snippet?.darkSuffix ?? "-dark" }
}

struct MessageOptions: Sendable {
  var isQuiet = false
  var isVerbose = false
  var color = ColorChoice.auto
  var showsHelp = false
  var showsVersion = false
  var config: String?
  var printsConfig = false
}

enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never
}
