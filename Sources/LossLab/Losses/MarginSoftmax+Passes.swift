// The passes of a batch from angles to losses, a stretch of samples at a time.

extension MarginSoftmax {
  /// Fills `ownRows`; of several rows of a class leaves it the one nearest to the sample, the first of
  /// equals: the others get −∞.
  func chooseOwnRows(_ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>) {
    guard rowsPerClass > 1 else {
      for sample in samples { buffers.ownRows[sample] = Double(input.labels[sample]) }
      return
    }
    for sample in samples {
      let values = buffers.values + sample * buffers.classes
      for first in stride(from: 0, to: buffers.classes, by: rowsPerClass) {
        var nearest = first
        for row in first..<first + rowsPerClass where values[row] > values[nearest] {
          nearest = row
        }
        for row in first..<first + rowsPerClass where row != nearest { values[row] = -.infinity }
        if first == input.labels[sample] * rowsPerClass {
          buffers.ownRows[sample] = Double(nearest)
        }
      }
    }
  }

  /// Puts ψ and its slope in place of cos θ and sin θ where a margin says so.
  func applyMargins(
    _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>
  ) {
    for sample in samples {
      let label = buffers.ownRow(of: sample)
      if !target.isCosine {
        buffers.apply(sample: sample, index: label, input, target.evaluate)
      }
      guard let other else { continue }
      for index in 0..<buffers.classes where index != label {
        buffers.apply(sample: sample, index: index, input, other.evaluate)
      }
    }
  }

  /// The same by a rule; leaves dψ/d‖x‖ in `normSlopes`.
  func apply(
    _ rule: SampleRule, _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>
  ) {
    for sample in samples {
      let label = buffers.ownRow(of: sample)
      var place = SamplePlace(featureNorm: buffers.featureNorms[sample], sample: sample, row: label)
      buffers.apply(sample: sample, index: label, input) { angle in
        place.own = angle
        let own = rule.own(place)
        buffers.normSlopes[sample] = own.normSlope
        return own.value
      }
      guard let other = rule.other else { continue }
      for index in 0..<buffers.classes where index != label {
        place.row = index
        buffers.apply(sample: sample, index: index, input) { other($0, place) }
      }
    }
  }

  /// Adds what the logit of the own class gains by ‖x‖, from `logits` = ∂value/∂logit.
  func addNormGradients(
    _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>,
    to gradient: UnsafeMutablePointer<Double>
  ) {
    for sample in samples where buffers.normSlopes[sample] != 0 {
      let slope = buffers.logits[sample * buffers.classes + buffers.ownRow(of: sample)]
      let pull = slope * magnitude.scale * buffers.normSlopes[sample]
      for k in 0..<buffers.dimensions {
        let place = sample * buffers.dimensions + k
        gradient[place] += pull * buffers.directions[place]
      }
    }
  }

  func fillLogits(
    _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>
  ) {
    for sample in samples {
      let share = buffers.share(of: sample, magnitude)
      let values = buffers.values + sample * buffers.classes
      let logits = buffers.logits + sample * buffers.classes
      for index in 0..<buffers.classes {
        logits[index] = share * buffers.sizes[index] * values[index]
      }
      for (index, bias) in input.parameters.bias.enumerated() { logits[index] += bias }
      guard rowsPerClass > 1 else { continue }
      let turns = buffers.turns + sample * buffers.classes
      for index in 0..<buffers.classes where values[index] == -.infinity {
        (values[index], turns[index]) = (0, 0)
      }
    }
  }

  /// Turns logits into the gradient of a sample's cross-entropy; fills losses and their factors.
  func crossEntropy(
    _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>,
    _ losses: UnsafeMutablePointer<Double>
  ) {
    let first = samples.lowerBound
    let misses = buffers.sampleWeights
    Kernels.fastest.crossEntropy(
      buffers.logits + first * buffers.classes, rows: samples.count, classes: buffers.classes,
      own: buffers.ownRows + first, entropies: losses + first, misses: misses + first)
    for sample in samples {
      let (value, factor) = weighting.focal(
        crossEntropy: losses[sample], miss: misses[sample], label: input.labels[sample])
      losses[sample] = value
      buffers.sampleWeights[sample] = factor
    }
  }

  /// Turns logits into the gradient of a sample's yes or no for each class; fills losses and their
  /// factors.
  func decide(
    by thresholds: Thresholds, _ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>,
    _ losses: UnsafeMutablePointer<Double>
  ) {
    let offset = thresholds.offset(input.parameters)
    for sample in samples {
      let label = input.labels[sample]
      let logits = buffers.logits + sample * buffers.classes
      var loss = 0.0
      for index in 0..<buffers.classes {
        let logit = logits[index] + offset
        let isOwn = index == label
        loss += isOwn ? thresholds.own * softplus(-logit) : thresholds.other * softplus(logit)
        logits[index] =
          isOwn ? -thresholds.own * logistic(-logit) : thresholds.other * logistic(logit)
      }
      // Focal loss takes the value for −ln p.
      let miss = loss < 1e-5 ? loss * (1 - loss / 2) : 1 - exp(-loss)
      let (value, factor) = weighting.focal(crossEntropy: loss, miss: miss, label: label)
      losses[sample] = value
      buffers.sampleWeights[sample] = factor
    }
  }
}
