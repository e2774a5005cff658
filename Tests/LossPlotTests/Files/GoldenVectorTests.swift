import LossLab
import LossPlot
import Testing

@testable import LossScene

/// Values and gradients against vectors computed elsewhere with 80 digits.
struct GoldenVectorTests {
  static let losses = [
    "adacos", "adaface", "arcface", "asoftmax", "center", "circle", "combined", "contrastive",
    "cosface", "curricularface", "elasticface", "focal", "li-arcface", "lsoftmax", "magface",
    "mv-softmax", "normface", "ring", "softmax", "sphereface-r", "sphereface2",
    "subcenter-arcface", "supcon", "triplet", "uniface",
  ]

  static func path(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    return "/\(folder)/Vectors/\(name).json"
  }

  @Test(arguments: losses)
  func everyCaseIsMet(loss: String) throws {
    let file = try GoldenFile(path: Self.path(loss))
    let answer = try GoldenAnswer(to: file, path: loss)
    #expect(answer.cases.count == file.cases.count && !file.cases.isEmpty)
    for (question, found) in zip(file.cases, answer.cases) {
      let expected = try #require(question.expected.value)
      #expect(abs(found.value - expected) <= 1e-10 * max(1, abs(expected)), "\(question.id)")
      let pairs: [([Double]?, [[Double?]]?)] = [
        (found.featureGradient.elements, question.expected.featureGradient),
        (found.weightGradient?.elements, question.expected.weightGradient),
        (found.biasGradient, question.expected.biasGradient.map { [$0] }),
        (found.centerGradient?.elements, question.expected.centerGradient),
        (found.centerStep?.elements, question.expected.centerStep),
        (
          found.scalarGradients.map { $0.value }, question.expected.scalarGradient.map { [[$0]] }
        ),
      ]
      for (ours, theirs) in pairs where theirs != nil {
        let (ours, theirs) = (try #require(ours), theirs?.flatMap { $0 } ?? [])
        let tolerance = question.tags.contains { $0.hasPrefix("cos_near") } ? 1e-6 : 1e-9
        let largest = theirs.compactMap { $0 }.map(abs).max() ?? 0
        #expect(ours.count == theirs.count && ours.allSatisfy { $0.isFinite }, "\(question.id)")
        for (a, b) in zip(ours, theirs) {
          guard let b else { continue }
          #expect(abs(a - b) <= tolerance * largest + 1e-12, "\(question.id)")
        }
      }
    }
  }

  @Test(arguments: [
    (#"{"loss":"arcfase","cases":[]}"#, "unknown loss"),
    (#"{"loss":"cosface","cases":[{"params":{"s":1},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#, "'m'"),
    (#"{"loss":"softmax","cases":[{"x":[[1,0]],"y":[0]}]}"#, "class weights"),
    (#"{"loss":"center","cases":[{"x":[[1,0]],"y":[0]}]}"#, "centers"),
    (#"{"loss":"softmax","cases":[{"x":[[1e200,0]],"W":[[1,0]],"y":[0]}]}"#, "beyond"),
    (
      #"{"loss":"lsoftmax","cases":[{"params":{"m":2.5},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "integer"
    ),
    (
      #"{"loss":"subcenter-arcface","cases":[{"params":{"s":9,"m":0.5,"k":0},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "k 0.0 is out of range"
    ),
    (
      #"{"loss":"subcenter-arcface","cases":[{"params":{"s":9,"m":0.5,"k":2},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "1 rows of class weights are not 2 for each class"
    ),
    (
      #"{"loss":"subcenter-arcface","cases":[{"params":{"s":9,"m":0.5,"k":2},"x":[[1,0]],"W":[[1,0],[0,1]],"y":[1]}]}"#,
      "label 1 of 1 classes"
    ),
    (
      #"{"loss":"magface","cases":[{"params":{"s":9,"la":2,"ua":2,"lm":0.2,"um":0.4,"lambda":1},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "ua 2.0 is out of range: above la"
    ),
    (
      #"{"loss":"magface","cases":[{"params":{"s":9,"la":1,"ua":2,"lm":0.5,"um":0.4,"lambda":1},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "um 0.4 is out of range: lm"
    ),
    (
      #"{"loss":"supcon","cases":[{"params":{"temperature":0},"x":[[1,0]],"y":[0]}]}"#,
      "temperature 0.0 is out of range"
    ),
    (
      #"{"loss":"arcface","cases":[{"params":{"s":9,"m":0.5,"t":0.1},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "arcface has no parameter 't'"
    ),
    (
      #"{"loss":"elasticface","cases":[{"params":{"s":9,"margins":[0.1,0.2]},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "'margins' has 2 numbers for 1 samples"
    ),
    (
      #"{"loss":"elasticface","cases":[{"params":{"s":9},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "'margins' is missing"
    ),
    (
      #"{"loss":"adaface","cases":[{"params":{"s":9,"m":0.4,"h":0.3,"mu":1,"sigma":-1},"x":[[1,0]],"W":[[1,0]],"y":[0]}]}"#,
      "sigma -1.0 is out of range"
    ),
  ])
  func whatCannotBeEvaluatedIsSaid(text: String, word: String) throws {
    do {
      let file = try GoldenFile(parsing: Array(text.utf8), path: "file.json")
      _ = try GoldenAnswer(to: file, path: "file.json")
      Issue.record("nothing was wrong with \(text)")
    } catch let error as UnfitCase {
      #expect(error.cause.description.contains(word), "\(error)")
    } catch {
      #expect("\(error)".contains(word), "\(error)")
    }
  }
}
