/// How what was measured follows what was varied: a panel for each metric.
package struct Trend: Sendable {
  package var title: RichText
  /// What it is called where it has no title.
  package var name: RichText = ""
  /// What is the same everywhere.
  package var equal: [RichText]
  package var notes: [String]
  /// What was varied.
  package var axis: RichText
  /// The values of x with their names.
  package var ticks: [Tick]
  /// Whether x is a quantity, so that lines between its values mean something.
  package var isQuantity: Bool
  package var isLogarithmic: Bool
  /// Of the lines, in the order of `Panel.series`; empty for one line that needs none.
  package var names: [RichText]
  package var panels: [Panel]
  /// Values of x that are marked in every panel: bounds.
  package var marks: [Mark]

  package struct Panel: Sendable {
    package var title: RichText
    /// After each number: `"°"`.
    package var unit: String
    package var series: [[Value]]
    /// Thin lines of theory.
    package var references: [Reference]

    package init(
      title: RichText, unit: String = "", series: [[Value]], references: [Reference] = []
    ) {
      self.title = title
      self.unit = unit
      self.series = series
      self.references = references
    }
  }

  /// What the seeds of one setting measured.
  package struct Value: Sendable {
    package var x: Double
    package var seeds: [Double]
    /// Whether there is no number because the margin is larger than what lies between classes.
    package var isUnfit = false

    package init(x: Double, seeds: [Double]) {
      self.x = x
      self.seeds = seeds
    }
  }

  package struct Reference: Sendable {
    package var words: RichText
    package var line: [Point]

    package init(_ words: RichText, _ line: [Point]) {
      self.words = words
      self.line = line
    }
  }

  package struct Mark: Sendable {
    package var x: Double
    package var words: RichText

    package init(x: Double, words: RichText) {
      self.x = x
      self.words = words
    }
  }

  package init(
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
