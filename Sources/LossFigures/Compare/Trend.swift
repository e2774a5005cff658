import LossLab

/// How what was measured follows what was varied: a panel for each metric.
public struct Trend: Sendable {
  public var title: RichText
  /// What it is called where it has no title.
  public var name: RichText = ""
  /// What is the same everywhere.
  public var equal: [RichText]
  public var notes: [String]
  /// What was varied.
  public var axis: RichText
  /// The values of x with their names.
  public var ticks: [Tick]
  /// Whether x is a quantity, so that lines between its values mean something.
  public var isQuantity: Bool
  public var isLogarithmic: Bool
  /// Of the lines, in the order of `Panel.series`; empty for one line that needs none.
  public var names: [RichText]
  public var panels: [Panel]
  /// Values of x that are marked in every panel: bounds.
  public var marks: [Mark]

  public struct Panel: Sendable {
    public var title: RichText
    /// After each number: `"°"`.
    public var unit: String
    public var series: [[Value]]
    /// Thin lines of theory.
    public var references: [Reference]

    public init(
      title: RichText, unit: String = "", series: [[Value]], references: [Reference] = []
    ) {
      self.title = title
      self.unit = unit
      self.series = series
      self.references = references
    }
  }

  /// What the seeds of one setting measured.
  public struct Value: Sendable {
    public var x: Double
    public var seeds: [Double]
    /// Whether there is no number because the margin is larger than what lies between classes.
    public var isUnfit = false

    public init(x: Double, seeds: [Double]) {
      self.x = x
      self.seeds = seeds
    }
  }

  public struct Reference: Sendable {
    public var words: RichText
    public var line: [Point]

    public init(_ words: RichText, _ line: [Point]) {
      self.words = words
      self.line = line
    }
  }

  public struct Mark: Sendable {
    public var x: Double
    public var words: RichText

    public init(x: Double, words: RichText) {
      self.x = x
      self.words = words
    }
  }

  public init(
    title: RichText, equal: [RichText] = [], notes: [String] = [], axis: RichText, ticks: [Tick],
    isQuantity: Bool, isLogarithmic: Bool = false, names: [RichText] = [], panels: [Panel],
    marks: [Mark] = []
  ) {
    self.title = title
    self.equal = equal
    self.notes = notes
    self.axis = axis
    self.ticks = ticks
    self.isQuantity = isQuantity
    self.isLogarithmic = isLogarithmic
    self.names = names
    self.panels = panels
    self.marks = marks
  }
}
