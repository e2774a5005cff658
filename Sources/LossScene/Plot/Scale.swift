/// Takes numbers of one axis to points of the scene.
package struct Scale: Sendable, Equatable {
  package enum Kind: Sendable { case linear, logarithmic }

  package let kind: Kind
  /// The numbers at the two ends; both positive on a logarithmic axis.
  package let domain: ClosedRange<Double>
  /// Where the lower and the upper end of the domain lie in the scene.
  package let start: Double
  package let end: Double

  /// A domain without width gets a little on both sides.
  package init(
    _ domain: ClosedRange<Double>, from start: Double, to end: Double, kind: Kind = .linear
  ) {
    self.kind = kind
    self.start = start
    self.end = end
    let width = domain.upperBound - domain.lowerBound
    if kind == .logarithmic {
      let lower = max(domain.lowerBound, 1e-300)
      self.domain = lower...max(domain.upperBound, lower * 10)
    } else if width > 0 {
      self.domain = domain
    } else {
      let margin = max(abs(domain.lowerBound) * 0.1, 1)
      self.domain = domain.lowerBound - margin...domain.upperBound + margin
    }
  }

  package func callAsFunction(_ value: Double) -> Double {
    start + (end - start) * share(of: value)
  }

  /// The number at a place of the scene.
  package func value(at place: Double) -> Double {
    let share = (place - start) / (end - start)
    switch kind {
    case .linear:
      return domain.lowerBound + (domain.upperBound - domain.lowerBound) * share
    case .logarithmic:
      let lower = log(domain.lowerBound)
      return exp(lower + (log(domain.upperBound) - lower) * share)
    }
  }

  /// Points of the scene for one unit of the axis; of a linear one.
  package var unit: Double { (end - start) / (domain.upperBound - domain.lowerBound) }

  private func share(of value: Double) -> Double {
    switch kind {
    case .linear:
      return (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    case .logarithmic:
      let lower = log(domain.lowerBound)
      return (log(max(value, 1e-300)) - lower) / (log(domain.upperBound) - lower)
    }
  }
}
