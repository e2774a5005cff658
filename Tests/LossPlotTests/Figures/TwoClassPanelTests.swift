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

  /// Names of classes in the planes of both angles and both cosines.
  @Test(arguments: ["arcface", "cosface", "sphereface", "lsoftmax", "softmax"])
  func noLineStrikesANameThrough(loss: String) throws {
    let head = try #require(LossEntry.named(loss).head())
    for plane in [BinaryRule.Plane.angle, .cosine] {
      for side in [120.0, 200, 400] {
        let drawn = BoundaryPanel(rule: BinaryRule(head: head), plane: plane)
        let frame = Rectangle(x: 0, y: 0, width: side, height: side)
        let panel = drawn.panel(in: frame, theme: .light)
        let lines = [0, 1, nil].map {
          panel.points(drawn.rule.curve(margined: $0, in: plane, limit: .pi / 2))
        }
        guard case .group(let group) = drawn.item(in: frame, theme: .light) else { continue }
        for name in ["class 1", "class 2"] {
          let text = try #require(group.scene.texts.first { $0.content.text == name })
          let width = text.content.width(size: text.size, by: .pango)
          let box = Rectangle(
            x: text.position.x - width / 2, y: text.position.y - text.size / 2, width: width,
            height: text.size)
          #expect(!lines.contains { box.meets($0) }, "\(loss), \(plane), \(side): \(name)")
        }
      }
    }
  }

  /// Four losses in a column of print: two beside two, not a tower.
  @Test func aColumnHasTwoPanelsBesideOneAnother() throws {
    let heads = try ["softmax", "sphereface", "cosface", "arcface"].map { name in
      NamedHead(
        head: try #require(LossEntry.named(name).head()),
        label: RichText(plain: try LossEntry.named(name).title))
    }
    var chart = TwoClassChart(heads: heads, plane: .circle, angle: .pi / 3, norms: .init())
    chart.fit = PageFit(width: 240)
    let scene = chart.scene(theme: .light)
    #expect(scene.width == 240 && scene.height < 600)
  }
}
