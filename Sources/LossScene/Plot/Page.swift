/// A figure's outer layout: title, subtitle, facts, key and notes around the panels.
package struct Page: Sendable {
  /// Two panels side by side: 1800 × 1065 pixels at 2 pixels per point.
  package static let wide = (width: 900.0, height: 532.5)
  /// One panel: 1200 × 1200 pixels.
  package static let square = (width: 600.0, height: 600.0)

  package var theme: Theme
  package var width: Double
  package var height: Double
  package var title: RichText
  /// What a picture without a title is called where it cannot be seen.
  package var name: RichText = ""
  /// Formula and settings, side by side.
  package var subtitle: [RichText]
  /// What a teacher would say of it: one sentence under the panels.
  package var sentence: RichText = ""
  /// What stands in the place of `facts` under a picture on which nothing was measured.
  package var captionFacts: [RichText] = []
  /// What the picture shows, in sentences of its own; empty where title and facts say it.
  package var captionSentences: [RichText] = []
  /// Of the language of its words.
  package var punctuation = Punctuation.latin
  /// Whether there is only the room for it: in a film it is true of the last frame alone.
  package var hidesSentence = false
  /// Whether the sentence stands below what was measured.
  package var hasFactsFirst = false
  /// What was measured, side by side under the panels.
  package var facts: [RichText]
  package var key: [KeyItem]
  /// What an honest picture has to add, a line each.
  package var notes: [RichText]
  /// In the places of `facts`, for a frame of a film: nothing may move that does not mean it.
  package var factsNow: [RichText] = []
  /// The same in fewer signs, for those that have no room there.
  package var factsInShort: [RichText] = []
  /// Where a film is, at the right end of the title.
  package var progress = RichText()
  /// The widest that `progress` gets, so that its beginning stands still.
  package var widestProgress = RichText()

  package init(
    _ title: RichText, subtitle: [RichText] = [], facts: [RichText] = [], key: [KeyItem] = [],
    notes: [RichText] = [], size: (width: Double, height: Double) = Page.wide, theme: Theme
  ) {
    self.theme = theme
    self.width = size.width
    self.height = size.height
    self.title = title
    self.subtitle = subtitle
    self.facts = facts
    self.key = key
    self.notes = notes
  }

  /// Text begins here, and so do the frames of the first column.
  package var left = 45.0
  package var right = 36.0
  private var textWidth: Double { width - left - right }

  /// Narrower margins for a page that is narrow itself.
  package mutating func fitMargins() {
    guard width < Self.narrow else { return }
    (left, right) = Self.narrowMargins
  }

  package static let narrowMargins = (left: 34.0, right: 14.0)

  /// Pages below this are columns of print.
  package static let narrow = 760.0

  private func shows(_ part: PagePart) -> Bool { !theme.omitted.contains(part) }

  /// What the words leave for the panels.
  package var body: Rectangle {
    let top = header.bottom
    return Rectangle(x: left, y: top, width: textWidth, height: max(1, footer.top - top))
  }

  /// The finished figure.
  ///
  /// - Parameter description: what somebody who cannot see it should know.
  package func scene(description: String = "", _ items: [Scene.Item]) -> Scene {
    var scene = Scene(
      width: width, height: height, background: theme.paper,
      title: (title.isEmpty ? name : title).text, description: description,
      items: items + [
        .group("header", items: header.items), .group("footer", items: footer.items),
      ])
    scene.font = theme.font
    scene.caption = caption
    return scene
  }

  private var header: (items: [Scene.Item], bottom: Double) {
    var items: [Scene.Item] = []
    var baseline = 13.0
    let progress = hasProgressBelow ? [] : progressItems
    if !shows(.title) { return (progress, progress.isEmpty ? 6 : 34) }
    if !title.isEmpty {
      let size = max(
        title.bold().size(fitting: titleWidth, at: theme.titleSize, by: theme.measure),
        theme.titleSize * Self.leastTitle)
      baseline += 16.5
      for (row, line) in titleLines(size).enumerated() {
        if row > 0 { baseline += 1.3 * size }
        items.append(.text(line, at: Point(x: left, y: baseline), size: size, color: theme.ink))
      }
    }
    items += progress
    let flow = flow(subtitle, size: theme.textSize, gap: 16, color: theme.muted)
    if !flow.lines.isEmpty {
      items += flow.items(at: Point(x: left, y: baseline + 23.5), leading: 17)
      baseline += 23.5 + Double(flow.lines.count - 1) * 17
    }
    return (items, baseline + 12)
  }

  /// Long titles shrink to two thirds, take up to three lines on a narrow page, then lose their end.
  private func titleLines(_ size: Double) -> [RichText] {
    let title = title.bold()
    let lines = width >= Self.narrow ? 1.0 : 3
    let start = title.truncated(
      width: lines * titleWidth * (lines > 1 ? 0.9 : 1), size: size, by: theme.measure)
    func wrapped(_ width: Double) -> [RichText] {
      start.wrapped(width: width, size: size, by: theme.measure)
    }
    let usual = wrapped(titleWidth)
    // No word alone on the last line.
    let even = stride(from: 0.6, to: 1, by: 0.05).map { wrapped($0 * titleWidth) }.first {
      $0.count == usual.count
        && $0.allSatisfy { $0.width(size: size, by: theme.measure) <= titleWidth }
    }
    return (usual.count > 1 ? even ?? usual : usual).map {
      $0.truncated(width: titleWidth, size: size, by: theme.measure)
    }
  }

  /// What the words at the right end leave; a shade more than the size was made for.
  private var titleWidth: Double { hasProgressBelow ? textWidth + 1e-6 : widthBesideProgress }

  private var widthBesideProgress: Double {
    let taken = widestProgress.width(size: theme.textSize, by: theme.measure)
    return textWidth - (taken > 0 ? taken + 16 : 0) + 1e-6
  }

  /// Of the size of a title.
  private static let leastTitle = 2.0 / 3

  private var progressItems: [Scene.Item] {
    let start = width - right - widestProgress.width(size: theme.textSize, by: theme.measure)
    return progressItems(at: Point(x: start, y: 29.5))
  }

  private func progressItems(at start: Point) -> [Scene.Item] {
    guard !progress.isEmpty else { return [] }
    return [.text(progress, at: start, size: theme.textSize, color: theme.muted)]
  }

  /// Whether the progress stands in the room of the hidden sentence, because no title has room
  /// beside it on so narrow a page.
  private var hasProgressBelow: Bool {
    guard width < Self.narrow, hidesSentence, shows(.facts), !sentence.isEmpty else { return false }
    let beside = widthBesideProgress
    let size = theme.titleSize * Self.leastTitle
    return title.bold().wrapped(width: beside, size: size, by: theme.measure).contains {
      $0.width(size: size, by: theme.measure) > beside
    }
  }

  private var footer: (items: [Scene.Item], top: Double) {
    let said = shows(.facts)
    let factFlow = flow(said ? facts : [], size: theme.textSize, gap: 20, color: theme.ink)
    let sentenceFlow = flow(said ? [sentence] : [], size: theme.textSize, color: theme.ink)
    let factsShown = factFlow.saying(factsNow, inShort: factsInShort, by: theme.measure)
    let first = hasFactsFirst ? factFlow : sentenceFlow
    func above(_ flow: Flow, isFirst: Bool) -> Double {
      isFirst || first.lines.isEmpty ? 23 : 18
    }
    var blocks = [
      Block(
        flow: sentenceFlow, leading: 17, above: above(sentenceFlow, isFirst: !hasFactsFirst),
        isHidden: hidesSentence),
      Block(flow: factsShown, leading: 17, above: above(factFlow, isFirst: hasFactsFirst)),
    ]
    if hasFactsFirst { blocks.reverse() }
    blocks += [
      Block(
        flow: Flow(
          shows(.key) ? key : [], width: textWidth, gap: 18, size: theme.smallSize,
          color: theme.muted,
          by: theme.measure),
        leading: 14.5, above: 17)
    ]
    for note in shows(.notes) ? notes : [] {
      let flow = flow([note], size: theme.smallSize, color: theme.muted)
      blocks.append(Block(flow: flow, leading: 13, above: 14.5))
    }
    return placed(blocks)
  }

  /// From the bottom up, because the panels take what is left.
  private func placed(_ blocks: [Block]) -> (items: [Scene.Item], top: Double) {
    var items: [Scene.Item] = []
    var baseline = height - 12
    for block in blocks.reversed() where !block.flow.lines.isEmpty {
      let first = baseline - Double(block.flow.lines.count - 1) * block.leading
      let start = Point(x: left, y: first)
      if !block.isHidden {
        items = block.flow.items(at: start, leading: block.leading) + items
      } else if hasProgressBelow {
        items = progressItems(at: start) + items
      }
      baseline = first - block.above
    }
    return (items, baseline + 5)
  }

  /// Lines of one kind, `leading` apart and the first `above` below what stands over it.
  private struct Block {
    let flow: Flow
    let leading: Double
    let above: Double
    var isHidden = false
  }

  /// - Parameter gap: between texts.
  private func flow(_ texts: [RichText], size: Double, gap: Double = 0, color: Color) -> Flow {
    Flow(
      texts.filter { !$0.isEmpty }.map { KeyItem(.none, $0.keepingListOrder) },
      width: textWidth, gap: gap,
      size: size, color: color, by: theme.measure)
  }
}
