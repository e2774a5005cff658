// The passes of a batch from angles to losses, a stretch of samples at a time.

extension MarginSoftmax {
  /// The row of the weights that stands for the class of a sample.
  private func ownRow(of sample: Int, _ input: LossInput, _ buffers: HeadBuffers) -> Int {
    rowsPerClass == 1 ? input.labels[sample] : Int(buffers.ownRows[sample])
  }

  /// Leaves each class the row nearest to the sample, the first of equals: the others get −∞.
  func keepNearestRows(_ input: LossInput, _ buffers: HeadBuffers, _ samples: Range<Int>) {
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
      let label = ownRow(of: sample, input, buffers)
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
      let label = ownRow(of: sample, input, buffers)
      var place = SamplePlace(
        featureNorm: buffers.featureNorms[sample], sample: sample, row: label)
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
      let slope = buffers.logits[sample * buffers.classes + ownRow(of: sample, input, buffers)]
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
    let classes = buffers.classes
    // How far the target logit lies below the largest, until the weight takes its place.
    let deficits = buffers.sampleWeights
    for sample in samples {
      let logits = buffers.logits + sample * classes
      let targetLogit = logits[ownRow(of: sample, input, buffers)]
      var largest = targetLogit
      for index in 0..<classes { largest = max(largest, logits[index]) }
      for index in 0..<classes { logits[index] -= largest }
      deficits[sample] = largest - targetLogit
    }
    vectorExp(
      buffers.logits + samples.lowerBound * classes, count: samples.count * classes)
    for sample in samples {
      let row = ownRow(of: sample, input, buffers)
      let logits = buffers.logits + sample * classes
      let deficit = deficits[sample]
      // Summed without the own class: p_y − 1 keeps its digits when p_y is nearly 1.
      let own = logits[row]
      logits[row] = 0
      let rest = sum(logits, count: classes)
      let total = own + rest
      for index in 0..<classes { logits[index] /= total }
      logits[row] = -rest / total
      let entropy = deficit == 0 ? log1p(rest) : log(total) + deficit
      let (value, factor) = weighting.focal(
        crossEntropy: entropy, miss: rest / total, label: input.labels[sample])
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
