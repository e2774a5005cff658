/// What a loss asks of a training where nobody says otherwise.
package struct UsualTraining: Sendable, Equatable {
  /// Over all training samples, where there are many.
  package var rounds = 14
  /// Samples of a step.
  package var batch = 256
  /// Share of the steps, in [0, 1], over which the rate rises; `nil` for a seventh of them and at most
  /// `TrainingOptions.warmup` steps.
  package var warmupShare: Double?

  /// That of most losses.
  package static let standard = UsualTraining()
  /// For losses whose angles settle in twice the time.
  static let long = UsualTraining(rounds: 2 * standard.rounds)

  /// For losses that weigh wrong classes by how wrong they are, or that give a class several
  /// directions.
  ///
  /// At the full rate from step 100 on they bring classes of MNIST into one direction before the
  /// network tells them apart (test accuracy after 14 rounds: MV-Softmax 21 %, circle loss 60 %,
  /// three sub-centers 86 %; with half of the steps 95 to 97 % each).
  static let slow = UsualTraining(warmupShare: 0.5)

  /// What both ask for at least: for comparisons, whose settings differ in nothing but what is
  /// compared.
  package func joined(_ other: UsualTraining) -> UsualTraining {
    UsualTraining(
      rounds: max(rounds, other.rounds), batch: min(batch, other.batch),
      warmupShare: warmupShare.map { max($0, other.warmupShare ?? 0) } ?? other.warmupShare)
  }
}

extension LossEntry {
  /// - Parameter network: a convolution learns in two rounds what takes a perceptron seven, in
  ///   smaller batches.
  package func usual(of network: NetworkShape) -> UsualTraining {
    var result = usual
    switch network {
    case .mlp: return result
    case .lenet: result.rounds = (2 * usual.rounds + 6) / 7
    case .lenet5: result.rounds = (usual.rounds + 1) / 2
    }
    result.batch = min(64, usual.batch)
    return result
  }
}
