import LossLab
import LossScene

/// A page with every kind of item, laid out by its words: the same bytes wherever it is drawn.
func sampleSVG() -> [UInt8] {
  let theme = Theme.light(measuring: .estimate)
  let page = Page(
    "Drawn where no C library is", subtitle: ["$θ_y + m$", "six classes"], facts: ["gap 12.5°"],
    key: [KeyItem(.line(Stroke(theme.ink)), "boundary")], notes: ["words that are measured"],
    theme: theme)
  let body = page.body
  let panel = Panel(
    equalIn: Rectangle(x: body.x, y: body.y, width: body.height, height: body.height), x: -1...1,
    y: -1...1, theme: theme)
  let styles = Palette.standard(classes: 6).styles(classes: 6, theme: theme)
  var items = [panel.axes(x: Axis("x", grid: true), y: Axis("y"))]
  for (index, style) in styles.enumerated() {
    let angle = Double(index) * .pi / 3
    items.append(
      panel.region(panel.wedge(from: .zero, start: angle, end: angle + 1), color: style.color))
    let samples = (0..<20).map {
      Point(angle: angle + 0.02 * Double($0)) * (0.3 + 0.03 * Double($0))
    }
    items.append(panel.dots(samples, style))
    items.append(panel.rimLabel("class", at: Point(angle: angle), color: style.label))
  }
  items += [panel.ray(direction: 2), panel.circle(radius: 0.5, stroke: Stroke(theme.ink))]
  do throws(RenderError) {
    return try SVGWriter.svg(
      page.scene(description: "A <sample> & no more", items), metadata: nil, png: { _ in [] })
  } catch {
    return Array(error.description.utf8)
  }
}
