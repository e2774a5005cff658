/// So many samples that dots would be one blob: how many lie on each pixel of a panel.
///
/// A pixel has the mean color of its samples and an opacity that grows with the logarithm of their
/// number, so that a lone sample shows beside a crowd.
package struct Density: Sendable {
  private let panel: Panel
  private let columns: Int
  private let rows: Int
  private let colors: [SIMD4<UInt32>]
  /// Sums of red, green, blue and 1; top row first.
  private var sums: [SIMD4<UInt32>]

  /// The opacity of a lone sample.
  private static let least = 0.35
  /// Samples of a pixel that are counted: sums of bytes must not overflow.
  private static let most: UInt32 = 1 << 24

  /// - Parameter colors: one a class.
  package init(_ panel: Panel, colors: [Color], pixelsPerPoint: Double = 2) {
    self.panel = panel
    self.colors = colors.map { SIMD4(UInt32($0.red), UInt32($0.green), UInt32($0.blue), 1) }
    columns = max(1, Int((panel.frame.width * pixelsPerPoint).rounded()))
    rows = max(1, Int((panel.frame.height * pixelsPerPoint).rounded()))
    sums = Array(repeating: .zero, count: columns * rows)
  }

  /// Two pixels a point for a hundred thousand samples, larger ones for fewer, so that neighbours
  /// meet in them.
  package static func pixelsPerPoint(samples: Int) -> Double {
    min(2, max(0.4, 2 * (Double(samples) / 100_000).squareRoot()))
  }

  /// - Parameters:
  ///   - places: x and y of each sample in turn.
  ///   - labels: the class of each sample.
  /// - Precondition: two numbers for each label, each label a class.
  package mutating func add(_ places: [Double], labels: [Int]) {
    precondition(places.count == 2 * labels.count, "\(places.count) for \(labels.count) samples")
    let (across, up) = (Double(columns), Double(rows))
    let (x, y) = (panel.x, panel.y)
    let (xUnit, yUnit) = (x.unit * across / panel.frame.width, -y.unit * up / panel.frame.height)
    let (left, bottom) = (x.domain.lowerBound, y.domain.lowerBound)
    let columns = columns
    places.withUnsafeBufferPointer { places in
      labels.withUnsafeBufferPointer { labels in
        sums.withUnsafeMutableBufferPointer { sums in
          for sample in labels.indices {
            let column = (places[2 * sample] - left) * xUnit
            let row = up - (places[2 * sample + 1] - bottom) * yUnit
            // Not a number fails both.
            guard column >= 0 && column < across && row >= 0 && row < up else { continue }
            let pixel = Int(row) * columns + Int(column)
            if sums[pixel].w < Self.most { sums[pixel] &+= colors[labels[sample]] }
          }
        }
      }
    }
  }

  package var item: Scene.Item {
    .raster(Scene.Raster(columns: columns, rows: rows, pixels: pixels, frame: panel.frame))
  }

  private var pixels: [UInt8] {
    let most = sums.reduce(1) { max($0, $1.w) }
    let opacities = Self.opacities(most)
    return [UInt8](unsafeUninitializedCapacity: 4 * sums.count) { bytes, count in
      sums.withUnsafeBufferPointer { sums in
        for pixel in sums.indices {
          let sum = sums[pixel]
          let number = max(1, sum.w)
          bytes[4 * pixel] = UInt8(truncatingIfNeeded: sum.x / number)
          bytes[4 * pixel + 1] = UInt8(truncatingIfNeeded: sum.y / number)
          bytes[4 * pixel + 2] = UInt8(truncatingIfNeeded: sum.z / number)
          bytes[4 * pixel + 3] = opacities[min(Int(sum.w), opacities.count - 1)]
        }
      }
      count = 4 * sums.count
    }
  }

  /// By the number of samples, up to as many as matter.
  private static func opacities(_ most: UInt32) -> [UInt8] {
    return [0]
      + (1...min(most, 65_536)).map { number in
        let share = most == 1 ? 1 : log(Double(number)) / log(Double(most))
        return UInt8((255 * (least + (1 - least) * share)).rounded())
      }
  }
}
