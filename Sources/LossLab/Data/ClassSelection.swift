/// Which classes of a source are used, and in which order.
public enum ClassSelection: Sendable, Equatable {
  /// In the order of the source.
  case all
  /// The first so many.
  case first(Int)
  /// Classes by name.
  case named([String])

  /// `6`, or names with commas between them: `0,3,8`.
  ///
  /// - Throws: `LabError.outOfRange` for fewer than two classes or a name given twice.
  package init(parsing text: String) throws(LabError) {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingSpaces()
    }
    let allowed = "a number from 2, or at least two names with commas between them"
    if names.count == 1 {
      guard let count = Int(names[0]), count >= 2 else {
        throw .outOfRange(option: "--classes", value: "'\(text)'", allowed: allowed)
      }
      self = .first(count)
      return
    }
    var known: Set<String> = []
    for name in names {
      guard !name.isEmpty, known.insert(name).inserted else {
        let why = name.isEmpty ? allowed : "'\(name)' is there twice"
        throw .outOfRange(option: "--classes", value: "'\(text)'", allowed: why)
      }
    }
    self = .named(names)
  }

  /// The places of the chosen classes in `names`.
  ///
  /// - Throws: `LabError.inapplicable` for a class that is not there, `LabError.badData` where
  ///   there are fewer than two.
  func indices(in names: [String]) throws(LabError) -> [Int] {
    var indices: [Int] = []
    switch self {
    case .all: indices = Array(names.indices)
    case .first(let count):
      guard count <= names.count else {
        throw .inapplicable(
          "--classes \(count): the data have \(names.count)", hint: listing(names))
      }
      indices = Array(names.indices.prefix(count))
    case .named(let wanted):
      var places: [String: Int] = [:]
      for (place, name) in names.enumerated() where places[name] == nil { places[name] = place }
      for name in wanted {
        guard let index = places[name] else {
          throw .inapplicable("the data have no class '\(name)'", hint: listing(names))
        }
        indices.append(index)
      }
    }
    guard indices.count >= 2 else {
      throw .badData(
        indices.isEmpty ? "the data have no class" : "the data have one class only",
        hint: "a classifier needs at least two")
    }
    return indices
  }

  private func listing(_ names: [String]) -> String {
    let shown = names.prefix(20).joined(separator: ", ")
    return "the classes are \(shown)\(names.count > 20 ? ", …" : "")"
  }
}

extension Substring {
  func trimmingSpaces() -> String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
