import LossLab
import LossPlot
import Testing

@testable import LossScene

/// Expects that a text that is not turned begins and ends on the page.
///
/// - Parameter slack: points by which it may reach out.
func expectOnPage(_ text: Scene.Text, of scene: Scene, _ what: String, slack: Double = 0.5) {
  guard text.rotation == 0 else { return }
  let width = text.content.width(size: text.size, by: .pango)
  let start: Double =
    switch text.anchor {
    case .start: text.position.x
    case .middle: text.position.x - width / 2
    case .end: text.position.x - width
    }
  #expect(
    start >= -slack && start + width <= scene.width + slack, "\(what): '\(text.content.text)'")
  #expect(text.position.y >= 0 && text.position.y <= scene.height, "\(what)")
}
