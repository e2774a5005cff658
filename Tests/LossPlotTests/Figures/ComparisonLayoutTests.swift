import LossLab
import Testing

@testable import LossPlot
@testable import LossScene

struct ComparisonLayoutTests {
  @Test(arguments: [1, 2, 3, 4, 6, 7, 9, 12, 24, 25, 100, 1000])
  func framesNeverOverlapNorLeaveThePage(cells: Int) {
    let views: [RunView] = [.features, .angles]
    let layout = ComparisonLayout(cells: cells, columns: nil, views: views)
    let body = Rectangle(x: 45, y: 60, width: layout.width - 81, height: layout.height)
    let frames = (0..<cells).flatMap { index in
      views.indices.map { layout.frame($0, at: layout.origin(of: index, in: body)) }
    }
    #expect(layout.columns * layout.rows >= cells)
    for frame in frames {
      #expect(frame.x >= body.x - 1e-9 && frame.maxX <= body.maxX + 1e-9)
      #expect(frame.y >= body.y - 1e-9 && frame.maxY <= body.maxY + 1e-9)
    }
    // Against those that follow nearby is enough: cells go row by row.
    for (index, frame) in frames.enumerated() {
      for other in frames[(index + 1)...].prefix(4 * layout.columns) {
        let isApart =
          frame.maxX <= other.x || other.maxX <= frame.x || frame.maxY <= other.y
          || other.maxY <= frame.y
        #expect(isApart)
      }
    }
  }

  @Test func upToSixStandInOneRow() {
    for cells in 1...6 {
      #expect(ComparisonLayout(cells: cells, columns: nil, views: [.features]).rows == 1)
    }
    #expect(ComparisonLayout(cells: 9, columns: nil, views: [.features]).columns == 5)
  }

  @Test func theColumnsAskedForAreKept() {
    let layout = ComparisonLayout(cells: 24, columns: 4, views: [.features])
    #expect(layout.columns == 4)
    #expect(layout.rows == 6)
  }
}
