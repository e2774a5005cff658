import LossPlot

extension PlotSession {
  /// What was left out or stands in, small on the picture.
  func notes(on input: FeatureInput) -> [Wording] {
    var read = input.notes
    let leftOut = input.rows.leftOut
    if !leftOut.isEmpty { read.append(.leftOut(leftOut, of: input.rows.count + leftOut.count)) }
    if let notice = LabelSpelling(input.classNames).notice { read.append(notice) }
    return read.map(\.words) + notes(onPairsOf: input)
  }

  private func notes(onPairsOf input: FeatureInput) -> [Wording] {
    var notes: [Wording] = []
    if let pairs = input.pairs, pairs.contradictions > 0 {
      let (count, all) = (pairs.contradictions, pairs.pairs.count)
      notes.append(
        Wording(
          "\(count) of \(all) pairs are listed otherwise than their labels say: the list counts",
          zh: "\(all) 对中有 \(count) 对的列表与标签不符：以列表为准"))
    }
    if let pairs = input.pairs, pairs.leftOut > 0 {
      notes.append(
        Wording(
          "\(pairs.leftOut) pairs are left out: a sample of theirs has no direction",
          zh: "\(pairs.leftOut) 对未计入：其中有样本没有方向"))
    }
    if input.singleClasses > 0 {
      let count = input.singleClasses
      notes.append(
        count == 1
          ? Wording(
            "one class has a single sample: it makes no pair of one class, and is its own center",
            zh: "有一类只有一个样本：它没有同类对，自身即为中心")
          : Wording(
            "\(count) classes have a single sample: they make no pair of one class, and are their"
              + " own centers", zh: "\(count) 类只有一个样本：它们没有同类对，自身即为中心"))
    }
    if let weights = input.weights, !weights.bias.isEmpty {
      notes.append(
        Wording("the weights have a bias, which angles do not know", zh: "权重带有偏置，角度不计偏置"))
    }
    return notes
  }

  func testSetNote(_ count: Int, of all: Int) -> Wording {
    Wording(
      "measured on the test set: \(count) of \(all) rows", zh: "在测试集上测量：\(all) 行中的 \(count) 行")
  }

  /// - Parameter share: of the samples, in [0, 1].
  func violationsNote(_ share: Double, _ entry: LossEntry, _ settings: LossSettings) -> Wording {
    let (margin, share) = (numberText(settings.margin), decimalText(100 * share, places: 1))
    return Wording(
      "\(entry.title), m = \(margin): \(share) % of the samples violate the margin",
      zh: "\(entry.title)，m = \(margin)：\(share) % 的样本违反间隔")
  }

  /// Says the notes once on the messages, with what the measurement could not tell, or tells of all
  /// its numbers: that first.
  func say(of measurement: FeatureMeasurement, _ notes: inout [Wording]) throws {
    notes += self.notes(on: measurement)
    if let collapse = measurement.collapse { notes.insert(collapse.words, at: 0) }
    for note in notes { try console.warn(note[picture.language]) }
  }

  /// What could not be told, or not well.
  private func notes(on measurement: FeatureMeasurement) -> [Wording] {
    var notes: [Wording] = []
    if !measurement.comparesAll {
      let count = groupedText(measurement.count)
      notes.append(
        Wording(
          "with a list of pairs, \(count) samples are not compared with all classes: no"
            + " identification, nearest class or margin",
          zh: "给出样本对列表时，\(count) 个样本不与所有类比较：没有识别、最近类与间隔"))
    }
    let names = measurement.withoutDirection.map { measurement.classNames[$0] }
    if !names.isEmpty {
      let (count, shown) = (names.count, names.prefix(3).joined(separator: ", "))
      let list = shown + (count > 3 ? ", …" : "")
      let rest = "left out of all angles to class centers"
      notes.append(
        count == 1
          ? Wording(
            "class \(list) has no mean direction, its features cancel: it is \(rest)",
            zh: "类 \(list) 没有平均方向（特征相互抵消）：不计入到类中心的角度")
          : Wording(
            "\(count) classes (\(list)) have no mean direction, their features cancel: they are"
              + " \(rest)", zh: "\(count) 类（\(list)）没有平均方向（特征相互抵消）：不计入到类中心的角度"))
    }
    if let intervals = measurement.intervals, intervals.people < RateIntervals.fewest,
      measurement.dimensions > 3 || values.plot.panels != nil
    {
      let (people, fewest) = (intervals.people, RateIntervals.fewest)
      notes.append(
        Wording(
          "\(people) classes have pairs of their own, fewer than \(fewest): the intervals are"
            + " Wilson's, of as many trials as there are classes",
          zh: "有同类对的类只有 \(people) 个，少于 \(fewest)：区间为威尔逊区间，试验数取类数"))
    }
    return notes
  }

  func sayFacts(_ files: [MeasuredFile], _ comparisons: [ModelComparison]) throws {
    guard !console.isQuiet else { return }
    for file in files {
      let facts = FeatureFacts(file, in: picture.language)
      if files.count > 1 { try console.say(file.title) }
      try say(facts.rates + facts.angles + facts.standouts)
    }
    for one in comparisons {
      try console.say(one.title)
      try say(one.rows)
    }
  }

  private func say(_ rows: [TableRow]) throws {
    let cells = rows.map { [$0.name, $0.values.joined(separator: "  ")] }
    for line in alignedCells(cells, gap: 2) { try console.say(line) }
  }
}
