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
  /// What was taken or is in doubt; `nil` where all is as usual and fits.
  let note: TakenWeights?

  /// One way to take the rows.
  private struct Candidate {
    let matrix: Matrix<Double>
    var way: TakenWeights.Way
    let rowOfClass: [Int]
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
    var note: TakenWeights?
    if candidates.count > 1 || order.sequence == nil {
      Self.measure(&candidates, classes)
      let (base, others) = (candidates[0], candidates.dropFirst())
      let best = Self.best(of: others)
      if let best, best.way.fit.isClearlyBetter(than: base.way.fit) {
        taken = best
        note = TakenWeights(best.way, other: base.way)
      } else {
        note = Self.doubt(base, best, classes)
      }
    }
    self.matrix = taken.matrix
    rowOfClass = taken.rowOfClass
    firstRowNumber =
      switch taken.way.sequence {
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
      if let known = best, candidate.way.fit.ranks(above: known.way.fit) { best = candidate }
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
          $0.way.isTransposed == orientation.isTransposed && $0.rowOfClass == rows
        })
      else { continue }
      found.append(
        Candidate(
          matrix: orientation.matrix,
          way: .init(sequence, isTransposed: orientation.isTransposed, isUsual: sequence == usual),
          rowOfClass: rows))
    }
    return found
  }

  private static func measure(_ candidates: inout [Candidate], _ classes: Classes) {
    for isTransposed in [false, true] {
      let own = candidates.indices.filter { candidates[$0].way.isTransposed == isTransposed }
      guard let first = own.first else { continue }
      let check = PairingCheck(
        classes.rows, labels: classes.labels,
        weights: candidates[first].matrix.firstColumns(classes.rows.columns))
      for place in own { candidates[place].way.fit = check.fit(of: candidates[place].rowOfClass) }
    }
  }

  private static func doubt(
    _ base: Candidate, _ next: Candidate?, _ classes: Classes
  ) -> TakenWeights? {
    let fit = base.way.fit
    let isWorse = next?.way.fit.isBetter(than: fit) ?? false
    guard isWorse || fit.isDoubtful(classes: classes.names.count) else { return nil }
    let check = PairingCheck(
      classes.rows, labels: classes.labels,
      weights: base.matrix.firstColumns(classes.rows.columns))
    let stray = check.firstStray(base.rowOfClass).map { stray in
      TakenWeights.Stray(
        className: classes.names[stray.label], row: base.rowOfClass[stray.label],
        nearestRow: stray.row)
    }
    return TakenWeights(base.way, other: next?.way, isInDoubt: true, stray: stray)
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
