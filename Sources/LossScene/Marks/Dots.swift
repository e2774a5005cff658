/// How the dots of a class are drawn.
package enum DotLook: Sendable, CaseIterable {
  case filled, pale, hollow
}

extension Theme {
  /// Inside and rim of a dot of that color: the rim stands out from any ground of a plane, the
  /// inside tells test from training samples.
  package func paint(_ color: Color, look: DotLook, radius: Double) -> (fill: Color?, rim: Stroke) {
    let rim = rim(color)
    return switch look {
    case .filled: (color.withOpacity(dotOpacity), Stroke(rim, width: radius * 0.2))
    case .pale: (color.withOpacity(paleOpacity), Stroke(rim, width: radius * 0.25))
    case .hollow: (nil, Stroke(rim, width: radius * 0.35))
    }
  }
}

extension Panel {
  /// Samples as dots; those whose dot lies wholly outside the frame are left out.
  ///
  /// - Parameter radius: points; `Panel.dotRadius(count:)` for one that fits their number.
  package func dots(
    _ data: [Point], _ style: ClassStyle, look: DotLook = .filled, radius: Double = 2.3
  ) -> Scene.Item {
    let paint = theme.paint(style.color, look: look, radius: radius)
    return .dots(
      visible(data, radius: radius), shape: style.shape, radius: radius, fill: paint.fill,
      stroke: paint.rim)
  }

  /// Rings around samples that need attention: those classified wrong.
  package func rings(_ data: [Point], radius: Double = 2.3) -> Scene.Item {
    .dots(
      visible(data, radius: radius), radius: radius * 1.9, fill: nil,
      stroke: Stroke(theme.ink, width: 0.8))
  }

  /// A radius that keeps that many dots in a panel apart, points.
  package static func dotRadius(count: Int) -> Double {
    // Area per dot falls with the root of their number: crowds may overlap, but not fuse.
    let crowd = max(1, Double(count) / 1200)
    return max(0.7, 2.3 / crowd.squareRoot().squareRoot())
  }

  private func visible(_ data: [Point], radius: Double) -> [Point] {
    let shown = frame.inset(by: -2 * radius)
    return points(data).filter(shown.contains)
  }
}
