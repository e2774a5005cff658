import LossPlot

@testable import LossScene

/// How eyes see color, the three kinds of color blindness at full strength.
///
/// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
/// deficiency", IEEE TVCG 2009, tables for severity 1.
enum ColorVision: CaseIterable {
  case ordinary, protanopia, deuteranopia, tritanopia

  func seen(_ color: Color) -> OKLab {
    let light = LinearColor(color)
    func row(_ red: Double, _ green: Double, _ blue: Double) -> Double {
      min(1, max(0, red * light.red + green * light.green + blue * light.blue))
    }
    return switch self {
    case .ordinary: OKLab(light)
    case .protanopia:
      OKLab(
        LinearColor(
          red: row(0.152286, 1.052583, -0.204868), green: row(0.114503, 0.786281, 0.099216),
          blue: row(-0.003882, -0.048116, 1.051998)))
    case .deuteranopia:
      OKLab(
        LinearColor(
          red: row(0.367322, 0.860646, -0.227968), green: row(0.280085, 0.672501, 0.047413),
          blue: row(-0.011820, 0.042940, 0.968881)))
    case .tritanopia:
      OKLab(
        LinearColor(
          red: row(1.255528, -0.076749, -0.178779), green: row(-0.078411, 0.930809, 0.147602),
          blue: row(0.004733, 0.691367, 0.303900)))
    }
  }

  /// The smallest distance between two of the colors to any of these eyes.
  static func smallestDistance(_ colors: [Color]) -> Double {
    var smallest = Double.infinity
    for vision in allCases {
      let seen = colors.map(vision.seen)
      for first in seen.indices {
        for second in seen.indices where second > first {
          smallest = min(smallest, seen[first].distance(to: seen[second]))
        }
      }
    }
    return smallest
  }
}
