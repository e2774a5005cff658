/// A mark on an axis and its words.
package struct Tick: Sendable, Equatable {
  package var value: Double
  package var label: RichText

  package init(_ value: Double, _ label: RichText) {
    self.value = value
    self.label = label
  }
}

/// What an axis says: ticks outside the frame, and what it measures.
package struct Axis: Sendable, Equatable {
  /// `nil` for round numbers of the axis's own choice.
  package var ticks: [Tick]?
  package var title: RichText
  /// Faint lines across the panel at the ticks.
  package var hasGrid: Bool
  /// Follows every number that the axis chooses: `"°"`.
  package var unit: String
  /// About how many numbers the axis chooses.
  package var count: Int

  package init(
    _ title: RichText = "", ticks: [Tick]? = nil, grid hasGrid: Bool = false, unit: String = "",
    count: Int = 5
  ) {
    self.title = title
    self.ticks = ticks
    self.hasGrid = hasGrid
    self.unit = unit
    self.count = count
  }

  /// The ticks on that scale, those outside its domain left out.
  package func ticks(on scale: Scale) -> [Tick] {
    let room = (scale.domain.upperBound - scale.domain.lowerBound) * 1e-9
    let inside = scale.domain.lowerBound - room...scale.domain.upperBound + room
    if let ticks { return ticks.filter { inside.contains($0.value) } }
    switch scale.kind {
    case .linear:
      let numbers = niceNumbers(in: scale.domain, about: count)
      return numbers.values.map {
        Tick($0, RichText(plain: decimalText($0, places: numbers.places) + unit))
      }
    case .logarithmic: return powersOfTen(in: inside).map { Tick($0.value, $0.label) }
    }
  }
}

/// Round numbers in a range, and how many decimals tell them apart.
package struct NiceNumbers: Equatable {
  package var values: [Double]
  package var places: Int
}

/// Steps of 1, 2 or 5 times a power of ten; for angles up to a turn also 15, 30, 45 and so on are
/// the caller's to give.
package func niceNumbers(in range: ClosedRange<Double>, about count: Int) -> NiceNumbers {
  let width = range.upperBound - range.lowerBound
  guard width > 0, width.isFinite, count > 0 else { return NiceNumbers(values: [], places: 0) }
  let rough = width / Double(count)
  var power = 0
  while power < 300 && tenToThe(power + 1) <= rough { power += 1 }
  while power > -300 && tenToThe(power) > rough { power -= 1 }
  let factor =
    [1.0, 2, 5, 10].min {
      abs(log(rough / (tenToThe(power) * $0))) < abs(log(rough / (tenToThe(power) * $1)))
    } ?? 1
  if factor == 10 { power += 1 }
  let multiple = factor == 10 ? 1 : factor
  // Counted in whole steps, so that 0.3 is not 0.30000000000000004.
  func number(_ index: Double) -> Double {
    power < 0 ? index * multiple / tenToThe(-power) : index * multiple * tenToThe(power)
  }
  let step = number(1)
  let first = (range.lowerBound / step - 1e-9).rounded(.up)
  let last = (range.upperBound / step + 1e-9).rounded(.down)
  guard last >= first, last - first < 1000 else { return NiceNumbers(values: [], places: 0) }
  return NiceNumbers(
    values: stride(from: first, through: last, by: 1).map(number), places: max(0, -power))
}

/// Written out where all of them are short, else all of their side of 1 as powers.
private func powersOfTen(in range: ClosedRange<Double>) -> [Tick] {
  let powers = (-30...30).filter { range.contains(tenToThe($0)) }
  let areSmallShort = (powers.first ?? 0) >= -2
  let areLargeShort = (powers.last ?? 0) <= 3
  return powers.map { power in
    let isPlain = power < 0 ? areSmallShort : power == 0 || areLargeShort
    return Tick(
      tenToThe(power),
      isPlain
        ? RichText(plain: decimalText(tenToThe(power), places: max(0, -power)))
        : RichText(formula: "10^{\(power)}"))
  }
}

private func tenToThe(_ power: Int) -> Double {
  let whole = (0..<power.magnitude).reduce(1.0) { value, _ in value * 10 }
  return power < 0 ? 1 / whole : whole
}
