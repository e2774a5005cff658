import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

/// The rows 28 and 29 of the mistakes in `FormulaMistakeTests` are about these tables.
struct PublishedNumbersTests {
  @Test func no28FaceNetOnLFWIsTheFinalTablesNumberNotThePosters() {
    #expect(PublishedTable.pairs.value("FaceNet", "LFW") == 99.63)
  }

  @Test func no29MegaFaceNumbersAreNotThoseOfTheFaultyTranscription() {
    #expect(PublishedTable.megaFaceLarge.value("CosFace", "ver. @1e-6") == 96.65)
    #expect(PublishedTable.megaFaceSmall.value("ArcFace R50", "rank-1") == 77.50)
  }

  @Test func everyRowFitsItsColumnsAndEveryNumberIsAPercentage() {
    for table in PublishedTable.all {
      #expect(!table.source.en.isEmpty)
      for row in table.rows {
        #expect(row.values.count == table.columns.count, "\(row.name)")
        let arePercentages = row.values.allSatisfy { $0.map { (0...100).contains($0) } ?? true }
        #expect(arePercentages)
        #expect(table.rows.count { $0.name == row.name } == 1)
      }
    }
  }
}
