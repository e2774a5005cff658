/// Which row of class weights without names belongs to which class.
///
/// Shape and names say it where they can. What they leave open is held against the features: a
/// pairing that fits clearly better than the usual one is taken with a word, and doubt is said.
struct WeightPairing {
  /// Turned, where the classes were the columns; with the bias, where there is one.
  let matrix: Matrix<Double>
  /// For each class its row.
  let rowOfClass: [Int]
  /// What rows of no class are called: their number and this.
  let firstRowNumber: Int
  /// What was taken or is doubted, with both numbers; `nil` where all is as usual and fits.
  let note: String?

  /// One way to take the rows.
  private struct Candidate {
    let matrix: Matrix<Double>
    let sequence: WeightsOrder.Sequence
    let isTransposed: Bool
    let rowOfClass: [Int]
    /// Whether classes stand as they do by themselves.
    let isUsual: Bool
    var fit = PairingFit(accuracy: 0, angle: 0)

    var phrase: String {
      guard isTransposed else { return sequence.phrase }
      return isUsual ? "transposed, with one column a class" : "transposed, \(sequence.phrase)"
    }

    var order: WeightsOrder {
      isTransposed && isUsual
        ? WeightsOrder(nil, isTransposed: true) : WeightsOrder(sequence, isTransposed: isTransposed)
    }
  }

  /// What weights are paired with.
  struct Classes {
    /// In the usual order.
    let names: [String]
    /// The classes as the labels come, each once.
    let appearance: [Int]
    let rows: FeatureRows
    /// One a row of `rows`.
    let labels: [Int]
  }

  /// - Returns: `nil` where no orientation and order fits the shape.
  init?(_ matrix: Matrix<Double>, order: WeightsOrder, to classes: Classes) {
    var candidates = Self.candidates(matrix, order: order, classes)
    guard let usual = candidates.first else { return nil }
    var taken = usual
    var note: String?
    if candidates.count > 1 || order.sequence == nil {
      Self.measure(&candidates, classes)
      let (base, others) = (candidates[0], candidates.dropFirst())
      let best = Self.best(of: others)
      if let best, best.fit.isClearlyBetter(than: base.fit) {
        taken = best
        note = Self.takenNote(best, base)
      } else {
        note = Self.doubt(base, best, classes)
      }
    }
    self.matrix = taken.matrix
    rowOfClass = taken.rowOfClass
    firstRowNumber =
      switch taken.sequence {
      case .rowAfter: -1
      case .rowBefore: 1
      case .natural, .bytes, .appearance: 0
      }
    self.note = note
  }

  /// Of those that fit alike, the first.
  private static func best(of candidates: ArraySlice<Candidate>) -> Candidate? {
    var best = candidates.first
    for candidate in candidates.dropFirst() {
      if let known = best, candidate.fit.ranks(above: known.fit) { best = candidate }
    }
    return best
  }

  /// All ways that shape and names allow, the likelier first; none twice.
  private static func candidates(
    _ matrix: Matrix<Double>, order: WeightsOrder, _ classes: Classes
  ) -> [Candidate] {
    let dimensions = classes.rows.columns
    let usual = WeightsOrder.Sequence.usual(for: classes.names)
    let sequences =
      order.sequence.map { [$0] }
      ?? [usual] + WeightsOrder.Sequence.allCases.filter { $0 != usual }
    let hasRows = matrix.columns == dimensions || matrix.columns == dimensions + 1
    let hasColumns = matrix.rows == dimensions || matrix.rows == dimensions + 1
    var orientations: [(matrix: Matrix<Double>, isTransposed: Bool)] = []
    if hasRows, order.isTransposed != true { orientations.append((matrix, false)) }
    if hasColumns, order.isTransposed != false || !hasRows {
      orientations.append((matrix.turned, true))
    }
    // One thing that is unusual is likelier than two.
    var ways = orientations.map { ($0, sequences[0]) }
    for orientation in orientations { ways += sequences.dropFirst().map { (orientation, $0) } }
    var found: [Candidate] = []
    for (orientation, sequence) in ways {
      guard
        let rows = sequence.rowOfClass(
          classes.names, appearance: classes.appearance, rows: orientation.matrix.rows),
        !found.contains(where: {
          $0.isTransposed == orientation.isTransposed && $0.rowOfClass == rows
        })
      else { continue }
      found.append(
        Candidate(
          matrix: orientation.matrix, sequence: sequence, isTransposed: orientation.isTransposed,
          rowOfClass: rows, isUsual: sequence == usual))
    }
    return found
  }

  private static func measure(_ candidates: inout [Candidate], _ classes: Classes) {
    for isTransposed in [false, true] {
      let own = candidates.indices.filter { candidates[$0].isTransposed == isTransposed }
      guard let first = own.first else { continue }
      let check = PairingCheck(
        classes.rows, labels: classes.labels,
        weights: candidates[first].matrix.firstColumns(classes.rows.columns))
      for place in own { candidates[place].fit = check.fit(of: candidates[place].rowOfClass) }
    }
  }

  private static func takenNote(_ best: Candidate, _ base: Candidate) -> String {
    "the rows of the weights are taken \(best.phrase): \(best.fit.text);"
      + " \(base.phrase): \(base.fit.text); --weights-order \(best.order.text) says so without a"
      + " guess, --weights-order \(base.order.text) takes the other"
  }

  private static func doubt(
    _ base: Candidate, _ next: Candidate?, _ classes: Classes
  ) -> String? {
    let isWorse = next?.fit.isBetter(than: base.fit) ?? false
    guard isWorse || base.fit.isDoubtful(classes: classes.names.count) else { return nil }
    var text =
      "the weights may not belong to these classes: their rows are taken \(base.phrase),"
      + " \(base.fit.text)"
    let check = PairingCheck(
      classes.rows, labels: classes.labels,
      weights: base.matrix.firstColumns(classes.rows.columns))
    if let stray = check.firstStray(base.rowOfClass) {
      text +=
        "; row \(base.rowOfClass[stray.label]) goes to class '\(classes.names[stray.label])',"
        + " whose samples lie nearest to row \(stray.row)"
    }
    if let next {
      text +=
        "; \(next.phrase): \(next.fit.text); --weights-order \(next.order.text) takes that,"
        + " --weights-order \(base.order.text) this"
    }
    return text
  }
}

extension PairingFit {
  /// Both numbers in words.
  fileprivate var text: String {
    "\(decimalText(100 * accuracy, places: 1)) % of the samples lie nearest to their class's weight"
      + " and the weights \(decimalText(angle * 180 / .pi, places: 1))° from the class centers"
  }
}

extension Matrix<Double> {
  var turned: Matrix<Double> {
    var result = Matrix<Double>(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { result[column, row] = self[row, column] }
    }
    return result
  }

  /// Without a column of biases.
  fileprivate func firstColumns(_ count: Int) -> Matrix<Double> {
    guard columns > count else { return self }
    return Matrix(
      rows: rows, columns: count, elements: (0..<rows).flatMap { row($0).prefix(count) })
  }
}
