import LossLab

/// What a picture is made from: options with their values, every default and `auto` resolved.
package struct Recipe: Sendable, Equatable {
  /// In the order of the options of the command.
  package var entries: [Entry]
  /// By what external data are known again; the entries have only their names.
  package var files: [DataFacts.File]

  package struct Entry: Sendable, Equatable {
    /// The name of the option, without dashes.
    package var name: String
    package var value: Value

    package init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  package enum Value: Sendable, Equatable {
    case number(Double)
    case word(String)
    case flag(Bool)
    case list([Value])
  }

  package init(entries: [Entry] = [], files: [DataFacts.File] = []) {
    self.entries = entries
    self.files = files
  }

  package subscript(name: String) -> Value? {
    entries.first { $0.name == name }?.value
  }

  /// With that value in the place of the one before, or at the end.
  package func setting(_ name: String, to value: Value) -> Recipe {
    var recipe = self
    if let place = entries.firstIndex(where: { $0.name == name }) {
      recipe.entries[place].value = value
    } else {
      recipe.entries.append(Entry(name, value))
    }
    return recipe
  }
}
