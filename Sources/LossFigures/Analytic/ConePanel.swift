extension FigurePaper {
  var coneStyles: [ClassStyle] {
    Palette.okabeIto.styles(classes: ConeRule.directions.count, theme: theme)
  }

  /// What each of three classes claims, as slices around the origin.
  func conePanel(
    _ rule: ConeRule, heading: RichText, in frame: Rectangle
  ) -> Scene.Item {
    let panel = Panel(equalIn: frame, x: -1.22...1.22, y: -1.22...1.22, theme: theme)
    let classes = Array(zip(ConeRule.directions, coneStyles))
    let ground = classes.enumerated().map { index, one in
      panel.sector(
        outer: 1, start: one.0 - rule.reach(index, counterclockwise: false),
        end: one.0 + rule.reach(index, counterclockwise: true),
        fill: one.1.color.withOpacity(ConeRule.opacity))
    }
    let lines = classes.enumerated().flatMap { index, one in
      edges(of: index, rule, color: theme.label(one.1.color), panel)
    }
    let marks = classes.enumerated().flatMap { index, one in
      [
        panel.arrow(
          from: .zero, to: Point(angle: one.0, radius: 0.8), color: theme.label(one.1.color),
          width: 2),
        panel.rimLabel("$W_\(index + 1)$", at: Point(angle: one.0), color: one.1.color),
      ]
    }
    return .group(
      "cones",
      items: ground + [panel.circle(radius: 1, stroke: Stroke(theme.faint, width: 1))] + lines
        + boundaries(of: rule, panel) + marks + [panel.border, panel.heading(heading)])
  }

  /// Where a class's claim ends, and up to where samples of others must stay out.
  private func edges(
    of index: Int, _ rule: ConeRule, color: Color, _ panel: Panel
  ) -> [Scene.Item] {
    let direction = ConeRule.directions[index]
    let own = [false, true].map { side -> Double in
      direction + (side ? 1 : -1) * rule.reach(index, counterclockwise: side)
    }
    let outer = rule.exclusion.map { [direction - $0, direction + $0] } ?? []
    return own.map { panel.line([.zero, Point(angle: $0)], color: color, width: 1.1) }
      + outer.map {
        panel.line([.zero, Point(angle: $0)], color: color, width: 0.9, style: .dashed)
      }
  }

  /// Of a classifier that chooses: even between neighbours, whatever the margin.
  private func boundaries(of rule: ConeRule, _ panel: Panel) -> [Scene.Item] {
    guard !rule.head.hasThresholds else { return [] }
    let ends = ConeRule.directions + [ConeRule.directions[0] + 2 * .pi]
    return zip(ends, ends.dropFirst()).map { first, second in
      panel.line([.zero, Point(angle: (first + second) / 2)], width: 1.25)
    }
  }
}
