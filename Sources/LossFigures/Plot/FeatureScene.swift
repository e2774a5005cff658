/// One page on features of any dimension; with several files, these against one another.
public func featureScene(_ files: [MeasuredFile], style: FigureStyle) -> Scene {
  featureScene(files, panels: nil, style: style)
}

/// - Parameter panels: which, in order; `nil` for as many as suit its width.
package func featureScene(
  _ files: [MeasuredFile], panels: [FeaturePanel]?, style: FigureStyle
) -> Scene {
  var page = FeatureScene(
    files: files,
    panels: panels ?? FeaturePanel.shown(isComparison: files.count > 1, fit: style.fit),
    style: style)
  page.style.theme = style.fit.printed(style.theme, natural: page.pageSize.width)
  return page.scene
}

/// What the panels of the page share.
struct FeatureScene: Speaking {
  let files: [MeasuredFile]
  let panels: [FeaturePanel]
  var style: FigureStyle

  var theme: Theme { style.theme }
  var language: PageLanguage { style.language }
  var isComparison: Bool { files.count > 1 }
  var first: FeatureMeasurement { files[0].measurement }

  /// Of positive pairs and own classes, and of negative pairs and other classes.
  var ownColor: Color { standingOut(theme.hues[0]) }
  var otherColor: Color { standingOut(theme.hues[4]) }
  /// Bars let the grid shine through, which on dark ground would take their color.
  var barOpacity: Double { isDark ? 0.85 : 0.7 }
  private var isDark: Bool { theme.paper.contrast(with: .black) < 2 }

  /// The files, each with its look.
  var drawn: [(file: MeasuredFile, look: SeriesStyle)] {
    files.enumerated().map { ($1, isComparison ? look($0) : SeriesStyle(color: ownColor)) }
  }

  /// Of a file among several.
  ///
  /// Dashes tell the kinds of pairs apart, so that in grey markers tell the
  /// files apart.
  func look(_ index: Int) -> SeriesStyle {
    if theme.isGrey {
      var look = Palette.grey.series(files.count, theme: theme)[index]
      look.line = .solid
      return look
    }
    let colors = (style.palette ?? .okabeIto).colors
    let color = colors[[0, 4, 2, 3, 1, 5, 6, 7][index % 8] % colors.count]
    return SeriesStyle(color: standingOut(theme.mark(color)))
  }

  func color(_ index: Int) -> Color { look(index).color }

  /// The line of a file, in grey with its markers where there are several.
  func line(_ points: [Point], _ look: SeriesStyle, _ panel: Panel, width: Double = 1.75)
    -> [Scene.Item]
  {
    let line = panel.line(points, color: look.color, width: width)
    return theme.isGrey && isComparison ? [line, panel.markers(along: points, look)] : [line]
  }

  /// Lines and bars on dark ground are thin for a color as deep as that of dots.
  func standingOut(_ color: Color) -> Color {
    isDark ? color.standingOut(from: theme.paper, contrast: 5) : theme.mark(color)
  }

  var scene: Scene {
    let natural = pageSize.width
    var page = Page(
      RichText(plain: style.title ?? title), subtitle: subtitle, key: key,
      notes: notes.map { RichText(plain: $0) },
      size: (style.fit.layoutWidth(natural: natural), pageSize.height), theme: theme)
    page.name = RichText(plain: title)
    page.fitMargins()
    page.punctuation = signs
    // Rates such as 0.998 and a title stand left of the first frame.
    page.left = 58
    if isNarrow {
      page = page.with(body: rowHeights(width: page.body.width).reduce(0, +))
    }
    let frames = isNarrow ? narrowFrames(in: page.body) : frames(in: grid(in: page.body))
    return page.scene(description: description, zip(panels, frames).map { item($0, in: $1) })
      .scaled(by: style.fit.scale(natural: natural))
  }

  /// Whether rows of panels are as high as what they hold.
  var isNarrow: Bool { style.fit.layoutWidth(natural: pageSize.width) < pageSize.width }

  /// Between columns.
  static let gap = 66.0

  private var title: String {
    files.map(\.title).joined(by: said(", ", zh: "、"), last: said(" and ", zh: " 与 "))
  }

  /// How many samples, classes and dimensions the files have: once where they are alike.
  private var sizes: [RichText] {
    let sizes = files.map { file -> Wording in
      let (count, classes) = (file.measurement.count, file.measurement.table.rows.count)
      let (all, kinds) = (groupedText(count), groupedText(classes))
      let dimensions = groupedText(file.measurement.dimensions)
      return Wording(
        "\(all) samples of \(kinds) classes, \(dimensions) dimensions",
        zh: "\(all) 个样本，\(kinds) 类，\(dimensions) 维")
    }
    if Set(sizes.map(\.en)).count == 1 {
      return [text("each: \(sizes[0].en)", zh: "各 \(sizes[0].zh)")]
    }
    return zip(files, sizes).map { file, size in
      text("\(file.title): \(size.en)", zh: "\(file.title)：\(size.zh)")
    }
  }

  private var subtitle: [RichText] {
    if isComparison { return sizes }
    let (count, classes) = (groupedText(first.count), groupedText(first.table.rows.count))
    let dimensions = groupedText(first.dimensions)
    let collapse = first.collapse.map { [text($0.words)] }
    return (collapse ?? []) + [
      text("\(count) samples", zh: "\(count) 个样本"), text("\(classes) classes", zh: "\(classes) 类"),
      text("\(dimensions) dimensions", zh: "\(dimensions) 维"),
      first.usesWeights
        ? text("angles to the class weights given", zh: "角度相对于给定的类权重")
        : text("angles to class centers: no weights given", zh: "角度相对于类中心：未给出权重"),
    ]
  }

  private var notes: [String] {
    let notes = files.map { file in
      // What a page says of one file alone stands above already.
      let own = file.notes.filter { isComparison || $0 != file.measurement.collapse?.words }
      let exact = file.measurement.verification.isExact ? [] : [Self.inexact]
      return (own + exact).map { $0[language] }
    }
    return isComparison
      ? SharedNotes(zip(files, notes).map { ($0.title, $1) }, in: language).lines : notes[0]
  }

  private static let inexact = Wording(
    "more than 5 million pairs: float32 products in 2²⁰ bins, rates within about 1e-6",
    zh: "超过 500 万对：float32 乘积分入 2²⁰ 个区间，比率误差约 1e-6")

  private var key: [KeyItem] {
    guard isComparison else {
      return [
        keyItem(
          .area(ownColor.withOpacity(barOpacity)), "own class, pairs of one class", zh: "本类，同类对"),
        keyItem(
          .area(otherColor.withOpacity(barOpacity)), "nearest other class, pairs of two classes",
          zh: "最近的其他类，异类对"), keyItem(.area(commonColor), "what both have in common", zh: "两者重叠"),
      ] + abbreviations
    }
    return drawn.map { file, look in
      let sign =
        theme.isGrey
        ? KeyItem.Sign.dot(look.shape, fill: look.color, stroke: nil)
        : .line(look.stroke(width: 1.75))
      return KeyItem(sign, RichText(plain: file.title))
    } + [
      keyItem(.line(theme.muted, width: 1.5), "solid: own class", zh: "实线：本类"),
      keyItem(
        .line(theme.muted, width: 1.5, style: .dashed), "dashed: other classes", zh: "虚线：其他类"),
    ] + abbreviations
  }

  /// Where bars of both kinds lie over one another, under the shade of `pairPanel`.
  private var commonColor: Color {
    let both = [otherColor, ownColor].reduce(theme.paper) { ground, color in
      color.withOpacity(barOpacity).over(ground)
    }
    return theme.ink.withOpacity(Self.commonOpacity).over(both)
  }

  static let commonOpacity = 0.35
}

/// The lower end of an axis of rates up to 1: a round number with some room below the lowest.
func rateFloor(_ lowest: Double) -> Double {
  [0.99, 0.98, 0.95, 0.9, 0.8, 0.5].first { lowest - $0 >= 0.15 * (1 - $0) } ?? 0
}

/// "98.27 %".
func rateText(_ share: Double) -> String { decimalText(100 * share, places: 2) + " %" }
