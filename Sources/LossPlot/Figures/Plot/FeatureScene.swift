import LossLab

/// Features of one file with all that was measured on them.
public struct MeasuredFile: Sendable {
  /// As it is called on the picture.
  public var title: String
  public var measurement: FeatureMeasurement
  /// The class of each row that was measured.
  public var labels: [Int]
  /// For each row that was measured the row of the file.
  public var places: [Int]
  /// What an honest picture must add, each one clause.
  public var notes: [String]

  public init(
    title: String, measurement: FeatureMeasurement, labels: [Int], places: [Int],
    notes: [String] = []
  ) {
    self.title = title
    self.measurement = measurement
    self.labels = labels
    self.places = places
    self.notes = notes
  }
}

/// One page on features of any dimension; with several files, these against one another.
///
/// - Parameter panels: which, in order; `nil` for all.
public func featureScene(
  _ files: [MeasuredFile], panels: [FeaturePanel]? = nil, style: FigureStyle = FigureStyle()
) -> Scene {
  FeatureScene(
    files: files, panels: panels ?? FeaturePanel.usual(isComparison: files.count > 1), style: style
  ).scene
}

/// What the panels of the page share.
struct FeatureScene {
  let files: [MeasuredFile]
  let panels: [FeaturePanel]
  let style: FigureStyle

  var theme: Theme { style.theme }
  var isComparison: Bool { files.count > 1 }
  var first: FeatureMeasurement { files[0].measurement }

  /// Of positive pairs and own classes, and of negative pairs and other classes.
  var ownColor: Color { standingOut(Palette.okabeIto.colors[0]) }
  var otherColor: Color { standingOut(Palette.okabeIto.colors[4]) }
  /// Bars let the grid shine through, which on dark ground would take their color.
  var barOpacity: Double { isDark ? 0.85 : 0.7 }
  private var isDark: Bool { theme.paper.contrast(with: .black) < 2 }

  /// Of a file among several.
  func color(_ index: Int) -> Color {
    let colors = (style.palette ?? .okabeIto).colors
    return standingOut(theme.mark(colors[[0, 4, 2, 3, 1, 5, 6, 7][index % 8] % colors.count]))
  }

  /// Lines and bars on dark ground are thin for a color as deep as that of dots.
  private func standingOut(_ color: Color) -> Color {
    isDark ? color.standingOut(from: theme.paper, contrast: 5) : theme.mark(color)
  }

  var scene: Scene {
    var page = Page(
      RichText(plain: style.title ?? title), subtitle: subtitle, key: key,
      notes: notes.map { RichText(plain: $0) }, size: pageSize, theme: theme)
    // Rates such as 0.998 and a title stand left of the first frame.
    page.left = 58
    let grid = PanelGrid(
      in: page.body, rows: arrangement.rows, columns: arrangement.columns, aspect: nil, gap: 66,
      top: 24, bottom: Panel.tickRoom + Panel.titleRoom + 6)
    return page.scene(
      description: description,
      zip(panels, frames(in: grid)).map { item($0, in: $1) })
  }

  private var title: String {
    let names = files.map { $0.title }
    let start = names.dropLast().joined(separator: ", ")
    return start.isEmpty ? names[0] : "\(start) and \(names[names.count - 1])"
  }

  private var subtitle: [RichText] {
    if isComparison {
      return files.map { file in
        let (count, classes) = (file.measurement.count, file.measurement.table.rows.count)
        return RichText(
          plain: "\(file.title): \(groupedText(count)) samples of \(groupedText(classes))"
            + " classes, \(groupedText(file.measurement.dimensions)) dimensions")
      }
    }
    return (first.collapse.map { [RichText(plain: $0)] } ?? []) + [
      RichText(plain: "\(groupedText(first.count)) samples"),
      RichText(plain: "\(groupedText(first.table.rows.count)) classes"),
      RichText(plain: "\(groupedText(first.dimensions)) dimensions"),
      RichText(
        plain: first.usesWeights
          ? "angles to the class weights given" : "angles to class centers: no weights given"),
    ]
  }

  private var notes: [String] {
    var notes: [String] = []
    for file in files {
      // Stands above already.
      for note in file.notes where isComparison || note != file.measurement.collapse {
        notes.append(isComparison ? "\(file.title): \(note)" : note)
      }
      if !file.measurement.verification.isExact {
        notes.append(
          "\(isComparison ? "\(file.title): " : "")more than 5 million pairs: float32 products in"
            + " 2²⁰ bins, rates within about 1e-6")
      }
    }
    return notes
  }

  private var key: [KeyItem] {
    guard isComparison else {
      return [
        KeyItem(.area(ownColor.withOpacity(barOpacity)), "own class, pairs of one class"),
        KeyItem(
          .area(otherColor.withOpacity(barOpacity)), "nearest other class, pairs of two classes"),
        KeyItem(.area(theme.ink.withOpacity(0.35)), "what both have in common"),
      ]
    }
    return files.indices.map {
      KeyItem(.line(Stroke(color($0), width: 1.75)), RichText(plain: files[$0].title))
    } + [
      KeyItem(.line(Stroke(theme.muted, width: 1.5)), "solid: own class"),
      KeyItem(
        .line(LineStyle.dashed.stroke(theme.muted, width: 1.5)), "dashed: other classes"),
    ]
  }

  /// One paragraph for people who cannot see the picture.
  private var description: String {
    files.map { file in
      let (measured, rates) = (file.measurement, file.measurement.verification)
      var text =
        "\(file.title): \(measured.count) features of \(measured.dimensions) dimensions in"
        + " \(measured.table.rows.count) classes."
      if let collapse = measured.collapse { text += " Note: \(collapse)." }
      if !measured.table3.intra.isNaN {
        text += " Samples lie \(degreesText(measured.table3.intra)) from their class center"
        text +=
          measured.table3.inter.isNaN
          ? "." : ", the nearest other center \(degreesText(measured.table3.inter)) away."
      }
      if let error = rates.equalError {
        text += " Equal error rate \(rateText(error.rate)) at \(rates.scale.text(error.angle))."
      }
      return text
    }.joined(separator: " ")
  }
}

/// The lower end of an axis of rates up to 1: a round number with some room below the lowest.
func rateFloor(_ lowest: Double) -> Double {
  [0.99, 0.98, 0.95, 0.9, 0.8, 0.5].first { lowest - $0 >= 0.15 * (1 - $0) } ?? 0
}

/// "98.27 %".
func rateText(_ share: Double) -> String { decimalText(100 * share, places: 2) + " %" }
