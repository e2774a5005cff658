import LossLab
import LossScene

/// What classes are called in the panels of a picture: names that are too long for their panel are
/// cut there and stand in full in the key.
struct ShownNames {
  let full: [String]
  let short: [String]

  /// - Parameter limit: units that a name may take.
  init(_ names: [String], limit: Double, theme: Theme) {
    full = names
    var short = names.map { name in
      RichText(plain: name).bold().truncated(
        width: limit, size: theme.textSize, by: theme.measure
      ).text
    }
    // Names that begin alike would become one: they are numbered.
    for index in names.indices where short[index] != names[index] {
      let isShared = names.indices.contains { $0 != index && short[$0] == short[index] }
      if isShared { short[index] = "\(index + 1)…" }
    }
    self.short = short
  }

  /// The classes whose name is cut.
  var cut: [Int] { full.indices.filter { full[$0] != short[$0] } }
}
