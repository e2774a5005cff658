/// A parameter of a loss as a reference case states it.
package enum ReferenceParameter: Sendable, Equatable {
  case number(Double)
  case word(String)
  case flag(Bool)
  case numbers([Double])
}

/// A loss by name and stated parameters, without defaults or annealing: what other code is compared
/// with.
package struct ReferenceLoss: Sendable {
  package let entry: LossEntry
  package let loss: Loss
  /// Whether features are compared with class weights, and with centers.
  package var usesWeights: Bool { loss.classifier != nil }
  package var usesCenters: Bool { loss.usesCenters }
  /// α_y of focal loss as stated, one a class; empty for none.
  package let classWeights: [Double]
  /// How many samples there must be, where something is stated for each.
  package let sampleCount: Int?
  /// Rows of the class weights that a class has.
  package var rowsPerClass: Int { loss.classifier?.rowsPerClass ?? 1 }

  /// - Parameters:
  ///   - parameters: `m`, `s`, `m1`…, `lambda`, `gamma`, `variant`, `reduction`, …; others are
  ///     ignored.
  ///   - hasWeights: whether a center loss is softmax + λ · center, or the center term alone.
  /// - Throws: `LabError` for an unknown loss, or a parameter that is missing or out of range.
  package init(
    _ name: String, _ parameters: [(name: String, value: ReferenceParameter)], hasWeights: Bool
  ) throws(LabError) {
    let entry = try LossEntry.named(name)
    try StatedParameters(values: parameters, hasWeights: hasWeights).checkState(of: entry)
    try self.init(entry, parameters, hasWeights: hasWeights)
  }

  /// The same for a loss of which every parameter is one of its own.
  init(
    _ entry: LossEntry, _ parameters: [(name: String, value: ReferenceParameter)], hasWeights: Bool
  ) throws(LabError) {
    let stated = StatedParameters(values: parameters, hasWeights: hasWeights)
    var settings = LossSettings()
    settings[.variant] = .strict
    if entry.reference == nil {
      for option in entry.options { try stated.set(option, in: &settings) }
    }
    settings.annealing = try entry.isAnnealed ? stated.number("lambda", default: 0) : 0
    settings.classWeights = stated.numbers("alpha")
    self.entry = entry
    classWeights = settings.classWeights
    loss = try entry.reference?(stated) ?? entry.make(settings)
    sampleCount = stated.isStated("margins") ? try stated.margins().count : nil
  }
}

/// Parameters by the names of files and papers, which are not always those of our options.
struct StatedParameters: Sendable {
  fileprivate let values: [(name: String, value: ReferenceParameter)]
  /// Whether there are class weights.
  let hasWeights: Bool

  private func value(_ name: String) -> ReferenceParameter? {
    values.first { $0.name == name }?.value
  }

  /// Stores one option where it is stated; leaves it at its neutral value where it may be missing.
  func set(_ option: LossOption, in settings: inout LossSettings) throws(LabError) {
    switch option.name {
    case "m":
      let name = value("m") == nil && value("margin") != nil ? "margin" : "m"
      settings[option.name] = .number(try margin(name, option))
    case "s", "m1", "m2", "m3":
      settings[option.name] = .number(try number(option.name))
    case "temperature":
      guard case .number(let range, _) = option.values else { return }
      settings[option.name] = .number(try number(option.name, in: range))
    case "gamma", "keep":
      let neutral: Double = option.name == "gamma" ? 0 : 1
      settings[option.name] = .number(try number(option.name, default: neutral))
    case "lambda": settings[option.name] = .number(try number("lambda", default: 1))
    case "variant":
      guard case .words(let words, let usual) = option.values else { return }
      let spellings = [("plain", "strict"), ("fallback", "monotone"), ("easy_margin", "easy")]
        .filter { words.contains($0.1) }
      // What papers call the plain formula, where there is one.
      let first = words.contains("strict") ? "strict" : usual
      let word = try word("variant", of: [first] + words + spellings.map { $0.0 })
      settings[option.name] = .word(spellings.first { $0.0 == word }?.1 ?? word)
    case "gradient":
      settings[option.name] = .word(try word("gradient", of: ["exact", "detached"]))
    case "metric":
      let word = try word("metric", of: ["euclidean", "sqeuclidean", "squared"])
      settings[option.name] = .word(word == "euclidean" ? word : "squared")
    case "normalize": settings[.normalize] = try flag("normalize", default: true)
    default: break
    }
  }

  /// m, which must be an integer where the option says so.
  private func margin(_ name: String, _ option: LossOption) throws(LabError) -> Double {
    let margin = try number(name)
    if case .number(let range, _) = option.values, range.isInteger, !range.contains(margin) {
      throw .badParameter(name: name, .outOfRange(margin, allowed: range.text))
    }
    return margin
  }

  func isStated(_ name: String) -> Bool { value(name) != nil }

  /// - Throws: `LabError.misfit` where the state of another loss is given.
  func checkState(of entry: LossEntry) throws(LabError) {
    for (name, _) in values where !entry.stateParameters.contains(name) {
      let owners = LossEntry.all.filter { $0.stateParameters.contains(name) }.map { $0.name }
      guard !owners.isEmpty, entry.option(named: name) == nil else { continue }
      throw .misfit(.parameter(name, loss: entry.name, owners: owners))
    }
  }

  /// The weights of focal loss and OHEM, where they are stated.
  func weighting() throws(LabError) -> LossSettings {
    var settings = LossSettings()
    settings[.gamma] = try number("gamma", default: 0)
    settings[.keep] = try number("keep", default: 1)
    return settings
  }

  /// One margin a sample.
  func margins() throws(LabError) -> [Double] {
    guard case .numbers(let margins) = value("margins") else {
      throw .badParameter(name: "margins", isStated("margins") ? .notList : .noList)
    }
    guard margins.allSatisfy({ abs($0) <= 1e9 }) else {
      throw .badParameter(name: "margins", .largeNumber)
    }
    return margins
  }

  func number(_ name: String, default fallback: Double? = nil) throws(LabError) -> Double {
    switch value(name) {
    case .number(let number) where abs(number) <= 1e9: return number
    case nil:
      if let fallback { return fallback }
      throw .badParameter(name: name, .missing)
    default:
      throw .badParameter(name: name, .notNumber)
    }
  }

  func numbers(_ name: String) -> [Double] {
    if case .numbers(let numbers) = value(name) { numbers } else { [] }
  }

  /// The first of `words` where the parameter is missing.
  func word(_ name: String, of words: [String]) throws(LabError) -> String {
    switch value(name) {
    case .word(let word) where words.contains(word): return word
    case nil: return words.first ?? ""
    default:
      throw .badParameter(name: name, .notWord(words))
    }
  }

  func flag(_ name: String, default fallback: Bool) throws(LabError) -> Bool {
    switch value(name) {
    case .flag(let flag): return flag
    case .word("yes"): return true
    case .word("no"): return false
    case nil: return fallback
    default:
      throw .badParameter(name: name, .notFlag)
    }
  }
}
