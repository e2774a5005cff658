import LossPlot
import Testing

@testable import LossFigures
@testable import LossLab
@testable import LossScene

/// Three classes 120° apart in the plane, petals or blobs as is wanted.
private struct MadeUpRun {
  /// Of each class to both sides of its direction, degrees.
  var spread = 10.0
  /// From the origin.
  var near = 1.0
  var far = 3.0
  var accuracy = 1.0
  var accuracyCosine = 1.0
  /// Turns the weights away from the classes, degrees.
  var offset = 0.0
  var snapshots: [Double] = []

  private func features(_ spread: Double) -> (matrix: Matrix<Double>, labels: [Int]) {
    var elements: [Double] = []
    var labels: [Int] = []
    for step in -10...10 {
      for label in 0..<3 {
        let angle = (120 * Double(label) + spread * Double(step) / 10) * .pi / 180
        let radius = near + (far - near) * Double((step * 7 + 70) % 21) / 20
        elements += [radius * cos(angle), radius * sin(angle)]
        labels.append(label)
      }
    }
    return (Matrix(rows: labels.count, columns: 2, elements: elements), labels)
  }

  var run: Run {
    var run = smallRun()
    let (matrix, labels) = features(spread)
    let set = FeatureSet(features: matrix, labels: labels, predicted: labels)
    let directions = ClassDirections(set, classes: 3)
    run.train = set
    run.test = set
    run.metrics.intra = mean(directions.deviations)
    run.metrics.gap = percentile(50, of: directions.gaps(set))
    run.metrics.minGap = directions.gaps(set).min() ?? 0
    run.metrics.minInter = directions.nearestAngles.min() ?? 0
    run.metrics.testAccuracy = accuracy
    run.metrics.testAccuracyCosine = accuracyCosine
    let weights = (0..<3).flatMap { index -> [Double] in
      let point = Point(angle: (120 * Double(index) + offset) * .pi / 180)
      return [point.x, point.y]
    }
    run.parameters = ClassParameters(weights: Matrix(rows: 3, columns: 2, elements: weights))
    run.snapshots = snapshots.enumerated().map { index, spread in
      Snapshot(
        step: 10 * index, loss: 1, parameters: run.parameters, features: features(spread).matrix)
    }
    return run
  }
}

private func group(_ label: Wording, _ run: MadeUpRun) -> RunGroup {
  RunGroup(label: label, runs: [run.run])
}

private func holds(_ claims: [Claim]) -> [Bool] { claims.map(\.isReproduced) }

@Suite struct TrainedClaimTests {
  @Test func petalsOfSoftmaxAreToldFromBlobs() {
    let petals = group("softmax", MadeUpRun(spread: 6, near: 0.2, far: 60))
    let blobs = group("center", MadeUpRun(spread: 6, near: 9, far: 10, accuracy: 0.96))
    #expect(holds(petalClaims(petals, blobs)) == [true, true, true, false])
    #expect(holds(petalClaims(blobs, petals)) == [false, false, false, false])
  }

  @Test func aGapThatGrowsByHalfTheMarginIsEvident() {
    let plain = group("norm-softmax", MadeUpRun(spread: 30, offset: 5))
    let arcface = group("ArcFace", MadeUpRun(spread: 10, offset: 1))
    #expect(holds(geodesicGapClaims(plain, arcface)) == [true, true, true, true])
    // Back to front the gap shrinks, and the weights lie farther off.
    #expect(holds(geodesicGapClaims(arcface, plain)) == [false, true, true, false])
    let overlapping = group("ArcFace", MadeUpRun(spread: 80))
    #expect(!geodesicGapClaims(plain, overlapping)[1].isReproduced)
  }

  @Test func theAngleDecidesBetterWhereAccuracyAndGapSaySo() {
    let softmax = MadeUpRun(spread: 80, accuracy: 0.9, accuracyCosine: 0.8)
    let modified = MadeUpRun(spread: 50, accuracyCosine: 0.9)
    let sphereface = MadeUpRun(spread: 20, accuracyCosine: 0.9)
    func claims(_ runs: [MadeUpRun]) -> [Bool] {
      holds(angularDecisionClaims(runs.map { group("", $0) }))
    }
    #expect(claims([softmax, modified, sphereface]) == [true, true, true])
    #expect(claims([modified, modified, sphereface]) == [false, true, false])
    #expect(claims([sphereface, modified, softmax]) == [false, true, false])
  }

  @Test func identitiesThatShrinkOnTheSpherePart() {
    let shrinking = [70.0, 50, 30, 10].map { group("m", MadeUpRun(spread: $0)) }
    #expect(holds(sphereClaims(shrinking)) == [true, true])
    #expect(holds(sphereClaims(shrinking.reversed())) == [false, false])
  }

  @Test func anglesAndOverlapsAreMeasuredAgainstOtherLosses() {
    let wide = group("wide", MadeUpRun(spread: 75, offset: 20))
    let tight = group("tight", MadeUpRun(spread: 10))
    #expect(holds(thetaClaims([wide, wide, tight, wide])) == [true, true, true])
    #expect(holds(thetaClaims([wide, wide, wide, wide])) == [false, false, false])
    #expect(holds(thetaClaims([wide, tight, tight, tight])) == [false, true, false])
  }

  @Test func tripletLossIsSlowerOnlyIfEveryOtherLossIsQuicker() {
    func curve(_ spreads: [Double]) -> RunGroup { group("", MadeUpRun(snapshots: spreads)) }
    let quick = curve([180, 20, 10, 10])
    let slow = curve([180, 180, 20, 75])
    #expect(convergenceClaims([quick, quick, quick, quick, slow])[0].isReproduced)
    #expect(!convergenceClaims([quick, slow, quick, quick, slow])[0].isReproduced)
    let never = curve([180, 180, 180, 180])
    #expect(!convergenceClaims([quick, quick, never, never, slow])[1].isReproduced)
    #expect(convergenceClaims([quick, quick, quick, quick, never])[1].isReproduced)
  }

  @Test func whatCameBackCountsFromTheLastTime() {
    let curve = [(1.0, 50.0), (2, 95), (3, 80), (4, 91), (5, 99)].map { Point(x: $0.0, y: $0.1) }
    #expect(samplesNeeded(curve) == 4)
    #expect(samplesNeeded(Array(curve.prefix(3))) == 3)
    #expect(settledAccuracy(curve) == 99)
  }

  @Test func aLongFeatureOfTheSameClassMisleads() {
    let petals = group("softmax", MadeUpRun(spread: 6, near: 0.2, far: 12))
    #expect(normClaims(petals)[0].isReproduced)
    let points = group("softmax", MadeUpRun(spread: 1, near: 10, far: 10.1))
    #expect(!normClaims(points)[0].isReproduced)
  }

  @Test func centersAndScatterAreMeasuredAgainstSoftmax() {
    var groups = [12.0, 8, 6, 4, 2].map { reach in
      group("", MadeUpRun(spread: 5, near: 10 - reach / 2, far: 10 + reach / 2))
    }
    // Centers at the class means, but for those who have none.
    for index in 1..<5 {
      var run = groups[index].shown
      run.parameters.centers = ClassSpread(run.train, classes: 3).means
      groups[index] = RunGroup(label: "", runs: [run])
    }
    #expect(holds(centerLambdaClaims(groups)) == [true, true, true])
    var far = groups[3].shown
    far.parameters.centers = Matrix(rows: 3, columns: 2)
    far.metrics.testAccuracy = 0.98
    groups[3] = RunGroup(label: "", runs: [far])
    #expect(holds(centerLambdaClaims(groups)) == [true, false, false])
  }
}
