extension Hypothesis {
  /// Every loss of the registry with every choice of its words, its numbers left open.
  static func registry(_ observation: Observation) -> [Hypothesis] {
    LossEntry.all.flatMap { entry in RegistryHypotheses(entry, observation).all }
  }

  /// A loss of the registry under the names of reference cases.
  static func stated(
    _ entry: LossEntry, _ words: [Word], fixed: [Observation.StatedNumber] = [],
    _ unknowns: [Unknown]
  ) -> Hypothesis {
    var hypothesis = Hypothesis(
      loss: entry.name, words: words, fixed: fixed, unknowns: unknowns
    ) { numbers, input in
      prediction(entry, words, fixed, zip(unknowns, numbers).map { ($0.name, $1) }, input)
    }
    if words.contains(Word(name: "gradient", value: "detached")) {
      hypothesis.mistakes.append(.detachedGradient)
    }
    if words.contains(Word(name: "variant", value: "easy")) {
      hypothesis.mistakes.append(.easyMargin)
    }
    return hypothesis
  }

  private static func prediction(
    _ entry: LossEntry, _ words: [Word], _ fixed: [Observation.StatedNumber],
    _ numbers: [(String, Double)], _ input: LossInput
  ) -> Prediction? {
    var parameters: [(name: String, value: ReferenceParameter)] = words.map {
      ($0.name, .word($0.value))
    }
    for one in fixed { parameters.append((one.name, .number(one.value))) }
    var margins: [Double] = []
    for (name, number) in numbers {
      if name.hasPrefix("margins[") {
        margins.append(number)
      } else {
        parameters.append((name, .number(number)))
      }
    }
    if !margins.isEmpty { parameters.append(("margins", .numbers(margins))) }
    let reference: ReferenceLoss
    do throws(LabError) {
      reference = try ReferenceLoss(
        entry, parameters, hasWeights: input.parameters.weights.rows > 0)
    } catch {
      return nil
    }
    var input = input
    input.parameters.scalars = reference.loss.scalars
    input.parameters.means = reference.loss.means
    let rows = input.parameters.weights.rows
    guard !reference.usesWeights || rows % reference.rowsPerClass == 0,
      (input.labels.max() ?? 0) < max(1, rows) / reference.rowsPerClass || !reference.usesWeights,
      !reference.usesCenters || input.parameters.centers.rows > 0
    else { return nil }
    // Losses of pairs fill no losses of samples.
    return Prediction(reference.loss.evaluate(input), hasPerSample: entry.kind == .softmax)
  }
}
