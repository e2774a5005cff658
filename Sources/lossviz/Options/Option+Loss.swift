import LossPlot

// The loss and its hyper-parameters; all that is said of these comes from `LossEntry.all`.

extension Option {
  static let lossOptions: [Option] =
    [loss] + hyperParameters + [lengthEnds, marginEnds, anneal, marginWarmup]

  static let loss = Option(
    name: "loss", placeholder: "NAME", group: .loss, help: "the loss to train with",
    allowed: "the name of a loss", words: LossEntry.all.map(\.name),
    defaultText: LossEntry.standard.name,
    write: { options, given throws(ValueProblem) in
      do throws(LabError) {
        options.loss.entry = try LossEntry.named(given.text)
      } catch {
        guard case .unknownLoss(_, let nearest, _) = error else { return }
        throw ValueProblem(
          expected: nearest.isEmpty ? "one of: " + LossEntry.all.map(\.name).listed : "",
          nearest: nearest)
      }
    },
    read: { .word($0.loss.entry.name) })

  /// One option a name, whichever losses have it; the margin first, then those of most losses.
  private static let hyperParameters: [Option] = {
    let softmaxType = LossEntry.all.filter { $0.kind == .softmax }
    var names: [(name: String, rank: [Int])] = []
    for entry in LossEntry.all {
      for option in entry.options where !names.contains(where: { $0.name == option.name }) {
        func has(_ entry: LossEntry) -> Bool { entry.option(named: option.name) != nil }
        let losses = LossEntry.all.count(where: has)
        // What all losses of classes take in addition comes last.
        let rank =
          softmaxType.allSatisfy(has)
          ? [2] : [option.name == "m" ? 0 : 1, -losses, option.risesFrom == nil ? 1 : 0]
        names.append((option.name, rank + [names.count]))
      }
    }
    return names.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.compactMap {
      hyperParameter($0.name, of: LossEntry.all)
    }
  }()

  /// The options of some losses, in the usual order.
  static func hyperParameters(of losses: [LossEntry]) -> [Option] {
    hyperParameters.compactMap { hyperParameter($0.name, of: losses) }
  }

  /// - Returns: `nil` where none of the losses has it.
  private static func hyperParameter(_ name: String, of losses: [LossEntry]) -> Option? {
    let meanings = Meaning.all(of: name, in: losses)
    guard !meanings.isEmpty else { return nil }
    let words = meanings[0].option.words
    let isOne = meanings.count == 1
    return Option(
      name: name, placeholder: words.isEmpty ? "X" : words.joined(separator: "|"), group: .loss,
      help: isOne ? "\(meanings[0].owners): \(meanings[0].sentence)" : "",
      details: isOne ? [] : meanings.map { .init(label: $0.owners, text: $0.sentence) },
      allowed: isOne ? meanings[0].option.allowed : "a number; lossviz explain LOSS has its range",
      words: words, isOfLosses: true,
      write: { options, given throws(ValueProblem) in
        _ = try given.filled("a value")
        options.loss.give(name, given)
      },
      // Once loss and data are known, the number that it comes to takes its place.
      read: { options in
        options.loss.given.last { $0.option == name }.map { .list([.typed($0.value.text)]) }
      })
  }

  static let lengthEnds = ends("norms", low: "la", high: "ua", help: "lengths of features")
  static let marginEnds = ends("margins", low: "lm", high: "um", help: "margins, radians")

  /// Two hyper-parameters at once, the lower one first.
  private static func ends(_ name: String, low: String, high: String, help: String) -> Option {
    let losses = owners { $0.option(named: low) != nil }
    return Option(
      name: name, placeholder: "LOW,HIGH", group: .loss,
      help: "\(losses): \(help): --\(low) and --\(high) at once",
      allowed: "two numbers with a comma between them",
      write: { options, given throws(ValueProblem) in
        guard let parts = TypedText.list(given.text), parts.count == 2 else {
          throw ValueProblem(expected: "two numbers: LOW,HIGH")
        }
        for (option, text) in zip([low, high], parts) {
          options.loss.give(option, GivenText(text: text, source: given.source))
        }
      },
      // They stand in a recipe as the two that they are.
      read: { _ in nil })
  }

  static let anneal = Option(
    name: "anneal", placeholder: "BASE,GAMMA,POWER,MIN", group: .loss,
    help: "\(owners { $0.isAnnealed }): the margin comes in as (λ cos θ + ψ) / (1 + λ) with"
      + " λ = max(MIN, BASE · (1 + GAMMA · t)^−POWER), t = 2000 · step / steps",
    allowed: "four numbers from 0, with commas between them", defaultText: text(Annealing()),
    write: { options, given throws(ValueProblem) in
      let problem = ValueProblem(expected: "four numbers from 0: BASE,GAMMA,POWER,MIN")
      guard let parts = TypedText.list(given.text), parts.count == 4 else { throw problem }
      let numbers = parts.compactMap { TypedText.number($0) }.filter { $0 >= 0 }
      guard numbers.count == 4 else { throw problem }
      let annealing = Annealing(
        base: numbers[0], rate: numbers[1], power: numbers[2], floor: numbers[3])
      options.loss.annealing = (annealing, given.label)
    },
    read: { $0.loss.annealing.map { Recipe.Value($0.value) } })

  static let marginWarmup = integer(
    "m-warmup", \.training.given.marginWarmup, 0...10_000_000, in: .loss,
    help: "steps over which the margin rises from nothing",
    default: "15 % of the steps for additive margins, but for \(owners { !$0.raisesMargin })")

  /// The names of the losses for which something holds, in the order of the registry.
  static func owners(_ condition: (LossEntry) -> Bool) -> String {
    LossEntry.all.filter(condition).map(\.name).listed
  }

  private static func text(_ annealing: Annealing) -> String {
    [annealing.base, annealing.rate, annealing.power, annealing.floor]
      .map { TypedText.text($0) }.joined(separator: ",")
  }
}

/// What an option of that name means, to which losses, and its default with each.
private struct Meaning {
  let option: LossOption
  var losses: [String] = []
  /// In the order of the losses.
  var defaults: [String] = []

  static func all(of name: String, in losses: [LossEntry]) -> [Meaning] {
    var meanings: [Meaning] = []
    for entry in losses {
      guard let option = entry.option(named: name) else { continue }
      let place = meanings.firstIndex { $0.option.isLike(option) } ?? meanings.count
      if place == meanings.count { meanings.append(Meaning(option: option)) }
      meanings[place].losses.append(entry.name)
      meanings[place].defaults.append(option.defaultText)
    }
    return meanings
  }

  var owners: String {
    let softmaxType = LossEntry.all.filter { $0.kind == .softmax }.map(\.name)
    return losses == softmaxType ? "softmax-type losses" : losses.listed
  }

  var sentence: String {
    var text = "\(defaults[0])"
    for (loss, other) in zip(losses, defaults) where other != defaults[0] {
      text += "; \(other) for \(loss)"
    }
    return "\(option.explanation) [\(text)]"
  }
}

extension LossOption {
  /// The default as a person would write it: `4`, `auto: min(0.35, 0.7 · bound)`.
  var defaultText: String {
    switch values {
    case .number(_, .fixed(let value)): TypedText.text(value)
    case .number(_, .automatic(let rule, _)): "auto: \(rule)"
    case .words(_, let word): word
    }
  }

  /// The words it takes; empty for a number.
  var words: [String] {
    guard case .words(let words, _) = values else { return [] }
    return words
  }

  /// What it is, and its range where it is a number.
  var explanation: String { words.isEmpty ? "\(help); \(allowed)" : help }

  /// Whether a value means the same for both, so that it may go from one loss to another.
  func isLike(_ other: LossOption) -> Bool {
    help == other.help && allowed == other.allowed
  }
}

extension Recipe.Value {
  /// A number where the text is one, so that the recipe reads back to the same.
  static func typed(_ text: String) -> Recipe.Value {
    TypedText.number(text).map { .number($0) } ?? .word(text)
  }
}
