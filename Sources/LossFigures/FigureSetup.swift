/// The training that a figure is made with, where it is not the usual one: its paper's, as far as
/// a toy can follow.
package struct FigureSetup: Sendable, Equatable {
  /// Of a class, at most; `nil` for what the data have or make.
  package var samples: Int?
  /// Of losses that have one.
  package var scale: Double?
  package var start: ClassStart?
  /// For images as large as a convolution needs; `nil` for a perceptron there, too.
  package var imageNetwork: NetworkShape?

  /// A person of the papers has some 1,500 pictures, and s is 64: the pull ends once a sample is
  /// right, so that only a margin keeps classes narrow.
  package static let identities = FigureSetup(samples: 1500, scale: 64)
  /// Figures whose papers train a convolutional network on MNIST.
  package static let images = FigureSetup(imageNetwork: .lenet5)

  /// What a loss's own change says stands.
  func apply(to request: inout RunRequest) {
    if let samples, request.data.options.samplesPerClass == nil {
      request.data.options.samplesPerClass = samples
    }
    if let scale { request.set(scale: scale, isFinal: false) }
    if let start { request.options.start = start }
    request.imageNetwork = imageNetwork
  }
}

/// What a figure leaves to whoever calls it.
package enum FigureSetting: String, CaseIterable, Sendable {
  case network
  case steps
  case samples
  case scale = "s"
  case seeds
}

/// What was asked for in the place of a figure's own set-up; `nil` for that.
package struct FigureOverrides: Sendable, Equatable {
  package var network: NetworkShape?
  package var steps: Int?
  package var samples: Int?
  package var scale: Double?

  package init() {}

  func apply(to request: inout RunRequest) {
    if let network {
      request.options.network = network
      request.imageNetwork = nil
    }
    if let steps { request.steps = steps }
    if let samples { request.data.options.samplesPerClass = samples }
    if let scale { request.set(scale: scale, isFinal: true) }
  }
}

extension RunRequest {
  /// - Parameter isFinal: whether it stands against what `change` says.
  fileprivate mutating func set(scale: Double, isFinal: Bool) {
    guard entry.option(named: "s") != nil else { return }
    let change = change
    self.change = { settings in
      if !isFinal { settings["s"] = .number(scale) }
      change(&settings)
      if isFinal { settings["s"] = .number(scale) }
    }
  }
}
