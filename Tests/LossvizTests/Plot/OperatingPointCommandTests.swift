import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// Thresholds, open sets and other ways of comparing, as they are typed.
struct OperatingPointCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file("x.csv", table(0..<14, samples: 0..<6))
    _ = try folder.file("gallery.csv", table(0..<7, samples: 6..<7))
  }

  /// Samples of some people as a table.
  private func table(
    _ people: Range<Int>, samples: Range<Int>, dimensions: Int = 6, noise: Double = 0.7
  ) -> String {
    var text = "label,\((0..<dimensions).map { "x\($0)" }.joined(separator: ","))\n"
    for person in people {
      var own = SplitMix64(seed: UInt64(person) + 50)
      let center = own.normals(dimensions)
      for sample in samples {
        var generator = SplitMix64(seed: UInt64(1000 + person * 100 + sample))
        let row = zip(center, generator.normals(dimensions)).map { $0 + noise * $1 }
        text += "p\(person),\(row.map { "\($0)" }.joined(separator: ","))\n"
      }
    }
    return text
  }

  private func plot(_ words: String...) -> Outcome {
    Outcome(
      words: ["plot"]
        + words.map { $0.contains(".") && !$0.hasPrefix("-") ? folder.path($0) : $0 })
  }

  private func metrics(_ outcome: Outcome) throws -> [String: JSONValue] {
    guard
      case .object(let document) = try JSONValue(
        parsing: Array(outcome.output.utf8), path: "document"),
      case .object(let metrics)? = document["metrics"]
    else { throw Unreadable() }
    return metrics
  }

  private struct Unreadable: Error {}

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: folder.path(name), encoding: .utf8)
  }

  @Test func thresholdsStandInTheDocument() throws {
    let outcome = plot("x.csv", "-o", "out.svg", "--json", "-q")
    #expect(outcome.status == .success, "\(outcome.messages)")
    guard case .object(let pairs)? = try metrics(outcome)["pairs"],
      case .object(let points)? = pairs["thresholdAtFar"], case .object(let one)? = points["1e-2"]
    else { throw Unreadable() }
    for key in ["angle", "cosine", "achieved", "falseAccepts", "tar", "interval"] {
      #expect(one[key] != nil && one[key] != .null)
    }
    // 3,276 pairs of two people: three in a thousand can be told, three in a million cannot.
    #expect(points["1e-3"] != .null && points["1e-4"] == .null)
    for key in ["fmr10", "fmr100", "fmr1000", "dprime", "eerInterval"] {
      #expect(pairs[key] != nil && pairs[key] != .null)
    }
  }

  @Test func distancesHaveNoAngle() throws {
    let outcome = plot("x.csv", "--metric", "euclidean", "-o", "out.svg", "--json", "-q")
    guard case .object(let pairs)? = try metrics(outcome)["pairs"],
      case .object(let points)? = pairs["thresholdAtFar"], case .object(let one)? = points["1e-2"]
    else { throw Unreadable() }
    #expect(one["angle"] == nil && one["distance"] != nil)
    #expect(pairs["eerAngle"] == .null && pairs["eerDistance"] != .null)
    let picture = try text("out.svg")
    #expect(picture.contains("distance between the two samples of a pair"))
    #expect(plot("x.csv", "--metric", "manhattan").status == .misuse)
  }

  @Test func peopleAreSoughtInAGallery() throws {
    let outcome = plot("x.csv", "--gallery", "gallery.csv", "-o", "out.svg", "--json", "-q")
    #expect(outcome.status == .success, "\(outcome.messages)")
    guard case .list(let points)? = try metrics(outcome)["openSet"],
      case .object(let first)? = points.first
    else { throw Unreadable() }
    #expect(first["fpir"] != nil && first["fnir"] != nil && first["threshold"] != nil)
    #expect(try text("out.svg").contains("7 people enrolled"))
  }

  @Test func aGalleryThatCannotBeOneSaysWhy() throws {
    _ = try folder.file("shared.csv", table(0..<3, samples: 5..<6))
    _ = try folder.file("wide.csv", table(0..<3, samples: 8..<9, dimensions: 7))
    _ = try folder.file("strangers.csv", table(20..<23, samples: 0..<1))
    _ = try folder.file("everybody.csv", table(0..<14, samples: 8..<9))
    for (file, words) in [
      ("shared.csv", "3 of its 3 rows are among the features"), ("wide.csv", "7 dimensions"),
      ("strangers.csv", "no class of the gallery"), ("everybody.csv", "all classes"),
    ] {
      let outcome = plot("x.csv", "--gallery", file, "-o", "bad.svg")
      #expect(outcome.status == .failure, "\(file): \(outcome.messages)")
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.messages.contains("hint: "))
    }
    #expect(try !folder.contents.contains("bad.svg"))
  }

  @Test func suspectsAreListedAll() throws {
    _ = try folder.file("noisy.csv", table(0..<14, samples: 0..<6, noise: 2))
    let outcome = plot("noisy.csv", "-o", "out.svg", "--export-suspects", "s.csv", "--json", "-q")
    #expect(outcome.status == .success, "\(outcome.messages)")
    let lines = try text("s.csv").split(separator: "\n")
    guard case .list(let suspects)? = try metrics(outcome)["suspects"] else { throw Unreadable() }
    #expect(lines[0] == "file,row,label,looks_like,own,other,cause")
    #expect(lines.count == suspects.count + 1 && suspects.count > 20)
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(",label") || $0.hasSuffix(",image") })
    guard case .object(let one)? = suspects.first, case .text(let cause)? = one["cause"] else {
      throw Unreadable()
    }
    #expect(lines[1].hasSuffix(",\(cause)"))
  }

  @Test func twoModelsOfTheSameSamplesAreCompared() throws {
    _ = try folder.file("worse.csv", table(0..<14, samples: 0..<6, noise: 1.4))
    let outcome = plot("x.csv", "worse.csv", "-o", "out.svg", "--json", "-q")
    guard
      case .object(let document) = try JSONValue(
        parsing: Array(outcome.output.utf8), path: "document"),
      case .list(let differences)? = document["differences"],
      case .object(let one)? = differences.first, case .object(let error)? = one["eer"],
      case .number(let difference)? = error["difference"],
      case .object(let verdicts)? = one["verdicts"]
    else { throw Unreadable() }
    #expect(difference > 0)
    #expect(verdicts["mended"] != nil && verdicts["changed"] != nil)
    // Other samples have no paired difference.
    _ = try folder.file("others.csv", table(0..<13, samples: 0..<6))
    let apart = plot("x.csv", "others.csv", "-o", "out.svg", "--json", "-q")
    #expect(apart.output.contains("\"differences\":[]"))
  }

  @Test func panelsAreChosenByName() throws {
    let outcome = plot("x.csv", "--view", "det,thresholds", "-o", "out.svg")
    #expect(outcome.status == .success, "\(outcome.messages)")
    let picture = try text("out.svg")
    #expect(picture.contains("Which threshold? DET") && !picture.contains("Who is found"))
    for words in ["det,features", "det,det", "dets"] {
      let wrong = plot("x.csv", "--view", words, "-o", "bad.svg")
      #expect(wrong.status == .misuse, "\(words)")
    }
  }

  @Test func aReportIsOneFileThatLoadsNothing() throws {
    _ = try folder.file(
      "evil.csv", table(0..<14, samples: 0..<6).replacing("p3,", with: "<script>x</script>,"))
    let outcome = plot("evil.csv", "-o", "r.html", "-q")
    #expect(outcome.status == .success, "\(outcome.messages)")
    let report = try text("r.html")
    #expect(report.contains("Which threshold?") && report.contains("&lt;script&gt;x"))
    #expect(!report.contains("<script>x"))
    // Names of formats are no addresses that anything is fetched from.
    let addresses = report.components(separatedBy: "http").dropFirst()
    #expect(addresses.allSatisfy { $0.hasPrefix("s://") == false || $0.contains("w3.org") })
    #expect(!report.contains(" src=") && !report.contains("<link"))
    #expect(try folder.contents.filter { $0.hasSuffix(".png") || $0.hasSuffix(".svg") }.isEmpty)
    // A picture for wide pages and one for phones, of which one shows, under one title.
    #expect(report.components(separatedBy: "<svg").count == 3)
    #expect(report.contains("<figure class=\"narrow\">"))
    #expect(report.contains("<h1>evil</h1>") && !report.contains(">evil</text>"))
    let both = plot("x.csv", "-o", "r.html", "-o", "r.svg", "-q")
    #expect(both.status == .success)
    #expect(try text("r.svg").contains("<svg"))
  }

  @Test func aReportIsCheckedAsOutputsAre() throws {
    #expect(plot("x.csv", "-o", "r.html", "-o", "r.gif").status == .misuse)
    #expect(plot("x.csv", "-o", "r.html", "-o", "r.html").status == .misuse)
    #expect(try !folder.contents.contains("r.html"))
  }

  @Test func fewPeopleAreSaid() throws {
    _ = try folder.file("few.csv", table(0..<4, samples: 0..<20))
    let outcome = plot("few.csv", "-o", "out.svg")
    #expect(outcome.messages.contains("Wilson's"), "\(outcome.messages)")
    #expect(!plot("x.csv", "-o", "out.svg").messages.contains("Wilson's"))
  }
}
