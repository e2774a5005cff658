import LossLab
import LossPlot
import Testing

@testable import LossScene

struct GoldenFileTests {
  private func read(_ text: String) throws -> GoldenFile {
    try GoldenFile(parsing: Array(text.utf8), path: "g.json")
  }

  private func message(_ oneCase: String) -> String {
    do {
      _ = try read("{\"loss\":\"softmax\",\"cases\":[\(oneCase)]}")
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func aCaseIsReadWithWhatItHas() throws {
    let file = try read(
      """
      {"loss": "focal", "split": "dev", "cases": [
      {"id": "f1", "tags": ["random"], "params": {"gamma": 2, "alpha": [0.5, 1], "easy": true,
       "variant": "plain"}, "x": [[1, 2], [3, 4]], "W": [[1, 0], [0, 1]], "b": [0.5, -1],
       "y": [1, 0], "value": 0.25, "per_sample": [0.1, 0.4], "grad_x": [[null, null], [1, 2]],
       "grad_b": [1, null], "rel_err_of": {"torch_f64": [null, 1e-16]}, "unknown": {"a": [1]}},
      {"x": [[1]], "y": [0]}]}
      """)
    #expect(file.loss == "focal")
    let first = file.cases[0]
    #expect(first.id == "f1")
    #expect(first.parameters["gamma"] == 2)
    #expect(first.parameters["alpha"] == [0.5, 1])
    #expect(first.parameters["easy"] == true)
    #expect(first.features == Matrix(rows: 2, columns: 2, elements: [1, 2, 3, 4]))
    #expect(first.weights == Matrix(rows: 2, columns: 2, elements: [1, 0, 0, 1]))
    #expect(first.bias == [0.5, -1])
    #expect(first.labels == [1, 0])
    #expect(first.expected.value == 0.25)
    #expect(first.expected.featureGradient == [[nil, nil], [1, 2]])
    #expect(first.expected.biasGradient == [1, nil])
    #expect(first.expected.ordinaryErrors?["torch_f64"] == [nil, 1e-16])
    #expect(first.rowCount == 2)
    #expect(file.cases[1].id == "cases[1]")
    #expect(file.cases[1].weights == nil)
    #expect(file.cases[1].rowCount == 1)
  }

  @Test(arguments: [
    (#"{"x":[[1,2],[3]],"y":[0,0]}"#, "cases[0].x[1]: expected 2 numbers, found 1"),
    (#"{"x":[[1,2]],"W":[[1]],"y":[0]}"#, "cases[0].W[0]: expected 2 numbers, found 1"),
    (#"{"x":[[1]],"W":[[1],[2]],"y":[2]}"#, "cases[0].y[0]: label 2 of 2 classes"),
    (#"{"x":[[1]],"W":[[1],[2]],"y":[-1]}"#, "cases[0].y[0]: label -1"),
    (#"{"x":[[1]],"y":[-1]}"#, "cases[0].y[0]: label -1"),
    (#"{"x":[[1]],"y":[0,1]}"#, "cases[0].y: 2 labels for 1 rows of x"),
    (#"{"x":[[1]],"W":[[1]],"b":[1,2],"y":[0]}"#, "cases[0].b: 2 biases for 1 classes"),
    (#"{"x":[[1]],"b":[1],"y":[0]}"#, "cases[0].b: 1 biases for no classes"),
    (#"{"x":[],"y":[]}"#, "cases[0].x: no rows"), (#"{"x":[[]],"y":[0]}"#, "rows without numbers"),
    (#"{"y":[0]}"#, "cases[0]: 'x' is missing"), (#"{"x":[[1]]}"#, "cases[0]: 'y' is missing"),
    (#"{"x":[["nan"]],"y":[0]}"#, "cases[0].x[0]: a number is not finite"),
    (#"{"x":[[null]],"y":[0]}"#, "cases[0].x[0][0]: expected a number"),
    (#"{"x":[[1]],"y":["0"]}"#, "cases[0].y[0]: expected a whole number"),
    (#"{"x":[[1]],"y":[0]"#, "line 1: not JSON"),
    (#"{"x":[[NaN]],"y":[0]}"#, "cases[0].x[0][0]: expected a number"),
    (#"{"x":[[1]],"y":[Infinity]}"#, "cases[0].y[0]: expected a whole number"),
  ])
  func aFaultIsNamedByItsKey(oneCase: String, expected: String) {
    #expect(message(oneCase).contains(expected), "\(message(oneCase))")
  }

  @Test func aFileWithoutLossOrCasesIsAnError() {
    #expect(throws: FileError.self) { try read("{\"cases\":[]}") }
    #expect(throws: FileError.self) { try read("{\"loss\":\"x\"}") }
    #expect(throws: FileError.self) { try read("[]") }
  }
}
