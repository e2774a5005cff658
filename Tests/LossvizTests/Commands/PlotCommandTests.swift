import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

struct PlotCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Classes around random directions as `x.npy` and `y.txt`.
  private func features(
    classes: Int = 5, each: Int = 8, dimensions: Int = 6,
    spoil: (inout Matrix<Double>) -> Void = { _ in }
  ) throws -> [String] {
    var generator = SplitMix64(seed: 4)
    var elements: [Double] = []
    var labels = ""
    for index in 0..<classes {
      let center = generator.normals(dimensions)
      for _ in 0..<each {
        elements += zip(center, generator.normals(dimensions)).map { $0 + 0.6 * $1 }
        labels += "c\(index)\n"
      }
    }
    var matrix = Matrix<Double>(rows: classes * each, columns: dimensions, elements: elements)
    spoil(&matrix)
    return [
      try folder.file("x.npy", numpyFile(matrix)), "--labels", try folder.file("y.txt", labels),
    ]
  }

  private func plot(_ words: [String], _ more: String...) -> Outcome {
    Outcome(words: ["plot"] + words + ["-o", folder.path("out.svg")] + more)
  }

  private func object(_ value: JSONValue?) -> [String: JSONValue] {
    if case .object(let fields) = value { fields } else { [:] }
  }

  private func number(_ value: JSONValue?) -> Double {
    if case .number(let number) = value { number } else { .nan }
  }

  private func document(_ outcome: Outcome) throws -> [String: JSONValue] {
    object(try JSONValue(parsing: Array(outcome.output.utf8), path: "output"))
  }

  @Test func anyDimensionGivesOnePageAndTheNumbers() throws {
    let outcome = plot(try features(), "--json")
    #expect(outcome.status == .success, "\(outcome.messages)")
    let metrics = object(try document(outcome)["metrics"])
    let pairs = object(metrics["pairs"])
    #expect(number(object(pairs["positive"])["count"]) == 5 * 28)
    #expect(number(object(pairs["negative"])["count"]) == 780 - 140)
    #expect((0.9...1).contains(number(pairs["auc"])))
    #expect(object(pairs["tarAtFar"])["1e-6"] == .null)
    #expect(object(metrics["table3"])["W-EC"] == .null)
    let picture = try String(contentsOfFile: folder.path("out.svg"), encoding: .utf8)
    #expect(picture.contains("Which threshold? DET"))
    #expect(picture.contains("decidability"))
    #expect(!picture.contains("nan"))
  }

  @Test func theSameCommandGivesTheSameBytesWithAnyThreads() throws {
    let words = try features()
    let one = plot(words, "--threads", "1", "--export-csv", folder.path("a.csv"))
    let first = try Data(contentsOf: URL(filePath: folder.path("out.svg")))
    let other = plot(words, "--threads", "3", "--export-csv", folder.path("a.csv"))
    #expect(one.messages == other.messages)
    #expect(try Data(contentsOf: URL(filePath: folder.path("out.svg"))) == first)
  }

  @Test func twoFilesAreCompared() throws {
    let words = try features()
    var generator = SplitMix64(seed: 8)
    let other = Matrix<Double>(rows: 40, columns: 3, elements: generator.normals(120))
    let second = try folder.file("z.npy", numpyFile(other))
    let outcome = plot(
      [second] + words, "--json", "--export-markdown", folder.path("table.md"))
    #expect(outcome.status == .success, "\(outcome.messages)")
    guard case .list(let runs) = try document(outcome)["runs"] else {
      Issue.record("no runs")
      return
    }
    #expect(runs.count == 2)
    let table = try String(contentsOfFile: folder.path("table.md"), encoding: .utf8)
    #expect(table.hasPrefix("| | z | x |\n"))
  }

  @Test(arguments: ["features.csv", "features.npy"])
  func featuresOfATrainingComeBackWithTheSameNumbers(name: String) throws {
    let (features, weights) = (folder.path(name), folder.path("weights.csv"))
    let run = Outcome(
      "--loss", "cosface", "--classes", "4", "--samples", "40", "--steps", "60", "--json",
      "-o", folder.path("run.png"), "--export-features", features, "--export-weights", weights)
    #expect(run.status == .success, "\(run.messages)")
    let again = plot([features], "--weights", weights, "--loss", "cosface", "--json")
    #expect(again.status == .success, "\(again.messages)")
    let trained = object(try document(run)["metrics"])
    let read = object(try document(again)["metrics"])
    #expect(trained["collapsed"] == false && read["collapsed"] == false)
    for (key, value) in trained where key != "collapsed" {
      #expect(abs(number(value) - number(read[key])) < 1e-9, "\(key)")
    }
  }

  @Test func rowsWithoutADirectionAreNamedAndCounted() throws {
    let words = try features { matrix in
      for column in 0..<6 { matrix[3, column] = 0 }
      matrix[17, 2] = .nan
    }
    let outcome = plot(words)
    #expect(outcome.status == .success)
    #expect(
      outcome.messages.contains(
        "2 of 40 rows are left out, counted from 0: 17 (not finite), 3 (all zeros)"))
  }

  @Test func rowsWithoutALabelAreNamedAndCounted() throws {
    var table = ["who,a,b,c,d"]
    for row in 0..<8 { table.append("\(row < 4 ? "ann" : "bob"),\(row),\(9 - row),1,\(row % 3)") }
    table[2] = ",1,2,3,4"
    table[4] = "ann,1,,3,4"
    let outcome = plot([try folder.file("t.csv", table.joined(separator: "\n"))])
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(
      outcome.messages.contains(
        "2 of 8 rows are left out, counted from 0: 3 (not finite), 1 (no label)"))
  }

  @Test func aClassWithOneSampleIsSaid() throws {
    let table = "label,x,y,z,w\na,1,0,0,0\na,1,0.2,0,0\nb,0,1,0,0\n"
    let outcome = plot([try folder.file("t.csv", table)])
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.messages.contains("one class has a single sample"))
  }

  @Test func aColumnOfATableHoldsTheLabels() throws {
    let table = "who\tu\tv\nann\t1\t0\nann\t1\t0.1\nbob\t0\t1\nbob\t0.1\t1\n"
    let path = try folder.file("t.tsv", table)
    #expect(plot([path], "--labels", "who").status == .success)
    #expect(plot([path], "--labels", "1").status == .success)
    let wrong = plot([path], "--labels", "nobody")
    #expect(wrong.status == .failure)
    #expect(wrong.messages.contains("no column 'nobody'"))
  }

  @Test func pairsOfAListAreCompared() throws {
    let list =
      "2\t2\nc0\t1\t2\nc1\t1\t2\nc0\t1\tc1\t1\nc2\t3\tc3\t4\n"
      + "c2\t1\t8\nc3\t2\t3\nc4\t1\tc1\t5\nc2\t2\tc0\t7\n"
    let path = try folder.file("pairs.txt", list)
    let outcome = plot(try features(), "--pairs", path, "--json")
    #expect(outcome.status == .success, "\(outcome.messages)")
    let pairs = object(object(try document(outcome)["metrics"])["pairs"])
    #expect(number(object(pairs["positive"])["count"]) == 4)
    #expect(number(object(pairs["accuracy"])["folds"]) == 2)
    let wrong = try folder.file("wrong.txt", "c0 1 99\n")
    let failed = plot(try features(), "--pairs", wrong)
    #expect(failed.status == .failure)
    #expect(failed.messages.contains("line 1: no sample 99 of 'c0': it has 8"))
  }

  @Test func whatDoesNotFitEndsWithAClearMessage() throws {
    let words = try features()
    let short = try folder.file("short.txt", "a\nb\n")
    let one = try folder.file("one.txt", String(repeating: "a\n", count: 40))
    let weights = try folder.file("w.npy", numpyFile(Matrix<Double>(rows: 3, columns: 6)))
    // 1 KB that says it holds 10 GB.
    var lying = numpyFile(Matrix<Double>(rows: 1, columns: 1, elements: [1]))
    let shape = Array("(1, 1), }".utf8)
    if let place = lying.indices.first(where: { lying[$0...].starts(with: shape) }) {
      lying.replaceSubrange(
        place..<place + 28, with: Array("(2500000, 512), }           ".utf8).prefix(28))
    }
    let objects = Array("\u{93}".utf8).dropFirst()
    var pickled: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    let header = Array("{'descr': '|O', 'fortran_order': False, 'shape': (4,), }\n".utf8)
    pickled += [UInt8(header.count), 0] + header + objects
    let table: [([String], String)] = [
      ([words[0], "--labels", short], "2 labels for 40 rows"),
      ([words[0], "--labels", one], "all samples are of one class"),
      ([words[0], "--labels", folder.path("none.txt")], "none.txt"),
      ([words[0]], "--labels"),
      (words + ["--weights", weights], "3 × 6 for 5 classes"),
      ([try folder.file("lying.npy", lying), "--labels", words[2]], "ends"),
      ([try folder.file("objects.npy", pickled), "--labels", words[2]], "objects.npy"),
      ([try folder.file("empty.csv", "")], "holds no rows"),
    ]
    for (words, name) in table {
      let outcome = plot(words)
      #expect(outcome.status == .failure, "\(words): \(outcome.messages)")
      #expect(outcome.messages.contains(name), "\(outcome.messages)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("out.svg")))
    }
  }

  @Test func aMarginWithoutALossIsMisuse() throws {
    let outcome = plot(try features(), "--m", "0.3")
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("--loss"))
  }

  @Test func nothingButZerosIsNothing() throws {
    let words = try features { matrix in
      for index in matrix.elements.indices { matrix.elements[index] = 0 }
    }
    let outcome = plot(words)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("no sample is left"))
  }
}
