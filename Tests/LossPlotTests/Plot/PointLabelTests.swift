import LossLab
import Testing

@testable import LossPlot
@testable import LossScene

struct PointLabelTests {
  private let panel = Panel(
    equalIn: Rectangle(x: 10, y: 20, width: 200, height: 160), x: -1...1, y: -1...1, theme: .light)

  private func boxes(_ item: Scene.Item) -> [Rectangle] {
    guard case .group(let group) = item else { return [] }
    return group.items.compactMap { item in
      guard case .text(let text) = item else { return nil }
      let width = text.content.width(size: text.size, by: .pango)
      return Rectangle(
        x: text.position.x - width / 2, y: text.position.y - text.size / 2, width: width,
        height: text.size)
    }
  }

  /// All at nearly one place, at the rim, and long.
  @Test func namesOverlapNeitherOneAnotherNorTheFrame() {
    let labels = (0..<6).map { index in
      EndLabel(
        RichText(plain: "somebody \(index)"),
        at: Point(angle: 0.7 + 0.02 * Double(index), radius: 1.2), color: .black)
    }
    let boxes = boxes(panel.pointLabels(labels, avoiding: []))
    #expect(boxes.count == 6)
    for (index, box) in boxes.enumerated() {
      #expect(box.x >= panel.frame.x && box.maxX <= panel.frame.maxX)
      #expect(box.y >= panel.frame.y && box.maxY <= panel.frame.maxY)
      for other in boxes[(index + 1)...] {
        let isApart =
          box.maxX <= other.x || other.maxX <= box.x || box.maxY <= other.y || other.maxY <= box.y
        #expect(isApart)
      }
    }
  }

  @Test func aNameLiesOutwardsOfItsPoint() throws {
    let label = EndLabel("a", at: Point(x: 0.5, y: 0), color: .black)
    let box = try #require(boxes(panel.pointLabels([label], avoiding: [])).first)
    #expect(box.x > panel.point(Point(x: 0.5, y: 0)).x)
  }

  @Test func wordsStandWhereNoLineIs() {
    let frame = panel.frame
    // Along the bottom and up the right side.
    let line = [
      Point(x: frame.x, y: frame.maxY - 5), Point(x: frame.maxX - 5, y: frame.maxY - 5),
      Point(x: frame.maxX - 5, y: frame.y),
    ]
    let box = panel.freePlace(width: 80, height: 40, avoiding: [line])
    #expect(box.maxX < frame.maxX - 5 && box.maxY < frame.maxY - 5)
    #expect(box.x >= frame.x && box.y >= frame.y)
    let alone = panel.freePlace(width: 80, height: 40, avoiding: [])
    #expect(alone.maxX > frame.maxX - 10 && alone.maxY > frame.maxY - 10)
  }
}
