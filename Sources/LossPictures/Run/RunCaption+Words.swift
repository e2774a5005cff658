import LossScene

extension RunCaption {
  /// One paragraph for people who cannot see the picture, and for search engines.
  var description: String { description(saying: sentence) }

  /// The same of whoever has asked for `sentence`, which costs a look at all samples.
  func description(saying sentence: String) -> String {
    let parameters = parameters.map { $0.terminalText }.joined(separator: ", ")
    let data = run.dataTitle(seeds: 1)[language]
    let head =
      parameters.isEmpty ? title : said("\(title) (\(parameters))", zh: "\(title)（\(parameters)）")
    let texts =
      [said("\(head) on \(data): ", zh: "\(head)，\(data)：") + features + accuracyWords]
      + [sentence.isEmpty ? measured : sentence] + bandSentences
      + notes.map { said("Note: \($0).", zh: "注意：\($0)。") }
    return texts.filter { !$0.isEmpty }.joined(separator: said(" ", zh: ""))
  }

  private var features: String {
    let (test, train) = (run.facts.testCount, run.facts.trainCount)
    let isSpace = run.options.dimensions == 3
    return said(
      "\(isSpace ? "three" : "two")-dimensional features of \(test) "
        + (isSplit ? "test and \(train) training " : "")
        + "samples in \(classNames.count) classes. ",
      zh: "\(classNames.count) 个类的 \(test) 个\(isSplit ? "测试" : "")样本"
        + (isSplit ? "和 \(train) 个训练样本" : "") + "的\(isSpace ? "三" : "二")维特征。")
  }

  private var accuracyWords: String {
    let accuracy = percentText(run.metrics.testAccuracy)
    return said(
      "\(isSplit ? "Test accuracy" : "Accuracy") \(accuracy).",
      zh: "\(isSplit ? "测试" : "")准确率 \(accuracy)。")
  }

  private var measured: String {
    let metrics = run.metrics
    let (intra, inter) = (degreesText(metrics.intra), degreesText(metrics.inter))
    return said(
      "Features lie \(intra) from their class direction on average; the nearest other class is"
        + " \(inter) away.",
      zh: "特征与其类方向平均相距 \(intra)，最近的其他类相距 \(inter)。")
  }

  private var bandSentences: [String] {
    let (unfit, all) = (unfitPairs, run.boundaries.count)
    let lack =
      unfit == 0
      ? []
      : [
        said(
          "Between \(unfit) of \(all) neighbours the margin is larger than fits: no direction"
            + " there satisfies it.",
          zh: "\(all) 对相邻类中有 \(unfit) 对容不下间隔：其间没有任何方向满足它。")
      ]
    guard let width = bandWidth, width > 1e-6, unfit < all else { return lack }
    let text = degreesText(width)
    guard unfit == 0 else {
      return lack + [
        said("Where it fits the margin band is \(text) wide.", zh: "容得下之处间隔带宽 \(text)。")
      ]
    }
    return [
      hasThresholds
        ? said(
          "Between the cones of neighbouring classes \(text) belong to none.",
          zh: "相邻类的锥之间有 \(text) 不属于任何类。")
        : said(
          "The margin band between neighbouring classes is \(text) wide.",
          zh: "相邻类之间的间隔带宽 \(text)。")
    ]
  }

  /// What a teacher would say of the picture; empty where no such sentence would be true.
  var sentence: String {
    let metrics = run.metrics
    guard run.test.labels.count >= 20, classNames.count > 1, run.collapse == nil,
      metrics.intra.isFinite, metrics.inter.isFinite
    else { return "" }
    let accuracy = percentText(metrics.testAccuracyCosine)
    guard metrics.testAccuracyCosine >= 0.8 else {
      let only = said(
        "Only \(accuracy) of the \(samplesName) are nearest to their own class",
        zh: "只有 \(accuracy) 的\(samplesName)离本类最近")
      let overlaps = run.options.dimensions == 2 && metrics.gap < 0
      return only + (overlaps ? said("; ", zh: "；") + roomPart : "") + said(".", zh: "。")
    }
    // Of classes that lie on one another means say what is true of none.
    guard metrics.inter > metrics.intra, metrics.minInter > metrics.intra else { return "" }
    let wide = degreesText(metrics.intra)
    let apart = degreesText(metrics.inter)
    let start = said(
      "Samples lie \(wide) around their class, classes \(apart) apart",
      zh: "样本分布在本类方向周围 \(wide)，下一类相距 \(apart)")
    guard run.options.dimensions == 2, metrics.gap.isFinite else {
      return start + said(".", zh: "。")
    }
    return start + said("; ", zh: "；") + roomPart + bandPart + said(".", zh: "。")
  }

  /// The median over the neighbours, said of all of them only where the least is not far from it.
  private var roomPart: String {
    let metrics = run.metrics
    let gap = degreesText(metrics.gap.magnitude)
    guard metrics.gap > 0 else {
      return said("half of the neighbours overlap by \(gap) or more", zh: "一半相邻类重叠 \(gap) 或更多")
    }
    return metrics.minGap >= 0.5 * metrics.gap
      ? said("\(gap) between neighbours stay free", zh: "相邻类之间空出 \(gap)")
      : said("half of the neighbours keep \(gap) or more free", zh: "一半相邻类之间空出 \(gap) 或更多")
  }

  /// How many samples lie in the margin, as the sentence goes on.
  private var bandPart: String {
    guard hasBand else { return "" }
    let (unfit, all) = (unfitPairs, run.boundaries.count)
    guard unfit == 0 else {
      return said(
        ", but \(unfit) of \(all) have no room for the margin",
        zh: "，但 \(all) 对中有 \(unfit) 对容不下间隔")
    }
    let share = shareInBand
    let band =
      hasThresholds ? said("no-man's-land", zh: "无主区") : said("the margin", zh: "间隔带")
    guard share >= 0.0005 else {
      return said(", and no sample lies in \(band)", zh: "，\(band)中没有样本")
    }
    let text = percentText(share)
    return said(", \(text) of the samples lie in \(band)", zh: "，\(text) 的样本落在\(band)中")
  }
}

extension Run {
  /// The title and what was trained, then what was measured: two lines for a terminal.
  package func factLines(style: FigureStyle) -> [String] {
    let caption = RunCaption(self, style: style)
    let head = [caption.title] + caption.subtitle.map { $0.terminalText }
    return [head, caption.facts].map { $0.joined(separator: "   ") }
  }

  /// One paragraph of the run's facts, for people who cannot see its picture.
  package func altText(style: FigureStyle) -> String {
    RunCaption(self, style: style).description
  }
}
