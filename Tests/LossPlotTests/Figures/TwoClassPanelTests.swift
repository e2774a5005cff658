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
          // A small panel may have no room for it in its own corner.
          guard let text = group.scene.texts.first(where: { $0.content.text == name }) else {
            #expect(side == 120 && loss != "softmax", "\(loss), \(plane), \(side): \(name)")
            continue
          }
          let width = text.content.width(size: text.size, by: .pango)
          let isUpright = text.rotation != 0
          let box = Rectangle(
            center: text.position, width: isUpright ? text.size : width,
            height: isUpright ? width : text.size)
          #expect(!lines.contains { box.meets($0) }, "\(loss), \(plane), \(side): \(name)")
          // Nothing lies between it and the corner of its class.
          let isFirst = (name == "class 1") == (plane == .angle)
          let corner = isFirst ? Point(x: 0, y: 0) : Point(x: side, y: side)
          #expect(!lines.contains { box.reaching(corner).meets($0) }, "\(loss), \(plane): \(name)")
        }
      }
    }
  }

  /// The cosine plane of SphereFace leaves a class a wedge along the edge.
  @Test func aNameStandsUprightInANarrowCorner() throws {
    let head = try #require(LossEntry.sphereface.head())
    let drawn = BoundaryPanel(rule: BinaryRule(head: head), plane: .cosine)
    let frame = Rectangle(x: 0, y: 0, width: 240, height: 240)
    guard case .group(let group) = drawn.item(in: frame, theme: .light) else { return }
    let names = group.scene.texts.filter { $0.content.text.hasPrefix("class") }
    #expect(names.map { $0.rotation != 0 } == [true, false])
  }

  /// The names of a sample's angles, in panels of all sizes that figures have.
  @Test(arguments: [90.0, 150, 300])
  func noLineStrikesTheNameOfAnAngleThrough(side: Double) throws {
    let frame = Rectangle(x: 0, y: 0, width: 1.25 * side, height: side)
    for norms in [TwoClasses.Norms(first: 1, second: 1), .init(first: 0.9, second: 1.15)] {
      for entry in [LossEntry.softmax, .lsoftmax] {
        let head = try #require(entry.head { $0["m"] = 2 })
        let drawn = TwoClassPanel(
          classes: TwoClasses(head, angle: .pi / 4, norms: norms), x: -0.3...1.35,
          y: -0.28...1.04, arc: 1.02, sample: .pi / 6)
        let panel = Panel(equalIn: frame, x: drawn.x, y: drawn.y, theme: .light)
        guard case .group(let group) = drawn.item(in: frame, theme: .light) else { continue }
        for text in group.scene.texts where text.content.text.hasPrefix("θ") {
          let width = text.content.width(size: text.size, by: .pango)
          let box = Rectangle(center: text.position, width: width, height: text.size)
          #expect(
            !drawn.struckLines(panel).contains { box.meets($0) },
            "\(entry.name) \(norms), \(side): \(text.content.text)")
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
    var chart = TwoClassChart(
      heads: heads, plane: .circle, angle: .pi / 3, norms: .init(), style: FigureStyle())
    chart.style.fit = PageFit(width: 240)
    let scene = chart.scene(theme: .light)
    #expect(scene.width == 240 && scene.height < 600)
  }
}
