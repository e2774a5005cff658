import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

struct EvaluateCommandTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func fields(_ outcome: Outcome) throws -> [String: JSONValue] {
    let document = try JSONValue(parsing: Array(outcome.output.utf8), path: "output")
    guard case .object(let top) = document, case .list(let cases) = top["cases"],
      case .object(let fields) = cases.first
    else { return [:] }
    return fields
  }

  /// x = (0, 1) between W₀ = (1, 0) and W₁ = (0, 1), y = 1, s = 1, m = 0: the logits are 0 and 1,
  /// so the value is ln(1 + 1/e) = 0.3132616875182228 and p₀ = 0.2689414213699951.
  @Test func aCaseWorkedByHandIsAnsweredToTheLastDigit() throws {
    let file = try folder.file(
      "a.json",
      """
      {"loss": "CosFace", "cases": [{"id": "hand", "params": {"m": 0, "s": 1},
        "x": [[0, 1]], "W": [[1, 0], [0, 1]], "y": [1]}]}
      """)
    let outcome = Outcome("evaluate", file)
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    let answer = try fields(outcome)
    #expect(answer["id"] == "hand")
    guard case .number(let value) = answer["value"], case .list(let rows) = answer["grad_x"],
      case .list(let row) = rows.first, case .number(let slope) = row.first
    else {
      Issue.record("no value and gradient in \(outcome.output)")
      return
    }
    #expect(abs(value - 0.3132616875182228) < 1e-15)
    #expect(abs(slope - 0.2689414213699951) < 1e-15)
    #expect(Set(answer.keys) == ["id", "value", "grad_x", "grad_W"])
  }

  @Test(arguments: [
    ("{\"loss\": \"arcfase\", \"cases\": []}", CommandStatus.misuse, "arcface"),
    ("{\"loss\": \"arcface\"}", .failure, "cases"), ("{", .failure, "not JSON"),
    (
      "{\"loss\": \"arcface\", \"cases\": [{\"x\": [[1, 2]], \"W\": [[1]], \"y\": [0]}]}",
      .failure, "cases[0]"
    ),
    (
      "{\"loss\": \"softmax\", \"cases\": [{\"x\": [[1, 2]], \"W\": [[1, 1]], \"y\": [5]}]}",
      .failure, "cases[0]"
    ),
  ])
  func aFileThatCannotBeAnsweredIsNamedWithThePlace(
    text: String, status: CommandStatus, name: String
  ) throws {
    let outcome = Outcome("evaluate", try folder.file("a.json", text))
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(name), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test func evaluateTakesArrays() throws {
    let x = Matrix<Double>(rows: 2, columns: 3, elements: [1, 2, 3, -1, 0.5, 2])
    let w = Matrix<Double>(rows: 3, columns: 3, elements: [1, 0, 0, 0, 1, 0, 0.2, 0, 1])
    let arrays = Outcome(
      "evaluate", try folder.file("x.npy", numpyFile(x)), "--labels",
      try folder.file("y.txt", "2\n0\n"), "--weights", try folder.file("w.npy", numpyFile(w)),
      "--loss", "arcface", "--m", "0.5", "--s", "64")
    let json = Outcome(
      "evaluate",
      try folder.file(
        "a.json",
        """
        {"loss": "arcface", "cases": [{"id": "x.npy", "y": [2, 0],
          "params": {"m": 0.5, "s": 64, "variant": "monotone"},
          "x": [[1, 2, 3], [-1, 0.5, 2]], "W": [[1, 0, 0], [0, 1, 0], [0.2, 0, 1]]}]}
        """))
    #expect(arrays.status == .success, "\(arrays.messages)")
    #expect(arrays.output == json.output)
  }

  /// x = (1, 0) and W = (1, 0), (0, 1): −ln p₀ = ln(1 + 1/e) = 0.3132616875182228, and x lies 2 from
  /// its center: λ/2 · 4.
  @Test func evaluateTakesCenters() throws {
    let x = try folder.file(
      "x.npy", numpyFile(Matrix<Double>(rows: 1, columns: 2, elements: [1, 0])))
    let c = Matrix<Double>(rows: 2, columns: 2, elements: [1, 2, 0, 0])
    let w = Matrix<Double>(rows: 2, columns: 2, elements: [1, 0, 0, 1])
    let words = [
      "evaluate", x, "--labels", try folder.file("y.txt", "0\n"), "--weights",
      try folder.file("w.npy", numpyFile(w)), "--loss", "center", "--lambda", "0.25",
    ]
    let outcome = Outcome(
      words: words + ["--centers", try folder.file("c.npy", numpyFile(c))])
    #expect(outcome.status == .success, "\(outcome.messages)")
    guard case .number(let value) = try fields(outcome)["value"] else {
      Issue.record("no value in \(outcome.output)")
      return
    }
    #expect(abs(value - 0.8132616875182228) < 1e-15)
    #expect(Outcome(words: words).messages.contains("--centers FILE"))
    let wrong = Outcome(words: words + ["--centers", x])
    #expect(wrong.status == .failure)
    #expect(wrong.messages.contains("centers of shape 1 × 2 for 2 classes of 2 dimensions"))
  }
}
