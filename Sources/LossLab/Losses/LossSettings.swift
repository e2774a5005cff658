/// The hyper-parameters of a loss, with every `auto` resolved.
///
/// Each is known by the name of its option; a loss reads those that it declares, by their
/// `Hyperparameter`, and knows nothing of the rest. Angles are radians.
public struct LossSettings: Sendable, Equatable {
  /// One value and the name of its option.
  package struct Entry: Sendable, Equatable {
    package let name: String
    package var value: LossOption.Value
  }

  /// What is set, by name, so that the order of setting does not matter.
  package private(set) var entries: [Entry] = []
  /// λ of an annealed margin at this moment; 0 is the full margin.
  package var annealing = 0.0
  /// α_y of focal loss, one a class; empty for 1.
  package var classWeights: [Double] = []

  /// Every margin neutral, every addition off.
  package init() {}

  /// The value of the option of that name; `nil` for one that is not set.
  public subscript(name: String) -> LossOption.Value? {
    get { entries.first { $0.name == name }?.value }
    set {
      let place = entries.firstIndex { $0.name >= name } ?? entries.count
      if place < entries.count, entries[place].name == name { entries.remove(at: place) }
      if let newValue { entries.insert(Entry(name: name, value: newValue), at: place) }
    }
  }

  /// The value of a hyper-parameter; its neutral one where it is not set.
  public subscript<Value>(_ parameter: Hyperparameter<Value>) -> Value {
    get { self[parameter.option.name].flatMap(parameter.decode) ?? parameter.neutral }
    set { self[parameter.option.name] = parameter.encode(newValue) }
  }

  /// m: radians for ArcFace, a cosine for CosFace, an integer factor for L-Softmax and SphereFace,
  /// a distance for triplet and contrastive; 0 where it is not set.
  package var margin: Double {
    get { number("m") ?? 0 }
    set { self["m"] = .number(newValue) }
  }

  /// The number of that name; `nil` where it is not set, or a word.
  package func number(_ name: String) -> Double? {
    if case .number(let number) = self[name] { return number }
    return nil
  }

  /// The word of that name; `nil` where it is not set, or a number.
  package func word(_ name: String) -> String? {
    if case .word(let word) = self[name] { return word }
    return nil
  }
}

extension LossOption.Value: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral
{
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  public init(stringLiteral value: String) { self = .word(value) }
}

/// What ArcFace and the combined margin do where m₁θ + m₂ passes π (`losses` differ there).
package enum AngularVariant: String, CaseIterable, Sendable {
  /// Goes on falling: cos θ − m · sin m for ArcFace.
  case monotone
  /// Goes on falling without a step: cos θ − (1 − cos m), as speaker recognition has it.
  case continuous
  /// cos(θ + m) throughout, which turns back up.
  case strict
  /// The margin only where cos θ > 0.
  case easy
  /// Stays at cos π.
  case clamp
}

/// Whether the gradient goes through the margin.
package enum GradientMode: String, CaseIterable, Sendable {
  /// The true derivative of the loss.
  case exact
  /// dψ / dcos θ taken as 1, as current InsightFace and OpenSphere do.
  case detached
}

/// Which triplets of a batch count.
package enum Mining: String, CaseIterable, Sendable {
  case batchAll = "batch-all"
  case batchHard = "batch-hard"
  case semiHard = "semi-hard"
}

/// The distance that triplet loss compares.
package enum Metric: String, CaseIterable, Sendable {
  case euclidean
  case squared
}
