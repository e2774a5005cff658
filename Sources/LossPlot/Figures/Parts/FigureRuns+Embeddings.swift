import LossLab
import Synchronization

/// What a network is trained on, and sets of samples that it has never seen.
struct EmbeddingMaterial: Sendable {
  let training: Dataset
  let samples: [LabelledSamples]
}

extension FigureRuns {
  /// The features that freshly trained networks give to samples they have never seen; not kept,
  /// because a run keeps features, not networks.
  ///
  /// - Parameter material: for a request, in the place of its own data.
  /// - Returns: for each request one matrix for each set of samples.
  /// - Throws: the first error in the order of requests.
  func embeddings(
    _ requests: [RunRequest], _ material: @Sendable (RunRequest) -> EmbeddingMaterial
  ) throws -> [[Matrix<Double>]] {
    let slots = requests.map { _ in EmbeddingSlot() }
    parallel.run(requests.count) { index in
      slots[index].result.withLock { result in
        result = Result { try embedding(requests[index], material(requests[index])) }
      }
    }
    return try slots.compactMap { try $0.result.withLock { $0 }?.get() }
  }

  private func embedding(
    _ request: RunRequest, _ material: EmbeddingMaterial
  ) throws -> [Matrix<Double>] {
    let data = material.training
    let options = request.options(samples: data.train.count)
    var settings = request.entry.settings(classes: data.classCount)
    request.change(&settings)
    let start = clock()
    var trainer = try Trainer(
      request.entry, settings: settings, options: options, data: data, parallel: .serial)
    for _ in 0..<options.steps { _ = try trainer.step() }
    report(
      .trained(
        "\(request.entry.name) on \(data.title), seed \(options.seed)", seconds: clock() - start))
    return material.samples.map { trainer.features(of: $0) }
  }

  private final class EmbeddingSlot: Sendable {
    let result = Mutex<Result<[Matrix<Double>], any Error>?>(nil)
  }
}
