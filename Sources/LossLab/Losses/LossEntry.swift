/// A loss in the registry: its name, options, bounds and citation, and how to make it.
///
/// A new loss is one file with such an entry and one line in `LossEntry.all`.
public struct LossEntry: Sendable {
  /// As typed after `--loss`.
  public let name: String
  package let aliases: [String]
  /// As a heading: "CosFace".
  public let title: String
  /// One line: what it changes.
  package let summary: String
  /// The target logit in the markup of `RichText`: `s (cos θ_y − m)`.
  package let formula: String
  /// Where two classes meet, in words with formulas in the markup of `RichText`.
  package let boundary: String
  /// Authors, year, arXiv number or venue.
  package let citation: String
  /// What else there is to say: what is held constant, and where defaults are not the paper's;
  /// options by their names between backquotes.
  package let remarks: [String]
  package let kind: Kind
  /// Its hyper-parameters, in the order of help.
  public let options: [LossOption]
  /// Whether the class layer may have a bias.
  package let allowsBias: Bool
  /// Whether training anneals the margin by λ.
  package let isAnnealed: Bool
  /// Whether its margin rises over the first steps where nobody says otherwise.
  package let raisesMargin: Bool
  /// The fewest classes that it can tell apart.
  package let leastClasses: Int
  /// What its learned scalars and then its running means are called: `R`, `s`.
  package let stateNames: [String]
  /// The largest m that neighbours so many radians apart can satisfy; `nil` for no bound.
  package let marginBound: (@Sendable (_ angle: Double, LossSettings) -> Double)?
  /// The loss itself, with settings that hold a value for each of `options`.
  public let make: @Sendable (LossSettings) -> Loss
  /// The loss of a reference case, where its parameters are not those of the options.
  var reference: (@Sendable (StatedParameters) throws(LabError) -> Loss)?
  /// Parameters of reference cases that only this loss and its like have.
  var stateParameters: [String] = []
  /// With which a perceptron settles.
  package private(set) var usual = UsualTraining.standard
  /// What to learn from its picture, in one line, in English and Chinese; `nil` for its summary.
  package private(set) var teaching: (en: String, zh: String)?
  /// What papers and other programs call it, in letters and digits: a command hints at the loss by
  /// them.
  package private(set) var foreignNames: [String] = []
  /// What is so beyond the bound of m.
  private(set) var beyondBound = BeyondBound.noFeatures
  /// Whether the least s of a softmax over s cos θ says anything of it: not where m bounds other
  /// things than features, as the logits are others then.
  var hasScaleBound: Bool { beyondBound == .noFeatures }
  /// Defaults that follow from the other settings.
  var derived: [(name: String, value: @Sendable (LossSettings, _ classes: Int) -> Double)] = []
  /// What is wrong with settings whose values are each in range; `nil` for nothing.
  var refusal: (@Sendable (LossSettings) -> LabError?)?

  /// What a loss compares.
  public enum Kind: Sendable {
    /// Cross-entropy over class logits: takes `--gamma` and `--keep`.
    case softmax
    /// Compares features with one another: no class layer.
    case metric
  }

  /// A loss for the registry, or one of your own for `train`.
  ///
  /// - Parameters:
  ///   - options: its hyper-parameters; a loss with class logits takes those of focal loss and OHEM,
  ///     too.
  ///   - make: the loss under settings that hold a value for every option.
  public init(
    name: String, aliases: [String] = [], title: String, summary: String = "",
    formula: String = "", boundary: String = "", citation: String = "", remarks: [String] = [],
    kind: Kind = .softmax, options: [LossOption] = [],
    allowsBias: Bool = false, isAnnealed: Bool = false,
    raisesMargin: Bool = true, leastClasses: Int = 1, stateNames: [String] = [],
    marginBound: (@Sendable (_ angle: Double, LossSettings) -> Double)? = nil,
    make: @escaping @Sendable (LossSettings) -> Loss
  ) {
    self.name = name
    self.aliases = aliases
    self.title = title
    self.summary = summary
    self.formula = formula
    self.boundary = boundary
    self.citation = citation
    self.remarks = remarks
    self.kind = kind
    var options = options
    if kind == .softmax {
      for addition in [Hyperparameter.gamma.option, Hyperparameter.keep.option]
      where !options.contains(where: { $0.name == addition.name }) {
        options.append(addition)
      }
    }
    self.options = options
    self.allowsBias = allowsBias
    self.isAnnealed = isAnnealed
    self.raisesMargin = raisesMargin
    self.leastClasses = leastClasses
    self.stateNames = stateNames
    self.marginBound = marginBound
    self.make = make
  }

  /// The defaults of this loss for so many classes.
  public func settings(classes: Int) -> LossSettings {
    var settings = LossSettings()
    for option in options { option.setDefault(in: &settings, classes: classes) }
    complete(&settings, classes: classes, given: [])
    return settings
  }

  /// Sets what follows from other settings, where it was not given itself.
  ///
  /// - Parameter names: of the options that were given.
  package func complete(_ settings: inout LossSettings, classes: Int, given names: [String]) {
    for derived in derived where !names.contains(derived.name) {
      settings[derived.name] = .number(derived.value(settings, classes))
    }
  }

  /// - Throws: `LabError.misfit` for fewer classes than it can tell apart.
  package func check(classes: Int) throws(LabError) {
    guard classes < leastClasses else { return }
    throw .misfit(.fewClasses(loss: name, least: leastClasses, found: classes))
  }

  package func option(named name: String) -> LossOption? {
    options.first { $0.name == name }
  }

  private func changed(_ change: (inout LossEntry) -> Void) -> LossEntry {
    var entry = self
    change(&entry)
    return entry
  }

  /// The same with another way from a reference case's parameters to the loss.
  ///
  /// - Parameter taking: those that no loss may be given that does not have them.
  func stated(
    taking names: [String] = [],
    _ reference: @escaping @Sendable (StatedParameters) throws(LabError) -> Loss
  ) -> LossEntry {
    changed { ($0.reference, $0.stateParameters) = (reference, names) }
  }

  /// The same with another training where nobody says otherwise.
  func trained(_ usual: UsualTraining) -> LossEntry { changed { $0.usual = usual } }

  /// The same with what to learn from its picture, in one line.
  func teaching(_ en: String, zh: String) -> LossEntry { changed { $0.teaching = (en, zh) } }

  /// The same with what else it is called.
  func known(as names: String...) -> LossEntry { changed { $0.foreignNames = names } }

  /// The same with its own word on what is so beyond the bound of m.
  func saying(beyondBound: BeyondBound) -> LossEntry { changed { $0.beyondBound = beyondBound } }

  /// The same with a default that follows from the other settings, to three decimals.
  func deriving(
    _ parameter: Hyperparameter<Double>,
    rounded rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero,
    from value: @escaping @Sendable (LossSettings, _ classes: Int) -> Double
  ) -> LossEntry {
    changed { entry in
      entry.derived.append((parameter.option.name, { thousandths(value($0, $1), rule) }))
    }
  }

  /// The same with a check of settings that are each in range but do not go together.
  func refusing(_ refusal: @escaping @Sendable (LossSettings) -> LabError?) -> LossEntry {
    changed { $0.refusal = refusal }
  }

  /// - Throws: `LabError` where values do not go together.
  package func check(_ settings: LossSettings) throws(LabError) {
    if let problem = refusal?(settings) { throw problem }
  }

  /// The entry of that name or alias, upper or lower case.
  ///
  /// - Throws: `LabError.unknownLoss` with near names.
  public static func named(_ name: String) throws(LabError) -> LossEntry {
    for entry in all where entry.isNamed(name) { return entry }
    throw .unknownLoss(
      name: name,
      nearest: nearestWords(to: name.lowercased(), in: all.flatMap { [$0.name] + $0.aliases }),
      known: all.map { $0.name })
  }

  /// Whether that is its name or one of its aliases, upper or lower case.
  package func isNamed(_ name: String) -> Bool {
    let wanted = name.lowercased()
    return self.name == wanted || aliases.contains(wanted)
  }

  /// The loss of whoever names none.
  package static var standard: LossEntry { cosface }

  /// The registry: every loss that `named(_:)` knows.
  public static let all: [LossEntry] = [
    softmax, modifiedSoftmax, normface, l2Softmax, lsoftmax, sphereface, cosface, arcface,
    combined, center, triplet, contrastive, focal, ohem, liArcFace, sphereFaceR, adacos, ring,
    supcon, mvSoftmax, curricularFace, magface, adaface, elasticface, subcenterArcface, circle,
    sphereface2, uniface,
  ]
}

extension LossOption.Default {
  /// One that `LossEntry.deriving` says; `text` says how.
  static func derived(text: String) -> LossOption.Default { .automatic(text: text) { _ in 0 } }
}
