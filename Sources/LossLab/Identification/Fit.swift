/// A hypothesis with its numbers, held against what was computed.
struct Fit: Sendable {
  let hypothesis: Hypothesis
  let reduction: Reduction
  /// One an unknown.
  let numbers: [Double]
  /// Σ of the squared differences, each in units of what its precision allows.
  let cost: Double
  /// Of each result, in the order of the observation: the digits in which it agrees.
  let digits: [Double]
  /// Whether every entry is as near as its precision allows.
  let isWithin: Bool

  var leastDigits: Double { digits.min() ?? 0 }
}

/// Solves the open numbers of hypotheses for one observation.
struct Fitter: Sendable {
  let observation: Observation
  private let input: LossInput

  init(_ observation: Observation) {
    self.observation = observation
    input = observation.input
  }

  /// The best fit under one reduction, from the most promising starts by damped least squares; and
  /// where variants of the hypothesis may start: at the best end and the most promising starts.
  func fit(
    _ hypothesis: Hypothesis, _ reduction: Reduction, from starts: [[Double]]? = nil, tries: Int
  ) -> (fit: Fit?, starts: [[Double]]) {
    let solver = LeastSquares(unknowns: hypothesis.unknowns) { numbers in
      hypothesis.predict(numbers, input).flatMap { residuals($0, reduction) }
    }
    var ranked: [(point: [Double], cost: Double)] = []
    for point in starts ?? hypothesis.startingPoints(observation.stated) {
      if let cost = solver.cost(point) { ranked.append((point, cost)) }
    }
    ranked.sort { $0.cost < $1.cost }
    var end: (point: [Double], cost: Double)?
    for candidate in ranked.prefix(tries) {
      let other = solver.descend(from: candidate.point)
      if other.cost < end?.cost ?? .infinity { end = other }
      // As near as numbers come.
      if other.cost < 1e-6 { break }
    }
    return (
      end.flatMap { judged(hypothesis, reduction, $0.point) },
      (end.map { [$0.point] } ?? []) + ranked.prefix(3).map { $0.point }
    )
  }

  /// The same hypothesis and numbers held against this observation.
  func judged(_ hypothesis: Hypothesis, _ reduction: Reduction, _ numbers: [Double]) -> Fit? {
    guard let prediction = hypothesis.predict(numbers, input),
      let residuals = residuals(prediction, reduction)
    else { return nil }
    var digits: [Double] = []
    var isWithin = true
    for result in observation.results {
      let differences = differences(result, prediction, reduction)
      let largest = differences.reduce(0) { max($0, abs($1)) }
      isWithin = isWithin && largest <= result.tolerance
      let share = largest / max(result.scale, 1e-300)
      digits.append(result.scale == 0 || share <= 1e-16 ? 16 : max(0, -log(share) / log(10)))
    }
    return Fit(
      hypothesis: hypothesis, reduction: reduction, numbers: numbers,
      cost: residuals.reduce(0) { $0 + $1 * $1 }, digits: digits, isWithin: isWithin)
  }

  /// In units of each result's tolerance.
  private func residuals(_ prediction: Prediction, _ reduction: Reduction) -> [Double]? {
    var all: [Double] = []
    for result in observation.results {
      let known = prediction.numbers(result.kind)
      guard known.count == result.numbers.count else { return nil }
      for difference in differences(result, prediction, reduction) {
        guard difference.isFinite else { return nil }
        all.append(difference / result.tolerance)
      }
    }
    return all.isEmpty ? nil : all
  }

  private func differences(
    _ result: ObservedResult, _ prediction: Prediction, _ reduction: Reduction
  ) -> [Double] {
    let factor = result.kind == .perSample ? reduction.sampleFactor : reduction.factor
    return zip(prediction.numbers(result.kind), result.numbers).map { own, seen in
      seen.map { own * factor - $0 } ?? 0
    }
  }

  /// The samples of which something differs by more than its precision allows.
  func differing(_ fit: Fit) -> [Int] {
    guard let prediction = fit.hypothesis.predict(fit.numbers, input) else { return [] }
    let rows = observation.labels.count
    let parts = observation.results.filter { $0.kind == .featureGradient || $0.kind == .perSample }
    return (0..<rows).filter { row in
      parts.contains { result in
        let columns = result.numbers.count / rows
        let differences = differences(result, prediction, fit.reduction)
        return differences[row * columns..<(row + 1) * columns].contains {
          !(abs($0) <= result.tolerance)
        }
      }
    }
  }
}

/// Least squares by Levenberg and Marquardt, with slopes by small steps.
struct LeastSquares: Sendable {
  let unknowns: [Unknown]
  /// `nil` where there is nothing to compare.
  let residuals: @Sendable ([Double]) -> [Double]?

  func cost(_ point: [Double]) -> Double? {
    residuals(point).map { $0.reduce(0) { $0 + $1 * $1 } }.flatMap { $0.isFinite ? $0 : nil }
  }

  private func inner(_ point: [Double]) -> [Double] {
    zip(unknowns, point).map { $0.isLogarithmic ? log($1) : $1 }
  }

  private func outer(_ point: [Double]) -> [Double] {
    zip(unknowns, point).map { unknown, value in
      let number = unknown.isLogarithmic ? exp(min(300, max(-300, value))) : value
      return min(unknown.upper, max(unknown.lower, number))
    }
  }

  func descend(from start: [Double], steps: Int = 40) -> (point: [Double], cost: Double) {
    var point = inner(start)
    guard var values = residuals(outer(point)) else { return (start, .infinity) }
    var cost = values.reduce(0) { $0 + $1 * $1 }
    guard !unknowns.isEmpty else { return (start, cost) }
    var damping = 1e-3
    var idleSteps = 0
    for _ in 0..<steps where cost > 1e-14 && idleSteps < 4 {
      let slopes = slopes(at: point, values)
      let before = cost
      for _ in 0..<9 {
        let next = zip(point, step(slopes, values, damping)).map { $0 + $1 }
        let limited = inner(outer(next))
        if let others = residuals(outer(limited)) {
          let sum = others.reduce(0) { $0 + $1 * $1 }
          if sum < cost {
            (point, values, cost) = (limited, others, sum)
            damping = max(1e-12, damping / 8)
            break
          }
        }
        damping = min(1e12, damping * 6)
      }
      idleSteps = cost > 0.98 * before ? idleSteps + 1 : 0
      if cost == before { break }
    }
    return (outer(point), cost)
  }

  /// `unknowns × residuals`.
  private func slopes(at point: [Double], _ values: [Double]) -> [[Double]] {
    point.indices.map { index in
      var moved = point
      let step = 1e-7 * max(0.1, abs(point[index]))
      moved[index] += step
      // At an upper end the other way.
      if outer(moved)[index] == outer(point)[index] { moved[index] = point[index] - step }
      let width = moved[index] - point[index]
      guard let others = residuals(outer(moved)) else { return values.map { _ in 0 } }
      return zip(others, values).map { ($0 - $1) / width }
    }
  }

  /// Of (JᵀJ + damping · diagonal) δ = −Jᵀr, by elimination.
  private func step(_ slopes: [[Double]], _ values: [Double], _ damping: Double) -> [Double] {
    let count = slopes.count
    func product(_ a: [Double], _ b: [Double]) -> Double {
      var sum = 0.0
      for index in a.indices { sum += a[index] * b[index] }
      return sum
    }
    var rows = slopes.map { one in slopes.map { product(one, $0) } }
    var right = slopes.map { -product($0, values) }
    for index in 0..<count {
      rows[index][index] += damping * rows[index][index] + 1e-300
    }
    for pivot in 0..<count {
      let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
      rows.swapAt(pivot, best)
      right.swapAt(pivot, best)
      guard rows[pivot][pivot] != 0 else { continue }
      for row in pivot + 1..<max(count, pivot + 1) {
        let factor = rows[row][pivot] / rows[pivot][pivot]
        guard factor != 0 else { continue }
        for column in pivot..<count { rows[row][column] -= factor * rows[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    var solution = Array(repeating: 0.0, count: count)
    for row in stride(from: count - 1, through: 0, by: -1) {
      var sum = right[row]
      for column in row + 1..<max(count, row + 1) { sum -= rows[row][column] * solution[column] }
      solution[row] = rows[row][row] == 0 ? 0 : sum / rows[row][row]
    }
    return solution
  }
}
