import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

struct IdentifyCommandTests {
  let folder: TemporaryFolder
  private let features =
    "[[1.5, 0.3], [0.2, 1.1], [-0.7, 0.4], [0.9, -1.2], [0.4, 0.5], [-1, -0.6]]"
  private let weights = "[[1, -0.2], [-0.3, 1], [-0.9, -0.1]]"
  private let labels = "[0, 1, 2, 0, 1, 2]"

  init() throws {
    folder = try TemporaryFolder()
  }

  private func fields(_ outcome: Outcome) throws -> [String: JSONValue] {
    guard
      case .object(let fields) = try JSONValue(
        parsing: Array(outcome.output.utf8), path: "output")
    else { return [:] }
    return fields
  }

  /// What `evaluate` answers to a case, as text.
  private func answer(_ loss: String, _ params: String) throws -> [String: JSONValue] {
    let file = try folder.file(
      "case.json",
      """
      {"loss": "\(loss)", "cases": [{"id": "one", "params": \(params), "x": \(features),
        "W": \(weights), "y": \(labels)}]}
      """)
    guard case .list(let cases)? = try fields(Outcome("evaluate", file))["cases"],
      case .object(let one)? = cases.first
    else { return [:] }
    return one
  }

  private func request(_ one: [String: JSONValue]) throws -> String {
    var fields = one
    for (key, text) in [("x", features), ("W", weights), ("y", labels)] {
      fields[key] = try JSONValue(parsing: Array(text.utf8), path: key)
    }
    // As another program may spell it.
    fields["grad_w"] = fields.removeValue(forKey: "grad_W")
    return String(decoding: try JSONValue.object(fields).document(), as: UTF8.self)
  }

  @Test func whatEvaluateAnswersIsFoundAgain() throws {
    let one = try answer("arcface", "{\"m\": 0.41, \"s\": 23, \"variant\": \"plain\"}")
    let path = try folder.file("request.json", try request(one))
    let found = try fields(Outcome("identify", path, "--json"))
    #expect(found["loss"] == "arcface" && found["variant"] == "monotone")
    guard case .number(let m)? = found["m"], case .number(let s)? = found["s"] else {
      Issue.record("no m and s in \(found)")
      return
    }
    #expect(abs(m - 0.41) < 1e-9 && abs(s - 23) < 1e-7)
    #expect(found["mistakes"] == [] && found["reduction"] == "mean")
    let text = Outcome("identify", path)
    #expect(text.status == .success && text.messages.isEmpty)
    #expect(text.output.hasPrefix("arcface, variant monotone, m = 0.41 (23.49°), s = 23\n"))
  }

  /// No sample of the batch is so far from its class that θ + m passes π.
  @Test func whatABatchCannotTellApartIsNamedAsTheSame() throws {
    let one = try answer("arcface", "{\"m\": 0.41, \"s\": 23, \"variant\": \"plain\"}")
    let text = Outcome("identify", try folder.file("request.json", try request(one))).output
    #expect(text.contains("the same") && text.contains("arcface, variant strict"), "\(text)")
  }

  @Test func arraysAreTakenAsWellAsJSON() throws {
    let one = try answer("cosface", "{\"m\": 0.2, \"s\": 12}")
    guard case .number(let value)? = one["value"] else { return }
    func matrix(_ value: JSONValue?) -> Matrix<Double> {
      guard case .list(let rows)? = value else { return Matrix(rows: 0, columns: 2) }
      let numbers = rows.flatMap { row -> [Double] in
        guard case .list(let row) = row else { return [] }
        return row.map { if case .number(let number) = $0 { number } else { .nan } }
      }
      return Matrix(rows: rows.count, columns: 2, elements: numbers)
    }
    for (name, text) in [("x", features), ("W", weights)] {
      let array = matrix(try JSONValue(parsing: Array(text.utf8), path: name))
      _ = try folder.file("\(name).npy", numpyFile(array))
    }
    _ = try folder.file("g.npy", numpyFile(matrix(one["grad_x"])))
    _ = try folder.file("h.npy", numpyFile(matrix(one["grad_W"])))
    let y = try folder.file("y.txt", "0\n1\n2\n0\n1\n2\n")
    let words = [
      "identify", folder.path("x.npy"), "--labels", y, "--weights", folder.path("W.npy"),
    ]
    let all =
      words + [
        "--value", "\(value)", "--grad-x", folder.path("g.npy"), "--grad-w", folder.path("h.npy"),
      ]
    #expect(Outcome(words: all).output.hasPrefix("cosface, m = 0.2, s = 12\n"))
    let swapped = Outcome(words: words + ["--value", "3", "--grad-x", folder.path("h.npy")])
    #expect(swapped.status == .failure && swapped.messages.contains("6 × 2"))
    let few = Outcome(words: words + ["--value", "3.2"])
    #expect(few.status == .success && few.output.hasPrefix("none\n"))
    let nothing = Outcome(words: words)
    #expect(nothing.status == .misuse && nothing.messages.contains("--value 3.2"))
  }

  @Test(arguments: [
    ("{\"x\": [[1, 2]], \"W\": [[1, 1], [2, 1]], \"y\": [1], \"value\": 0.3}", "one sample"),
    ("{\"x\": [[1, 2], [3, 4]], \"W\": [[1, 1]], \"y\": [0], \"value\": 0.3}", "1 labels for 2"),
    ("{\"x\": [[1, 2], [3, 4]], \"W\": [[1, 1]], \"y\": [0, 0]}", "nothing that was computed"),
    (
      "{\"x\": [[1, 2], [3, 4]], \"W\": [[1, 1]], \"y\": [0, 0], \"grad_x\": [[1, 2]]}", "1 × 2"
    ), ("{\"cases\": []}", "no cases"), ("[1]", "object"),
  ])
  func aRequestThatCannotBeAnsweredSaysWhy(text: String, words: String) throws {
    let outcome = Outcome("identify", try folder.file("a.json", text))
    #expect(outcome.status == .failure, "\(outcome.messages)")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
    #expect(outcome.messages.contains("hint:") && outcome.output.isEmpty)
  }

  @Test func optionsOfArraysAreRefusedBesideAFileOfCases() throws {
    let path = try folder.file("a.json", "{}")
    let outcome = Outcome("identify", path, "--value", "3")
    #expect(outcome.status == .misuse && outcome.messages.contains("--value has no effect"))
    let lonely = Outcome("identify", "x.npy")
    #expect(lonely.status == .misuse && lonely.messages.contains("no labels"))
  }
}

/// A batch in one `.npz` file, whose arrays are known by their names.
struct IdentifyArchiveTests {
  private let folder: TemporaryFolder
  private let features = Matrix<Double>(
    rows: 6, columns: 2, elements: [1.5, 0.3, 0.2, 1.1, -0.7, 0.4, 0.9, -1.2, 0.4, 0.5, -1, -0.6])
  private let weights = Matrix<Double>(
    rows: 3, columns: 2, elements: [1, -0.2, -0.3, 1, -0.9, -0.1])
  private let output: LossOutput

  init() throws {
    folder = try TemporaryFolder()
    var settings = LossEntry.cosface.settings(classes: 3)
    (settings["m"], settings["s"]) = (0.2, 12)
    output = LossEntry.cosface.make(settings).evaluate(
      LossInput(
        features: features, labels: [0, 1, 2, 0, 1, 2],
        parameters: ClassParameters(weights: weights)))
  }

  private typealias Arrays = [(name: String, bytes: [UInt8])]

  private func arrays(_ features: String, _ weights: String, _ labels: String, _ value: String)
    -> Arrays
  {
    [
      (features, numpyFile(self.features)), (weights, numpyFile(self.weights)),
      (labels, numpyFile(Matrix(rows: 6, columns: 1, elements: [0, 1, 2, 0, 1, 2]))),
      (value, numpyFile(Matrix(rows: 1, columns: 1, elements: [output.value]))),
      ("grad_x", numpyFile(output.featureGradient)), ("grad_w", numpyFile(output.weightGradient)),
    ]
  }

  private func identify(_ arrays: Arrays) throws -> Outcome {
    let archive = storedArchive(arrays.map { ($0.name + ".npy", $0.bytes) })
    return Outcome("identify", try folder.file("batch.npz", archive))
  }

  @Test(arguments: [
    ("x", "W", "y", "value"), ("features", "weights", "labels", "loss"),
    ("Embeddings", "weight", "targets", "L"),
  ])
  func arraysAreKnownByCommonNames(names: (String, String, String, String)) throws {
    let outcome = try identify(arrays(names.0, names.1, names.2, names.3))
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.output.hasPrefix("cosface, m = 0.2, s = 12\n"), "\(outcome.output)")
    #expect(outcome.output.contains("grad_x") && outcome.output.contains("grad_W"))
  }

  @Test func anArchiveThatCannotBeReadSaysWhichArray() throws {
    let all = arrays("x", "W", "y", "value")
    func without(_ names: String...) -> Arrays { all.filter { !names.contains($0.name) } }
    func with(_ name: String, _ matrix: Matrix<Double>) -> Arrays {
      without(name) + [(name, numpyFile(matrix))]
    }
    let cases: [(Arrays, String)] = [
      (without("x"), "as the features are"), (without("y"), "as the labels are"),
      (without("value", "grad_x", "grad_w"), "nothing says what was computed"),
      (all + [("features", numpyFile(features))], "both 'x' and 'features'"),
      (with("grad_x", output.weightGradient), "[grad_x]': 3 × 2 numbers where x has 6 × 2"),
      (
        with("W", Matrix(rows: 2, columns: 3, elements: weights.elements)), "[W]': weights of shape"
      ),
      (with("value", features), "where one number is wanted"),
      (with("y", Matrix(rows: 6, columns: 1, elements: [0, 1, 2, 0, 1, 5])), "label 5 of 3"),
    ]
    for (arrays, words) in cases {
      let outcome = try identify(arrays)
      #expect(outcome.status == .failure && outcome.output.isEmpty)
      #expect(outcome.messages.contains(words), "\(outcome.messages)")
      #expect(outcome.messages.contains("hint:"))
    }
  }
}
