import LossLab

/// A line of a table: what it is, and its values.
public struct TableRow: Sendable, Equatable {
  public var name: String
  public var values: [String]

  public init(_ name: String, _ values: [String]) {
    self.name = name
    self.values = values
  }

  static let noWeights = "no weights given"
  static let noLoss = "no loss given"

  static let notCompared = "not compared: a list of pairs is given"

  /// Whether a picture can do without the row: nothing was given that it could be about.
  var isMissing: Bool {
    values.allSatisfy { [Self.noWeights, Self.noLoss, Self.notCompared].contains($0) }
  }
}

/// What is said of a file in words and numbers: on the picture, in tables, on a terminal.
public struct FeatureFacts: Sendable {
  private let file: MeasuredFile
  private var measured: FeatureMeasurement { file.measurement }

  public init(_ file: MeasuredFile) {
    self.file = file
  }

  /// Verification and identification; each file has the same rows.
  public var rates: [TableRow] {
    let rates = measured.verification
    var rows = [
      TableRow(
        "pairs of one class / of two",
        ["\(groupedText(rates.positive.count)) / \(groupedText(rates.negative.count))"]),
      TableRow(
        "\(rates.scale.noun) of pairs of one class", [spread(rates.positive)]),
      TableRow("\(rates.scale.noun) of pairs of two classes", [spread(rates.negative)]),
      TableRow(
        "decidability d′",
        [rates.decidability.isNaN ? Self.none : decimalText(rates.decidability, places: 3)]),
      TableRow(
        "area under the ROC curve",
        [
          rates.areaUnderCurve.map {
            decimalText($0, places: 6) + (measured.collapse == nil ? "" : ", collapsed")
          } ?? Self.none
        ]),
      TableRow(
        "equal error rate",
        [
          rates.equalError.map {
            rateText($0.rate) + rangeText(measured.intervals?.equalError)
              + " at \(rates.scale.text($0.angle))"
          } ?? Self.none
        ]),
      TableRow(
        "accuracy, best threshold, \(rates.accuracy?.folds ?? 10) folds",
        [
          rates.accuracy.map {
            "\(decimalText(100 * $0.mean, places: 2)) ± \(rateText($0.deviation))"
          } ?? Self.none
        ]),
    ]
    for (index, point) in rates.operatingPoints.enumerated() {
      rows.append(
        TableRow(
          "TAR @ FAR 1e\(-index - 1) (false accepts)",
          [
            point.map {
              rateText($0.trueAccept) + rangeText(measured.intervals?.trueAccept[index])
                + " to \(rates.scale.text(rates.scale.separation(ofLikeness: $0.likeness)))"
                + " (\(groupedText($0.falseAccepts)))"
            } ?? Self.none
          ]))
    }
    let levels = measured.identification?.levels ?? []
    rows.append(
      TableRow(
        "rank 1, all distractors",
        [
          levels.last.map { "\(rateText($0.rank1)) of \(groupedText($0.distractors))" }
            ?? (measured.comparesAll ? Self.none : TableRow.notCompared)
        ]))
    for point in measured.openSet?.points ?? [] {
      rows.append(
        TableRow(
          "FNIR @ FPIR \(numberText(point.rate)), open set",
          [
            rateText(point.falseNegative)
              + " to \(rates.scale.text(rates.scale.separation(ofLikeness: point.likeness)))"
          ]))
    }
    return rows
  }

  /// What is asked of each false accept rate, with a line of headings.
  public var thresholds: [TableRow] {
    let rates = measured.verification
    return [TableRow("FAR", [rates.scale.noun, "TAR", "95 % interval", "false accepts"])]
      + rates.operatingPoints.enumerated().map { index, point in
        guard let point else {
          return TableRow("1e\(-index - 1)", ["–", "–", "–", "fewer than 3"])
        }
        let range = measured.intervals?.trueAccept[index]
        return TableRow(
          "1e\(-index - 1)",
          [
            rates.scale.text(rates.scale.separation(ofLikeness: point.likeness)),
            rateText(point.trueAccept), range.map(spanText) ?? "",
            groupedText(point.falseAccepts),
          ])
      }
  }

  /// What the usual threshold means, for somebody who has to choose one; empty where none is
  /// measured.
  var advice: [String] {
    let rates = measured.verification
    guard let point = rates.usualPoint else {
      return ["Fewer than 3 of 10 pairs of two classes: no threshold can be measured."]
    }
    let threshold = rates.scale.text(rates.scale.separation(ofLikeness: point.likeness))
    let range = measured.intervals?.trueAccept[-point.exponent - 1].map { " (\(spanText($0)))" }
    let passing =
      point.falseAccepts == 0
      ? "no pair of two classes passes,"
      : "1 in \(groupedText(Int((1 / point.achieved).rounded()))) pairs of two classes passes,"
    var lines = [
      "Accept pairs within \(threshold):",
      passing,
      "\(rateText(point.trueAccept))\(range ?? "") of the pairs of one class.",
    ]
    if let error = rates.equalError {
      lines.append(
        "At \(rates.scale.text(error.angle)) both errors are \(rateText(error.rate)).")
    }
    return lines
  }

  public var angles: [TableRow] {
    let table = measured.table3
    func text(_ angle: Double?) -> String { angle.map { degreesText($0) } ?? TableRow.noWeights }
    func compared(_ text: String) -> [String] {
      [measured.comparesAll ? text : TableRow.notCompared]
    }
    return [
      TableRow("Intra: sample to class center", [known(table.intra)]),
      TableRow("Inter: center to nearest center", compared(known(table.inter))),
      TableRow("W-EC: weight to center", [text(table.weightToCenter)]),
      TableRow("W-Inter: weight to nearest weight", compared(text(table.weightInter))),
      TableRow("nearest to the own class", compared(rateText(measured.accuracy))),
      TableRow(
        "samples that violate the margin",
        compared(measured.violations.map { rateText($0) } ?? TableRow.noLoss)),
    ]
  }

  /// Classes and samples to look at.
  public var standouts: [TableRow] {
    let order = measured.table.byTightness
    func classes(_ rows: some Sequence<ClassTable.Row>) -> [String] {
      [rows.map { "\(name($0.classIndex)) (\(degreesText($0.intra)))" }.joined(separator: ", ")]
    }
    var rows: [TableRow] = []
    if !order.isEmpty {
      rows.append(TableRow("tightest", classes(order.prefix(3))))
      rows.append(TableRow("loosest", classes(order.suffix(3).reversed())))
    }
    for confusion in measured.table.confusions.prefix(2) {
      let angle = confusion.angle.isNaN ? "" : ", \(degreesText(confusion.angle)) apart"
      rows.append(
        TableRow(
          confusion.samples > 0 ? "most confused" : "nearest classes",
          [
            "\(name(confusion.first)) and \(name(confusion.second))"
              + (confusion.samples > 0
                ? ": \(confusion.samples) sample\(confusion.samples == 1 ? "" : "s")" : angle)
          ]))
    }
    return rows + suspects(3).map { TableRow("wrong label? " + $0.name, $0.values) }
  }

  /// Samples nearer to another class than to their own, worst first; none where all lies in one
  /// place and nothing stands out.
  func suspects(_ limit: Int) -> [TableRow] {
    measured.table.suspects.prefix(measured.collapse == nil ? limit : 0).map { suspect in
      TableRow(
        "row \(file.places[suspect.row])",
        [
          "\(name(suspect.label)) at \(degreesText(suspect.own)), but"
            + " \(name(suspect.looksLike)) at \(degreesText(suspect.other))"
        ])
    }
  }

  private static let none = "not measurable"

  /// " (97.10–98.90)" of rates in percent; empty for none.
  private func rangeText(_ range: ClosedRange<Double>?) -> String {
    range.map { " (\(spanText($0)))" } ?? ""
  }

  private func known(_ angle: Double) -> String {
    angle.isNaN ? Self.none : degreesText(angle)
  }

  private func name(_ index: Int) -> String { measured.classNames[index] }

  private func spread(_ angles: PairAngles) -> String {
    let scale = measured.verification.scale
    return angles.count == 0
      ? Self.none : "\(scale.text(angles.mean)) ± \(scale.text(angles.deviation))"
  }
}

/// "97.10–98.90" of rates in percent.
func spanText(_ range: ClosedRange<Double>) -> String {
  decimalText(100 * range.lowerBound, places: 2) + "–"
    + decimalText(100 * range.upperBound, places: 2)
}
