import LossScene

extension RunCaption {
  private var arrowWords: RichText {
    if isMetric { return text("class mean direction", zh: "类均值方向") }
    return entry == nil ? text("class direction", zh: "类方向") : text("class weight", zh: "类权重")
  }

  /// The most classes that are named, and the most that have arrows, rules and rings.
  static let mostNamed = 19
  static let mostArrows = 12
  /// From so many classes on, lines and bands would bury the samples were they as strong as those of
  /// a few.
  static let leastStar = 8
  var isStar: Bool { classNames.count >= Self.leastStar }
  /// Of the margin bands.
  var bandColor: Color { isStar ? theme.band.withOpacity(0.7 * theme.band.opacity) : theme.band }
  private var hasArrows: Bool { classNames.count <= Self.mostArrows }

  /// Of boundaries between classes; of very many they are hairlines that fade, so that samples show.
  var boundaryStroke: Stroke {
    guard !hasArrows else { return Stroke(theme.ink, width: isStar ? 0.75 : 1) }
    let opacity = max(0.12, min(0.7, 16 / Double(classNames.count)))
    return Stroke(theme.ink.withOpacity(opacity), width: 0.5)
  }

  /// The same in the key, where a hairline that is alone must still be seen.
  private var boundarySign: Stroke {
    var stroke = boundaryStroke
    stroke.color = stroke.color.withOpacity(max(0.4, stroke.color.opacity))
    return stroke
  }

  /// What each sign of the picture means, for the panels that are there.
  ///
  /// - Parameter hidesRings: whether some wrong samples have no ring.
  package func key(
    _ views: [RunView], classes: [ClassStyle], hidesRings: Bool = false
  ) -> [KeyItem] {
    let sample = classes.first?.color ?? theme.ink
    var items: [KeyItem] = []
    if isPlane && (views.contains(.features) || views.contains(.angles)) { items += ruleKey }
    if views.contains(.pull) { items += pullKey(hasRules: !items.isEmpty, sample) }
    if views.contains(.features) {
      items += isDense ? [densityKey(hasManyClasses ? theme.ink : sample)] : sampleKey(sample)
    }
    if views.contains(.features) && !isDense && hasArrows {
      items.append(
        KeyItem(
          .dot(.circle, fill: nil, stroke: Stroke(theme.ink, width: 0.8)),
          hidesRings
            ? text("misclassified, where apart", zh: "误分类（不重叠处）") : text("misclassified", zh: "误分类")
        ))
    }
    if views.contains(.angles) && isPlane && classNames.count <= Self.mostNamed {
      items.append(
        KeyItem(
          .none,
          isSplit
            ? text("rose: test samples by angle", zh: "玫瑰图：测试样本的角度分布")
            : text("rose: samples by angle", zh: "玫瑰图：样本的角度分布")))
    }
    return items
  }

  var isPlane: Bool { run.options.dimensions == 2 }

  /// Boundaries, bands and arrows of the plane.
  private var ruleKey: [KeyItem] {
    let boundary = keyItem(.line(boundarySign), "decision boundary", zh: "决策边界")
    return [boundary] + (hasRules ? [KeyItem(.area(bandColor), bandWords)] : [])
      + unfitKey(besideBand: hasRules)
      + (hasArrows ? [KeyItem(.arrow(isStar ? theme.muted : theme.ink), arrowWords)] : [])
  }

  /// Whether some neighbours have the ends of both rules between them.
  package var hasRules: Bool { hasBand && unfitPairs < run.boundaries.count }

  /// Of neighbours that have no room for the margin.
  ///
  /// - Parameter hasBand: whether the sign of bands, which is the same, stands before it.
  package func unfitKey(besideBand hasBand: Bool) -> [KeyItem] {
    guard unfitPairs > 0 else { return [] }
    return [
      hasBand
        ? keyItem("from weight to weight where the margin does not fit", zh: "容不下间隔处，从权重到权重")
        : keyItem(
          .area(bandColor), "from weight to weight: the margin does not fit", zh: "从权重到权重：容不下间隔")
    ]
  }

  /// Of the map of pulls, whose bar says how strong they are.
  private func pullKey(hasRules: Bool, _ color: Color) -> [KeyItem] {
    let weight = KeyItem(.arrow(theme.label(color)), arrowWords)
    let boundary = keyItem(.line(PullMap.boundary(theme)), "decision boundary", zh: "决策边界")
    return [
      keyItem(
        .arrow(theme.ink), "whereto a feature is pulled, all of one length; how hard: the color",
        zh: "特征被拉往何处，长度一律相同；力度：颜色")
    ] + (hasRules ? [] : [boundary, weight])
  }

  private func densityKey(_ color: Color) -> KeyItem {
    let count = groupedText(run.train.labels.count + run.test.labels.count)
    return keyItem(
      .area(color), "\(count) samples: stronger where there are more", zh: "\(count) 个样本：越多越深")
  }

  /// The dots of both sets, or of both halves of the sphere, and the circles on it.
  private func sampleKey(_ color: Color) -> [KeyItem] {
    let test = isSplit ? text("test", zh: "测试") : text("sample", zh: "样本")
    var items = [
      KeyItem(sign(.filled, color), isPlane ? test : test + text(", near half", zh: "，近半球"))
    ]
    if isSplit || !isPlane {
      items.append(
        KeyItem(
          sign(.pale, color),
          isPlane ? text("train", zh: "训练") : test + text(", far half", zh: "，远半球")))
    }
    return items + (isPlane ? [] : sphereKey)
  }

  /// Weights and circles on the near half of the sphere.
  private var sphereKey: [KeyItem] {
    var items: [KeyItem] = []
    if !isMetric, classNames.count <= Self.mostNamed {
      items.append(
        KeyItem(
          .dot(.circle, fill: theme.ink, stroke: nil), arrowWords + text(", near half", zh: "，近半球"))
      )
    }
    let caps = caps
    if caps.contains(where: { if case .circle = $0 { true } else { false } }) {
      items.append(
        keyItem(
          .line(theme.muted, width: 1, style: .dashed),
          "rule of a class, with its margin, near half", zh: "各类带间隔的规则，近半球"))
    }
    let unfit = caps.count { $0 == .unfit }
    if unfit > 0 {
      items.append(
        keyItem(
          "no circle around \(unfit) of \(caps.count): the margin does not fit",
          zh: "\(caps.count) 类中 \(unfit) 类没有圆：容不下间隔"))
    }
    return items
  }

  /// What the band is, and its dashes where there are any.
  private var bandWords: RichText {
    guard hasArrows else {
      return hasThresholds ? text("no-man's-land", zh: "无主区") : text("margin band", zh: "间隔带")
    }
    return hasThresholds
      ? text("no-man's-land (dashed: the cones of the classes)", zh: "无主区（虚线：各类的锥）")
      : text("margin band (dashed: the two margined rules)", zh: "间隔带（虚线：两条带间隔的规则）")
  }

  private func sign(_ look: DotLook, _ color: Color) -> KeyItem.Sign {
    let paint = theme.paint(color, look: look, radius: 2.8)
    return .dot(.circle, fill: paint.fill, stroke: paint.rim)
  }
}
