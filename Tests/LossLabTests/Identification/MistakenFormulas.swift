import Foundation
import LossLab

/// Formulas with mistakes, written down as articles and code have them, and used nowhere else.
enum MistakenFormulas {
  typealias Rows = [[Double]]
  typealias Formula = @Sendable (Rows, Rows, [Int]) -> Double

  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
  }
  static func length(_ a: [Double]) -> Double { dot(a, a).squareRoot() }
  static func unit(_ a: [Double]) -> [Double] { a.map { $0 / length(a) } }
  static func crossEntropy(_ logits: [Double], _ own: Int) -> Double {
    let top = logits.max() ?? 0
    return top + Foundation.log(logits.reduce(0) { $0 + Foundation.exp($1 - top) }) - logits[own]
  }

  /// The mean over the batch of a loss of each sample: row, cosines, label.
  static func mean(
    _ loss: @escaping @Sendable ([Double], [Double], Rows, Int, Int) -> Double
  ) -> Formula {
    { x, w, y in
      let losses = y.indices.map { i in
        loss(x[i], w.map { dot(unit(x[i]), unit($0)) }, w, y[i], i)
      }
      return losses.reduce(0, +) / Double(losses.count)
    }
  }

  /// Logits s · cos θ with another one for the sample's own class.
  static func scaled(_ s: Double, _ own: @escaping @Sendable (Double) -> Double) -> Formula {
    mean { _, c, _, y, _ in
      crossEntropy(c.enumerated().map { s * ($0 == y ? own($1) : $1) }, y)
    }
  }

  /// (−1)^k cos mθ − 2k as it should be.
  static func psi(_ m: Double, _ c: Double) -> Double {
    let t = Foundation.acos(c)
    let k = min(m - 1, (m * t / .pi).rounded(.down))
    return (k.truncatingRemainder(dividingBy: 2) == 0 ? 1 : -1) * Foundation.cos(m * t) - 2 * k
  }

  /// ‖x‖ψ against ‖x‖cos θ, with another ψ.
  static func sphere(_ own: @escaping @Sendable (Double) -> Double) -> Formula {
    mean { x, c, _, y, _ in
      crossEntropy(c.enumerated().map { length(x) * ($0 == y ? own($1) : $1) }, y)
    }
  }

  /// A row of the table of mistakes.
  struct Slip: Sendable {
    let loss: String
    let mistakes: [Mistake]
    var m: Double?
    var s: Double?
    var hasWeights = true
    let formula: Formula
  }

  static let lengthsAndNegatives: [Slip] = [
    Slip(
      loss: "lsoftmax", mistakes: [.sumInExponent, .targetNormForOthers],
      formula: mean { x, c, w, y, _ in
        c.indices.filter { $0 != y }.reduce(0) {
          $0 + Foundation.exp(length(w[y]) * length(x) * c[$1])
        }
      }),
    Slip(
      loss: "lsoftmax", mistakes: [.targetNormForOthers], m: 2,
      formula: mean { x, c, w, y, _ in
        crossEntropy(
          c.enumerated().map { length(w[y]) * length(x) * ($0 == y ? psi(2, $1) : $1) }, y)
      }),
    Slip(loss: "sphereface", mistakes: [.otherFeatureNorm], m: 2) { x, w, y in
      let losses = y.indices.map { i in
        crossEntropy(
          w.enumerated().map { j, row in
            let c = dot(unit(x[i]), unit(row))
            return j == y[i] ? length(x[i]) * psi(2, c) : length(x[j]) * c
          }, y[i])
      }
      return losses.reduce(0, +) / Double(losses.count)
    },
    Slip(
      loss: "arcface", mistakes: [.negativesMargined], m: 0.4, s: 16,
      formula: mean { _, c, _, y, _ in
        crossEntropy(c.map { 16 * Foundation.cos(Foundation.acos($0) + 0.4) }, y)
      }),
    Slip(
      loss: "sphereface", mistakes: [.negativesMargined], m: 3,
      formula: mean { x, c, _, y, _ in
        crossEntropy(c.map { length(x) * psi(3, $0) }, y)
      }),
    Slip(
      loss: "cosface", mistakes: [.weightsNotNormalised], m: 0.3, s: 9,
      formula: mean { x, _, w, y, _ in
        crossEntropy(
          w.enumerated().map { j, row in 9 * (dot(unit(x), row) - (j == y ? 0.3 : 0)) }, y)
      }),
    Slip(
      loss: "arcface", mistakes: [.weightsNotNormalised], m: 0.5, s: 7,
      formula: mean { x, _, w, y, _ in
        crossEntropy(
          w.enumerated().map { j, row in
            // Weights no longer than 1 here, so that the angle exists.
            let c = dot(unit(x), row)
            return 7 * (j == y ? Foundation.cos(Foundation.acos(c) + 0.5) : c)
          }, y)
      }),
    Slip(
      loss: "cosface", mistakes: [.featuresNotNormalised], m: 0.25, s: 5,
      formula: mean { x, _, w, y, _ in
        crossEntropy(
          w.enumerated().map { j, row in 5 * (dot(x, unit(row)) - (j == y ? 0.25 : 0)) }, y)
      }),
    Slip(
      loss: "cosface", mistakes: [.weightsNotNormalised, .featuresNotNormalised], m: 0.25, s: 2,
      formula: mean { x, _, w, y, _ in
        crossEntropy(w.enumerated().map { j, row in 2 * (dot(x, row) - (j == y ? 0.25 : 0)) }, y)
      }),
    Slip(
      loss: "cosface", mistakes: [.easyMargin], m: 0.3, s: 20,
      formula: scaled(20) { $0 > 0 ? $0 - 0.3 : $0 }),
  ]

  static let factors: [Slip] = [
    Slip(
      loss: "sphereface", mistakes: [.noContinuation], m: 3,
      formula: sphere {
        Foundation.cos(3 * Foundation.acos($0))
      }),
    Slip(loss: "sphereface", mistakes: [.factorOfCosine], m: 4, formula: sphere { 4 * $0 }),
    Slip(
      loss: "sphereface", mistakes: [.factorTwice], m: 3,
      formula: sphere {
        let t = 3 * Foundation.acos($0)
        let k = (3 * t / .pi).rounded(.down)
        return (k.truncatingRemainder(dividingBy: 2) == 0 ? 1 : -1) * Foundation.cos(3 * t) - 2 * k
      }),
    Slip(
      loss: "sphereface", mistakes: [.pieceFromOne], m: 3,
      formula: sphere {
        let t = Foundation.acos($0)
        let k = (3 * t / .pi).rounded(.down) + 1
        return (k.truncatingRemainder(dividingBy: 2) == 0 ? 1 : -1) * Foundation.cos(3 * t) - 2 * k
      }),
    Slip(
      loss: "sphereface", mistakes: [.wrongTerms], m: 4,
      formula: sphere { (1 - $0 * $0) * (1 - $0 * $0) }),
    Slip(
      loss: "sphereface", mistakes: [.taylorTerm], m: 4,
      formula: sphere {
        let x = 4 * Foundation.acos($0)
        let terms = 1 - pow(x, 2) / 2 + pow(x, 4) / 24 - pow(x, 6) / 720 + pow(x, 8) / 40320
        return terms - pow(x, 9) / 362_880
      }),
    Slip(
      loss: "lsoftmax", mistakes: [.noContinuation], m: 2,
      formula: mean { x, c, w, y, _ in
        crossEntropy(
          c.enumerated().map { j, c in
            length(x) * length(w[j]) * (j == y ? Foundation.cos(2 * Foundation.acos(c)) : c)
          }, y)
      }),
    Slip(
      loss: "arcface", mistakes: [.cosineLost], m: 0.3, s: 4,
      formula: mean { _, c, _, y, _ in
        let t = Foundation.acos(c[y])
        let others = c.indices.filter { $0 != y }.reduce(0) { $0 + Foundation.exp(4 * c[$1]) }
        return Foundation.log(Foundation.exp(4 * (t + 0.3)) + others) - 4 * Foundation.cos(t + 0.3)
      }),
    Slip(loss: "focal", mistakes: [.focalOfMean]) { x, w, y in
      let losses = y.indices.map { i in crossEntropy(w.map { dot(x[i], $0) }, y[i]) }
      let mean = losses.reduce(0, +) / Double(losses.count)
      return pow(1 - Foundation.exp(-mean), 2) * mean
    },
    Slip(loss: "normface", mistakes: [.interAdded], s: 10) { x, w, y in
      let plain = scaled(10) { $0 }(x, w, y)
      var inter = 0.0
      for own in y {
        for j in w.indices where j != own {
          inter += Foundation.acos(dot(unit(w[own]), unit(w[j])))
        }
      }
      return plain + 0.7 * inter / (.pi * Double(w.count - 1) * Double(y.count))
    },
  ]

  /// Angles in degrees where radians belong, and the other way.
  static let degrees: [Slip] = [
    Slip(
      loss: "arcface", mistakes: [.degreesAsRadians], m: 28.6, s: 16,
      formula: scaled(16) {
        Foundation.cos(Foundation.acos($0) + 28.6)
      }),
    Slip(
      loss: "arcface", mistakes: [.degreesAsRadians], m: 30, s: 16,
      formula: scaled(16) {
        $0 > Foundation.cos(.pi - 30)
          ? Foundation.cos(Foundation.acos($0) + 30) : $0 - 30 * Foundation.sin(.pi - 30)
      }),
    Slip(
      loss: "arcface", mistakes: [.radiansAsDegrees], m: 0.5, s: 16,
      formula: scaled(16) {
        Foundation.cos(Foundation.acos($0) + 0.5 * .pi / 180)
      }),
  ]

  /// Losses that compare features with one another.
  static let pairs: [Slip] = [
    Slip(loss: "triplet", mistakes: [.farthestNegative], m: 3, hasWeights: false) { x, _, y in
      hardest(x, y, margin: 3, square: true) { $0.max() ?? 0 }
    },
    Slip(loss: "triplet", mistakes: [.unsquaredDistance], m: 1.2, hasWeights: false) { x, _, y in
      hardest(x, y, margin: 1.2, square: false) { $0.min() ?? 0 }
    },
  ]

  /// The mean over the anchors of [max d_ap − d_an + m]₊ of unit features.
  private static func hardest(
    _ x: Rows, _ y: [Int], margin: Double, square: Bool, negative: ([Double]) -> Double
  ) -> Double {
    var sum = 0.0
    var anchors = 0.0
    func distance(_ a: Int, _ b: Int) -> Double {
      let d = length(zip(unit(x[a]), unit(x[b])).map { $0 - $1 })
      return square ? d * d : d
    }
    for a in y.indices {
      let same = y.indices.filter { $0 != a && y[$0] == y[a] }.map { distance(a, $0) }
      let other = y.indices.filter { y[$0] != y[a] }.map { distance(a, $0) }
      guard let far = same.max(), !other.isEmpty else { continue }
      anchors += 1
      sum += max(0, far - negative(other) + margin)
    }
    return sum / anchors
  }
}
