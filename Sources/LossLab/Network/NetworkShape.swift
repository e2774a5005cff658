/// The hidden layers between sample and feature.
public enum NetworkShape: Sendable, Equatable {
  /// Fully connected layers of these widths, each followed by PReLU.
  case mlp([Int])
  /// LeNets++ of the center-loss paper, for 28 × 28 images.
  case lenet
  /// Two 5 × 5 convolutions, each pooled, and a dense layer, for images of any size.
  case lenet5

  static let leNet5Channels = [16, 16]
  static let leNet5Width = 128

  /// Multiplications of one sample on its way to the feature.
  package func products(inputs: Int, dimensions: Int) -> Double {
    let pixels = Double(inputs)
    switch self {
    case .mlp(let widths):
      return Self.products(of: [inputs] + widths + [dimensions])
    case .lenet:
      // Pairs of convolutions to 32, 64 and 128 maps, each pair over a quarter of the pixels.
      return pixels * 25 * (32 + 1024 + 512 + 1024 + 512 + 1024)
    case .lenet5:
      var (sum, places, maps) = (0.0, inputs, 1)
      for channels in Self.leNet5Channels {
        sum += Double(places) * 25 * Double(maps * channels)
        (places, maps) = (places / 4, channels)
      }
      return sum + Self.products(of: [places * maps, Self.leNet5Width, dimensions])
    }
  }

  private static func products(of widths: [Int]) -> Double {
    zip(widths, widths.dropFirst()).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
}
