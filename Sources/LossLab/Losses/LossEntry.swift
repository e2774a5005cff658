/// A loss in the registry: its name, options, bounds and citation, and how to make it.
///
/// A new loss is one file with such an entry and one line in `LossEntry.all`.
public struct LossEntry: Sendable {
  /// As typed after `--loss`.
  public let name: String
  public let aliases: [String]
  /// As a heading: "CosFace".
  public let title: String
  /// One line: what it changes.
  public let summary: String
  /// The target logit in the markup of `Formula`: `s (cos θ_y − m)`.
  public let formula: String
  /// Authors, year, arXiv number or venue.
  public let citation: String
  public let kind: Kind
  public let options: [LossOption]
  /// The largest m that C evenly spread classes in the plane can satisfy; `nil` for no bound.
  public let marginBound: (@Sendable (_ classes: Int) -> Double)?
  public let make: @Sendable (LossSettings) -> Loss

  public enum Kind: Sendable {
    /// Cross-entropy over class logits: takes `--gamma` and `--keep`.
    case softmax
    /// Compares features with one another: no class layer.
    case metric
  }

  init(
    name: String, aliases: [String] = [], title: String, summary: String, formula: String,
    citation: String, kind: Kind = .softmax, options: [LossOption] = [],
    marginBound: (@Sendable (_ classes: Int) -> Double)? = nil,
    make: @escaping @Sendable (LossSettings) -> Loss
  ) {
    self.name = name
    self.aliases = aliases
    self.title = title
    self.summary = summary
    self.formula = formula
    self.citation = citation
    self.kind = kind
    var options = options
    if kind == .softmax {
      for addition in [] as [LossOption]
      where !options.contains(where: { $0.name == addition.name }) {
        options.append(addition)
      }
    }
    self.options = options
    self.marginBound = marginBound
    self.make = make
  }

  /// The defaults of this loss for so many classes.
  public func settings(classes: Int) -> LossSettings {
    var settings = LossSettings()
    for option in options { option.setDefault(in: &settings, classes: classes) }
    return settings
  }

  public func option(named name: String) -> LossOption? {
    options.first { $0.name == name }
  }

  /// Whether λ of L-Softmax and SphereFace is annealed in training.
  public var isAnnealed: Bool { options.contains { $0.name == "anneal" } }

  /// The entry of that name or alias, upper or lower case.
  ///
  /// - Throws: `LabError.unknownLoss` with near names.
  public static func named(_ name: String) throws(LabError) -> LossEntry {
    let wanted = name.lowercased()
    for entry in all where entry.name == wanted || entry.aliases.contains(wanted) { return entry }
    throw .unknownLoss(
      name: name, nearest: nearestWords(to: wanted, in: all.flatMap { [$0.name] + $0.aliases }))
  }

  public static let all: [LossEntry] = []
}
