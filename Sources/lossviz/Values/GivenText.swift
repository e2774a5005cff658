/// The text of a value and where it was given.
struct GivenText: Sendable, Equatable {
  var text: String
  var source: Source

  enum Source: Sendable, Equatable {
    /// With the option as it was typed: `--m`, `-o`.
    case commandLine(String)
    /// With the variable's name.
    case environment(String)
    /// With the file's name and the key.
    case configuration(file: String, key: String)

    /// The higher one wins.
    var rank: Int {
      switch self {
      case .configuration: 1
      case .environment: 2
      case .commandLine: 3
      }
    }

    /// For messages.
    var label: String {
      switch self {
      case .commandLine(let name): name
      case .environment(let name): name
      case .configuration(let file, let key): "'\(key)' in \(file)"
      }
    }
  }

  /// For messages: `--m`, `LOSSVIZ_M`, `'m' in study.json`.
  var label: String { source.label }
}
