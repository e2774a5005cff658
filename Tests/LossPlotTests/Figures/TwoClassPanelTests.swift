import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

/// The number of the margin beside its arc.
struct TwoClassPanelTests {
  @Test(arguments: ["arcface", "cosface", "sphereface", "lsoftmax"])
  func noLineStrikesTheNumberThrough(loss: String) throws {
    let entry = try LossEntry.named(loss)
    let frame = Rectangle(x: 0, y: 0, width: 240, height: 240)
    for degrees in stride(from: 20.0, through: 160, by: 10) {
      for m in loss == "sphereface" || loss == "lsoftmax" ? [2.0, 3, 4] : [0.05, 0.1, 0.35, 0.5] {
        var settings = entry.settings(classes: 2)
        settings["m"] = .number(m)
        let head = try #require(entry.make(settings).classifier)
        let classes = TwoClasses(head, angle: degrees * .pi / 180)
        guard let gap = classes.gap, gap > 1e-9 else { continue }
        let lowest = min(-0.3, 1.25 * cos(degrees * .pi / 180)) - 0.1
        let drawn = TwoClassPanel(classes: classes, x: lowest...1.25, y: -0.3...1.25)
        let panel = Panel(equalIn: frame, x: drawn.x, y: drawn.y, theme: .light)
        let box = drawn.gapPlace(of: RichText(plain: degreesText(gap)), panel)
        #expect(
          !drawn.struckLines(panel).contains { box.meets($0) }, "\(loss) \(m) at \(degrees)°")
        #expect(frame.contains(box.corners[0]) && frame.contains(box.corners[2]))
      }
    }
  }
}
