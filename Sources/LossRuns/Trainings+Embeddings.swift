/// What a network is trained on, and sets of samples that it has never seen.
package struct EmbeddingMaterial: Sendable {
  let training: Training
  let samples: [LabelledSamples]

  package init(training: Training, samples: [LabelledSamples]) {
    self.training = training
    self.samples = samples
  }
}

extension Trainings {
  /// The features that freshly trained networks give to samples they have never seen; not kept,
  /// because a run keeps features, not networks.
  ///
  /// - Returns: for each material one matrix for each set of samples.
  /// - Throws: the first error in the order of materials.
  package func embeddings(_ materials: [EmbeddingMaterial]) throws -> [[Matrix<Double>]] {
    try each(materials.count) { place, parallel in
      let (training, samples) = (materials[place].training, materials[place].samples)
      let start = clock()
      var trainer = try Trainer(
        training.entry, settings: training.settings, options: training.options,
        data: training.data, parallel: parallel)
      for _ in 0..<training.options.steps { _ = try trainer.step() }
      try report(.trained(place, title: training.title, seconds: clock() - start))
      return samples.map { trainer.features(of: $0) }
    }
  }
}
