import LossScene

/// What classes are called in the panels of a picture: names that are too long for their panel are
/// cut there and stand in full in the key; many of them are numbered, or they would lie on samples
/// and in the regions of others.
struct ShownNames {
  let full: [String]
  let short: [String]
  /// Whether every class has its number in the place of its name.
  let isNumbered: Bool

  /// More than so many long names have no room in a panel.
  private static let mostLong = 6

  /// - Parameter limit: units that a name may take.
  init(_ names: [String], limit: Double, style: FigureStyle) {
    let names = ShownNames(cutting: names, limits: names.map { _ in limit }, style: style)
    let isCrowded = names.full.count > Self.mostLong && !names.cut.isEmpty
    self = isCrowded ? ShownNames(numbering: names.full) : names
  }

  init(numbering names: [String]) {
    full = names
    short = names.indices.map { "\($0 + 1)" }
    isNumbered = true
  }

  /// Each cut, however many they are.
  ///
  /// - Parameter limits: units that each name may take.
  init(cutting names: [String], limits: [Double], style: FigureStyle) {
    full = names
    isNumbered = false
    var short = names.indices.map { index in
      RichText(plain: names[index]).bold().truncated(
        width: limits[index], size: style.nameSize, by: style.theme.measure
      ).text
    }
    // Names that begin alike would become one: they are numbered.
    for index in names.indices where short[index] != names[index] {
      let isShared = names.indices.contains { $0 != index && short[$0] == short[index] }
      if isShared { short[index] = "\(index + 1)…" }
    }
    self.short = short
  }

  /// Whether a name has lost more than half of its letters.
  var isMostlyCut: Bool { zip(full, short).contains { 2 * $1.count <= $0.count && $0 != $1 } }

  /// The classes whose name is cut.
  var cut: [Int] { full.indices.filter { isNumbered || full[$0] != short[$0] } }

  /// How the panels call a class that the key names in full; empty where the beginning tells.
  func number(_ index: Int) -> String {
    isNumbered || short[index] == "\(index + 1)…" ? "\(index + 1) " : ""
  }
}
