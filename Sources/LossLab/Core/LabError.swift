/// What a user of LossLab can put right.
public enum LabError: Error, Equatable, Sendable {
  /// `nearest` of the `known` names; empty where none is near.
  case unknownLoss(name: String, nearest: [String], known: [String])
  /// A value that an option does not take, and those that it takes.
  case outOfRange(option: String, value: String, allowed: String)
  /// What does not go together with the rest of what was asked.
  case inapplicable(String, hint: String)
  /// Data that nothing can be learned or measured from.
  case badData(String, hint: String)
  /// A loss or gradient that is no longer finite.
  case diverged(loss: String, step: Int, classIndex: Int, cosine: Double)
  /// Features that ended in one place or direction.
  case collapsed(loss: String, step: Int, how: String, hint: String)
  /// A closure for progress said `false`.
  case stopped
}

extension LabError: CustomStringConvertible {
  /// One lower-case clause without a full stop.
  public var description: String {
    switch self {
    case .unknownLoss(let name, _, _): "unknown loss '\(name)'"
    case .outOfRange(let option, let value, let allowed):
      "\(option) \(value) is out of range: \(allowed)"
    case .inapplicable(let what, _): what
    case .badData(let what, _): what
    case .diverged(let loss, let step, let classIndex, let cosine):
      // Without a class layer there is no cosine.
      "\(loss) did not stay finite at step \(step) (class \(classIndex)"
        + (cosine.isFinite ? ", cosine \(decimal(threeDigits(cosine))))" : ")")
    case .collapsed(let loss, let step, let how, _): "\(loss) collapsed at step \(step): \(how)"
    case .stopped: "stopped"
    }
  }

  /// What to do next; empty where there is nothing to say.
  public var hint: String {
    switch self {
    case .unknownLoss(_, let nearest, let known):
      nearest.isEmpty
        ? "one of: " + known.joined(separator: ", ")
        : "did you mean \(nearest.joined(separator: ", "))?"
    case .outOfRange(let option, _, let allowed): "give \(option) \(allowed)"
    // Whoever stopped it knows.
    case .stopped: ""
    case .inapplicable(_, let hint): hint.isEmpty ? "leave it out" : hint
    case .badData(_, let hint): hint.isEmpty ? "correct it in the file" : hint
    case .collapsed(_, _, _, let hint):
      hint.isEmpty ? "try a lower --rate, a smaller margin, or more --steps" : hint
    case .diverged: "try a lower --rate, --clip 1, a smaller margin, or --m-warmup"
    }
  }
}
