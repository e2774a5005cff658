import LossLab
import LossPlot
import Testing

@testable import LossScene

struct FreePlaceTests {
  private let panel = Panel(
    equalIn: Rectangle(x: 10, y: 20, width: 200, height: 160), x: -1...1, y: -1...1, theme: .light)

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
