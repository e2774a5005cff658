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
        "angle of pairs of one class", [spread(rates.positive)]),
      TableRow("angle of pairs of two classes", [spread(rates.negative)]),
      TableRow(
        "area under the ROC curve",
        [
          rates.areaUnderCurve.map {
            decimalText($0, places: 6) + (measured.collapse == nil ? "" : ", collapsed")
          } ?? Self.none
        ]),
      TableRow(
        "equal error rate",
        [rates.equalError.map { "\(rateText($0.rate)) at \(degreesText($0.angle))" } ?? Self.none]),
      TableRow(
        "accuracy, best threshold, \(rates.accuracy?.folds ?? 10) folds",
        [
          rates.accuracy.map {
            "\(decimalText(100 * $0.mean, places: 2)) ± \(rateText($0.deviation))"
          } ?? Self.none
        ]),
    ]
    for acceptance in rates.acceptance {
      rows.append(
        TableRow(
          "TAR @ FAR 1e\(acceptance.exponent) (false accepts)",
          [
            acceptance.rate.map {
              "\(rateText($0)) (\(groupedText(acceptance.falseAccepts)))"
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
    return rows
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
    // Where all lies in one place, nothing stands out.
    for suspect in measured.table.suspects.prefix(measured.collapse == nil ? 3 : 0) {
      rows.append(
        TableRow(
          "wrong label? row \(file.places[suspect.row])",
          [
            "\(name(suspect.label)) at \(degreesText(suspect.own)), but"
              + " \(name(suspect.looksLike)) at \(degreesText(suspect.other))"
          ]))
    }
    return rows
  }

  private static let none = "not measurable"

  private func known(_ angle: Double) -> String {
    angle.isNaN ? Self.none : degreesText(angle)
  }

  private func name(_ index: Int) -> String { measured.classNames[index] }

  private func spread(_ angles: PairAngles) -> String {
    angles.count == 0 ? Self.none : "\(degreesText(angles.mean)) ± \(degreesText(angles.deviation))"
  }
}
