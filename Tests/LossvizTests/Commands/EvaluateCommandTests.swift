import Foundation
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
}
