import LossPlot
import Testing

@testable import LossScene

struct SceneSummaryTests {
  @Test func everyItemHasItsLine() {
    #expect(
      Scene.sample.summary == """
        scene 60.00 × 40.00 on #ffffff
        title Two <classes>
        description A red dot & a word.
        group class 0 title class “0” clip M 0.00,0.00 L 50.00,0.00 L 50.00,40.00 L 0.00,40.00 Z
          dots circle r 5.00 fill #ff0000 stroke none × 2: 10.00,10.00 55.00,10.00
          dots star r 3.00 fill none stroke #000000 1.00 × 1: 40.00,10.00
        path A 20.00,30.00 r 6.00 0.00…1.50 A 20.00,30.00 r 2.00 1.50…0.00 Z fill #00ff00/0.50 \
        stroke #000000 1.00 dash 2.00,1.00
        text "*θ*_{*y*} & <类>" at 30.00,30.00 size 12.00 #000000 start alphabetic halo #ffffff
        raster 1 × 2 in 50.00 12.00 5.00 8.00 bytes 2a2da1b3

        """)
  }

  @Test func aChangedPixelChangesTheSummary() {
    var changed = Scene.sample
    changed.items[3] = .raster(
      Scene.Raster(
        columns: 1, rows: 2, pixels: [0, 0, 254, 255, 0, 0, 0, 0],
        frame: .init(x: 50, y: 12, width: 5, height: 8)))
    #expect(changed.summary != Scene.sample.summary)
  }
}
