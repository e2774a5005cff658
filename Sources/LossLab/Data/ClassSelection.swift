/// Which classes of a source are used, and in which order.
public enum ClassSelection: Sendable, Equatable {
  /// In the order of the source.
  case all
  /// The first so many.
  case first(Int)
  /// Classes by name.
  case named([String])

  /// The places of the chosen classes in `names`.
  ///
  /// - Throws: `LabError.misfit` for a class that is not there, `LabError.badData` where
  ///   there are fewer than two.
  func indices(in names: [String]) throws(LabError) -> [Int] {
    var indices: [Int] = []
    switch self {
    case .all: indices = Array(names.indices)
    case .first(let count):
      guard count <= names.count else {
        throw .misfit(.classCount(count, known: names))
      }
      indices = Array(names.indices.prefix(count))
    case .named(let wanted):
      var places: [String: Int] = [:]
      for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
      for name in wanted {
        guard let index = places[name] else {
          throw .misfit(.className(name, known: names))
        }
        indices.append(index)
      }
    }
    guard indices.count >= 2 else {
      throw .badData(.classes(indices.count))
    }
    return indices
  }
}
