import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

struct GalleryTests {
  private let folder: StudyFolder

  init() throws { folder = try StudyFolder() }

  private func run(_ words: String...) -> Outcome {
    Outcome(
      words: [
        "gallery", "--network", "mlp:8", "--batch", "32", "--samples", "16", "--steps", "30",
        "--scale", "0.5", "--runs", folder.path("runs"),
      ] + words)
  }

  @Test func everyLossIsThereInTheOrderOfTheArticle() throws {
    let path = folder.path("a.svg")
    let outcome = run("-q", "-o", path)
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.output == path + "\n")
    let picture = String(decoding: try readFile(path), as: UTF8.self)
    let titles = LossEntry.articleOrder.map(\.title)
    var rest = picture[...]
    for title in titles {
      let found = rest.firstRange(of: ">\(title)")
      #expect(found != nil, "\(title)")
      if let found { rest = rest[found.upperBound...] }
    }
    // Kept trainings: the same again, and in Chinese.
    #expect(run("-q", "-o", folder.path("b.svg")).status == .success)
    #expect(try readFile(path) == readFile(folder.path("b.svg")))
    #expect(
      Outcome("replay", path, "-q", "-o", folder.path("c.svg"), "--runs", folder.path("runs"))
        .status == .success)
    #expect(try readFile(path) == readFile(folder.path("c.svg")))
    #expect(run("-q", "--lang", "zh", "-o", folder.path("z.svg")).status == .success)
    let chinese = String(decoding: try readFile(folder.path("z.svg")), as: UTF8.self)
    #expect(chinese.contains("种损失"))
    for entry in LossEntry.articleOrder.prefix(3) {
      #expect(chinese.contains(entry.lesson.zh.prefix(4)), "\(entry.name)")
    }
  }

  @Test func itsDocumentHasARunForEachLoss() throws {
    let outcome = run("-q", "--json", "-o", folder.path("a.png"))
    #expect(outcome.status == .success)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let object = try #require(document as? [String: Any])
    #expect(object["schema"] as? Int == 1)
    let runs = try #require(object["runs"] as? [[String: Any]])
    #expect(runs.count > LossEntry.all.count / 2 && runs.count <= LossEntry.all.count)
    #expect((object["outputs"] as? [String]) == [folder.path("a.png")])
  }

  @Test func filmsAndUnknownDataAreRefused() {
    #expect(run("-o", folder.path("a.gif")).status == .misuse)
    #expect(run("--data", folder.path("nothing"), "-o", folder.path("a.svg")).status == .failure)
    #expect(run("--loss", "cosface").status == .misuse)
  }

  @Test func strictlyNoLossMayHaveWhatItCannotReach() {
    let outcome = run("--classes", "20", "--strict", "-o", folder.path("a.svg"))
    #expect(outcome.status == .misuse && outcome.output.isEmpty)
    #expect(outcome.messages.contains("l2-softmax: s = 16 is below"), "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("a.svg")))
  }

  @Test(arguments: [(["--threads", "3"], 3), (["--threads", "3", "--jobs", "2"], 2)])
  func thereAreNoMoreTrainingsAtOnceThanThreads(words: [String], jobs: Int) throws {
    let call = try Command.gallery.call(words, environment: Environment { _ in nil })
    #expect(GalleryValues(call).kept.jobs == jobs)
  }

  @Test func rowsAreFullWhereTheyCanBe() {
    #expect(Gallery.columns(28) == 7)
    #expect(Gallery.columns(30) == 6)
    #expect(Gallery.columns(32) == 8)
  }
}
