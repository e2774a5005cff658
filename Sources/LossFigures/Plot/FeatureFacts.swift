/// What is said of a file in words and numbers: on the picture, in tables, on a terminal.
package struct FeatureFacts: Sendable, Speaking {
  private let file: MeasuredFile
  package let language: PageLanguage
  var measured: FeatureMeasurement { file.measurement }

  package init(_ file: MeasuredFile, in language: PageLanguage = .en) {
    self.file = file
    self.language = language
  }

  var none: String { said("not measurable", zh: "无法测量") }

  /// - Parameters:
  ///   - value: `nil` for what cannot be measured.
  ///   - brief: see `TableRow`.
  func row(
    _ en: String, zh: String, _ value: String?, brief: String? = nil, topic: FeaturePanel? = nil
  ) -> TableRow {
    TableRow(said(en, zh: zh), [value ?? none], brief: brief, topic: topic)
  }

  /// Verification and identification; each file has the same rows.
  package var rates: [TableRow] { pairRates + operatingRates + searchRates }

  private var pairRates: [TableRow] {
    let rates = measured.verification
    let noun = rates.scale.noun[language]
    let folds = rates.accuracy?.folds ?? 10
    let error = rates.equalError.map {
      rateText($0.rate) + rangeText(measured.intervals?.equalError)
    }
    let collapsed = measured.collapse == nil ? "" : said(", collapsed", zh: "，已塌缩")
    return [
      row(
        "pairs of one class / of two", zh: "同类对 / 异类对",
        "\(groupedText(rates.positive.count)) / \(groupedText(rates.negative.count))"),
      row("\(noun) of pairs of one class", zh: "同类对的\(noun)", spread(rates.positive)),
      row("\(noun) of pairs of two classes", zh: "异类对的\(noun)", spread(rates.negative)),
      row(
        "decidability d′", zh: "可分性 d′",
        rates.decidability.isNaN ? nil : decimalText(rates.decidability, places: 3)),
      row(
        "area under the ROC curve", zh: "ROC 曲线下面积",
        rates.areaUnderCurve.map { decimalText($0, places: 6) + collapsed }),
      row(
        "equal error rate", zh: "等错误率",
        rates.equalError.map {
          (error ?? "") + said(" at ", zh: "，位于 ") + rates.scale.text($0.angle)
        }, brief: error),
      row(
        "accuracy, best threshold, \(folds) folds", zh: "准确率（最佳阈值，\(folds) 折）",
        rates.accuracy.map {
          "\(decimalText(100 * $0.mean, places: 2)) ± \(rateText($0.deviation))"
        }),
    ]
  }

  private var operatingRates: [TableRow] {
    measured.verification.operatingPoints.enumerated().map { index, point in
      let rate = "TAR @ FAR 1e\(-index - 1)"
      return row(
        "\(rate) (false accepts)", zh: "\(rate)（误接受数）",
        point.map {
          rateText($0.trueAccept) + rangeText(measured.intervals?.trueAccept[index])
            + threshold($0.likeness) + " (\(groupedText($0.falseAccepts)))"
        }, topic: .thresholds)
    }
  }

  private var searchRates: [TableRow] {
    let found = measured.identification
    let rank1 = found?.levels.last.map { rateText($0.rank1) }
    let all = found?.levels.last.map { groupedText($0.distractors) } ?? ""
    let probes = groupedText(found?.probes ?? 0)
    let whole = rank1.map {
      said(
        "\($0) of \(probes) searches, \(all) distractors", zh: "\(probes) 次查询的 \($0)，\(all) 个干扰项")
    }
    return [
      row(
        "rank 1, all distractors", zh: "rank 1（全部干扰项）",
        whole ?? (measured.comparesAll ? nil : TableRow.notCompared[language]), brief: rank1)
    ]
      + (measured.openSet?.points ?? []).map { point in
        let rate = "FNIR @ FPIR 1e\(point.exponent)"
        return row(
          "\(rate), open set", zh: "\(rate)（开集）",
          rateText(point.falseNegative) + threshold(point.likeness), topic: .thresholds)
      }
  }

  /// "FPIR 1e-2: FNIR 6.48 % to 73.7°".
  func openSetText(_ point: OpenSet.Point) -> String {
    "FPIR 1e\(point.exponent)" + said(": FNIR ", zh: "：FNIR ") + rateText(point.falseNegative)
      + threshold(point.likeness)
  }

  /// " to 31.2°".
  private func threshold(_ likeness: Double) -> String {
    let scale = measured.verification.scale
    return said(" to ", zh: "，至 ") + scale.text(scale.separation(ofLikeness: likeness))
  }

  /// Classes and samples to look at.
  package var standouts: [TableRow] { standouts(namesUpTo: .max) }

  /// - Parameter limit: characters of a name; longer ones lose their middle.
  /// - Parameter count: of the tightest and of the loosest classes.
  func standouts(namesUpTo limit: Int, classes count: Int = 3) -> [TableRow] {
    func name(_ index: Int) -> String {
      self.name(index).shortened(to: limit)
    }
    let order = measured.table.byTightness
    func classes(_ rows: some Sequence<ClassTable.Row>) -> [String] {
      [
        rows.map { "\(name($0.classIndex)) (\(degreesText($0.intra)))" }.joined(
          separator: said(", ", zh: "、"))
      ]
    }
    var rows: [TableRow] = []
    if !order.isEmpty {
      rows.append(TableRow(said("tightest", zh: "最紧的类"), classes(order.prefix(count))))
      rows.append(TableRow(said("loosest", zh: "最松的类"), classes(order.suffix(count).reversed())))
    }
    for confusion in measured.table.confusions.prefix(2) {
      let degrees = degreesText(confusion.angle)
      let angle =
        confusion.angle.isNaN ? "" : said(", \(degrees) apart", zh: "，相距 \(degrees)")
      let count = confusion.samples
      let all = groupedText(
        [confusion.first, confusion.second].reduce(0) { $0 + measured.counts[$1] })
      rows.append(
        TableRow(
          count > 0
            ? said("most confused", zh: "最易混淆") : said("nearest classes", zh: "最近的类"),
          [
            name(confusion.first) + said(" and ", zh: " 与 ") + name(confusion.second)
              + (count > 0
                ? said(": \(count) of \(all) samples", zh: "：\(all) 个样本中的 \(count) 个") : angle)
          ]))
    }
    return rows
      + suspects(3, namesUpTo: limit).map {
        TableRow(said("suspect: ", zh: "可疑：") + $0.name, $0.values, topic: .suspects)
      }
  }

  /// Samples nearer to another class than to their own, worst first; none where all lies in one
  /// place and nothing stands out.
  func suspects(_ most: Int, namesUpTo limit: Int = .max) -> [TableRow] {
    measured.table.suspects.prefix(measured.collapse == nil ? most : 0).map { suspect in
      let label = name(suspect.label).shortened(to: limit)
      let other = name(suspect.looksLike).shortened(to: limit)
      let (own, near) = (degreesText(suspect.own), degreesText(suspect.other))
      return TableRow(
        said("row \(file.places[suspect.row])", zh: "第 \(file.places[suspect.row]) 行")
          + said(", ", zh: "，") + suspect.cause.name[language],
        [
          said(
            "\(label) at \(own), but \(other) at \(near)",
            zh: "\(label) 在 \(own)，而 \(other) 在 \(near)")
        ])
    }
  }

  /// What the causes of suspects mean.
  var causes: [String] {
    [
      said("label: near another class, so that its label may be wrong", zh: "标签：靠近另一类，标签可能有误"),
      said("image: far from all classes, a poor image or a stranger", zh: "图像：远离所有类，图像可能很差"),
    ]
  }

  /// " (97.10–98.90)" of rates in percent; empty for none.
  private func rangeText(_ range: ClosedRange<Double>?) -> String {
    range.map { " (\(spanText($0)))" } ?? ""
  }

  func known(_ angle: Double) -> String {
    angle.isNaN ? none : degreesText(angle)
  }

  private func name(_ index: Int) -> String { measured.classNames[index] }

  private func spread(_ angles: PairAngles) -> String {
    let scale = measured.verification.scale
    return angles.count == 0
      ? none : "\(scale.text(angles.mean)) ± \(scale.text(angles.deviation))"
  }
}

extension ClassTable.Suspect.Cause {
  /// In words of a table.
  package var name: Wording {
    switch self {
    case .label: Wording("label", zh: "标签")
    case .image: Wording("image", zh: "图像")
    }
  }
}
