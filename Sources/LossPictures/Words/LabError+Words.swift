import LossLab

// What is said of an error of the numbers core, and what to do next: for the command, the page in
// the browser and whoever prints it.

extension LabError: CustomStringConvertible {
  /// One lower-case clause without a full stop.
  public var description: String {
    switch self {
    case .unknownLoss(let name, _, _): "unknown loss '\(name)'"
    case .outOfRange(let option, let value, let allowed):
      Self.outOfRange("--\(option)", value, allowed)
    case .outOfOrder(let order):
      Self.outOfRange("--\(order.option)", "\(order.value)", order.allowed)
    case .batchOutOfRange(let rows, let memory):
      Self.outOfRange("--batch", "\(rows)", Self.batches(within: memory))
    case .misfit(let misfit): misfit.description
    case .badData(let fault): fault.description
    case .badParameter(let name, let fault): fault.description(of: name)
    case .diverged(let loss, let step, let classIndex, let cosine):
      // Without a class layer there is no cosine.
      "\(loss) did not stay finite at step \(step) (class \(classIndex)"
        + (cosine.isFinite ? ", cosine \(decimal(threeDigits(cosine))))" : ")")
    case .collapsed(let loss, let step, let how, _):
      "\(loss) collapsed at step \(step): \(how.description)"
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
    case .outOfRange(let option, _, let allowed): "give --\(option) \(allowed)"
    case .outOfOrder(let order): "give --\(order.option) \(order.allowed)"
    case .batchOutOfRange(_, let memory): "give --batch \(Self.batches(within: memory))"
    case .misfit(let misfit): misfit.hint
    case .badData(let fault): fault.hint
    case .badParameter(let name, let fault): fault.hint(for: name)
    case .diverged: "try a lower --rate, --clip 1, a smaller margin, or --m-warmup"
    case .collapsed(_, _, _, let options): Self.afterCollapse(options)
    // Whoever stopped it knows.
    case .stopped: ""
    }
  }

  fileprivate static func outOfRange(_ name: String, _ value: String, _ allowed: String) -> String {
    "\(name) \(value) is out of range: \(allowed)"
  }

  private static func batches(within memory: Int) -> String {
    "at least 1, and within \(memory >> 30) GB"
  }

  /// What to try where features ended up in one place: first what pulls them together.
  private static func afterCollapse(_ options: [String]) -> String {
    var tries: [String] = []
    if options.contains(where: { $0 == "m" || $0 == "m2" }) {
      tries += ["a smaller margin", "--m-warmup"]
    }
    if options.contains("lambda") { tries.append("a smaller --lambda") }
    tries += ["a lower --rate", "another --seed", "or more --steps"]
    return "try " + tries.joined(separator: ", ")
  }
}

extension LabError.OptionOrder {
  fileprivate var allowed: String {
    mayBeEqual ? "\(lowerOption) = \(lowerValue) or more" : "above \(lowerOption) = \(lowerValue)"
  }
}

extension TrainingCollapse {
  fileprivate var description: String {
    switch self {
    case .notFinite: "features are no longer finite"
    case .onePoint: "all features lie at one point"
    case .oneDirection: "all features lie in one direction"
    case .chance(let accuracy, let classes):
      "training accuracy is \(decimal(threeDigits(accuracy))), hardly above chance (1/\(classes))"
    }
  }
}

extension Misfit {
  fileprivate var description: String {
    switch self {
    case .network(let name, .size(let rows, let columns)):
      "the network \(name) wants images of \(rows) × \(columns) pixels"
    case .network(let name, .oneChannel): "the network \(name) wants images of one channel"
    case .network(let name, .atLeast(let side, let rows, let columns)):
      "the network \(name) wants images of at least \(side) × \(side) pixels,"
        + " not \(rows) × \(columns)"
    case .fewClasses(let loss, let least, let found):
      "\(loss) needs at least \(least) classes, and there \(found == 1 ? "is 1" : "are \(found)")"
    case .classCount(let count, let known): "--classes \(count): the data have \(known.count)"
    case .className(let name, _): "the data have no class '\(name)'"
    case .noStrangers(let data): "outlier noise: all classes of \(data) are in use"
    case .parameter(let name, let loss, let owners):
      "\(loss) has no parameter '\(name)': it belongs to \(owners.joined(separator: ", "))"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .network: "try --network mlp:128,64"
    case .fewClasses: "take more classes, or another loss"
    case .classCount(_, let known), .className(_, let known):
      "the classes are " + known.prefix(20).joined(separator: ", ")
        + (known.count > 20 ? ", …" : "")
    case .noStrangers: "leave some out with --classes, or use --noise-kind flip"
    case .parameter: "leave it out, or name the loss that has it"
    }
  }
}

extension DataFault {
  fileprivate var description: String {
    switch self {
    case .noTrainingSamples: "no training samples"
    case .noTrainingSample(let name, let data): "class '\(name)' of \(data) has no training sample"
    case .classes(let count):
      count == 0 ? "the data have no class" : "the data have one class only"
    case .measuredClasses(let count):
      count == 0 ? "no sample is left" : "all samples are of one class"
    case .oneSample: "one sample is too little to tell losses apart"
    case .noResults: "nothing that was computed is given"
    case .shape(let elements, let rows, let columns): "\(elements) values for \(rows) × \(columns)"
    }
  }

  fileprivate var hint: String {
    switch self {
    case .noTrainingSamples: "give --samples more room"
    case .noTrainingSample: "leave it out with --classes"
    case .classes: "a classifier needs at least two"
    case .measuredClasses: "angles between classes need two of them"
    case .oneSample: "give a batch of at least 2, better 8, of several classes"
    case .noResults: "give the value, and gradients if there are"
    case .shape: "correct it in the file"
    }
  }
}

extension ParameterFault {
  fileprivate func description(of name: String) -> String {
    switch self {
    case .missing, .noList: "the parameter '\(name)' is missing"
    case .notNumber: "the parameter '\(name)' is not a number up to 1e9"
    case .notList: "the parameter '\(name)' is not a list of numbers"
    case .largeNumber: "a number of '\(name)' is beyond 1e9"
    case .notWord(let words): "the parameter '\(name)' is none of: \(words.joined(separator: ", "))"
    case .notFlag: "the parameter '\(name)' is neither true nor false"
    case .outOfRange(let value, let allowed): LabError.outOfRange(name, "\(value)", allowed)
    }
  }

  fileprivate func hint(for name: String) -> String {
    switch self {
    case .missing: "state it in params"
    case .notNumber: "give a number, as in {\"m\": 0.5, \"s\": 10}"
    case .noList, .notList: "state one margin a sample in params, as in {\"margins\": [0.5, 0.45]}"
    case .largeNumber: "margins are radians or cosines"
    case .notWord: "give one of them in quotes"
    case .notFlag: "give true or false without quotes"
    case .outOfRange(_, let allowed): "give \(name) \(allowed)"
    }
  }
}
