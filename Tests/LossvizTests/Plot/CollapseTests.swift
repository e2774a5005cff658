import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// Features that say nothing of their classes: told before anything else, and once.
struct CollapseTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// What a network gives when it has lost its classes.
  enum Features: String, CaseIterable {
    case equal, nearlyEqual, mergedClasses, opposite, oneClassTakesAll
    case apart

    func row(_ index: Int, class own: Int, _ noise: [Double]) -> [Double] {
      switch self {
      case .equal: return Array(repeating: 1.5, count: 4)
      case .nearlyEqual: return noise.map { 1 + 0.003 * $0 }
      // Wide classes around one direction.
      case .mergedClasses: return zip([9.0, 0, 0, 0], noise).map { $0 + 0.3 * $1 }
      // Each class lies on both sides of one line, twice as much on one of them.
      case .opposite:
        let side = index % 9 < 3 ? -1.0 : 1
        return zip([6 * side, 0, 0, 0], noise).map { $0 + 0.05 * $1 }
      // Nearest to class 0, but for the few that pull the other classes' means away.
      case .oneClassTakesAll:
        let isFar = index >= 3 * 96
        return zip(isFar ? (0..<4).map { $0 == own ? -2000.0 : 0 } : [9, 0, 0, 0], noise)
          .map { $0 + 0.1 * $1 }
      case .apart: return zip((0..<4).map { $0 == own ? 9.0 : 0 }, noise).map { $0 + 0.3 * $1 }
      }
    }
  }

  private func plot(_ features: Features, _ more: String...) throws -> Outcome {
    var generator = SplitMix64(seed: 3)
    var elements: [Double] = []
    var labels = ""
    for index in 0..<300 {
      elements += features.row(index, class: index % 3, generator.normals(4))
      labels += "c\(index % 3)\n"
    }
    let matrix = Matrix(rows: 300, columns: 4, elements: elements)
    let weights = Matrix<Double>(
      rows: 3, columns: 4, elements: [0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1])
    return Outcome(
      words: [
        "plot", try folder.file("x.npy", numpyFile(matrix)), "--labels",
        try folder.file("y.txt", labels), "--weights", try folder.file("W.npy", numpyFile(weights)),
        "-o", folder.path("a.svg"),
      ] + more)
  }

  @Test(arguments: [Features.equal, .nearlyEqual, .mergedClasses, .opposite])
  func aCollapseIsSaidFirst(features: Features) throws {
    let outcome = try plot(features)
    #expect(outcome.status == .success)
    #expect(outcome.messages.hasPrefix("lossviz: warning: collapsed: "), "\(outcome.messages)")
    #expect(outcome.messages.components(separatedBy: "warning: collapsed").count == 2)
    let picture = try String(contentsOfFile: folder.path("a.svg"), encoding: .utf8)
    #expect(picture.contains("collapsed: "))
  }

  @Test(arguments: Features.allCases)
  func itStandsInTheDocument(features: Features) throws {
    let outcome = try plot(features, "--json")
    guard
      case .object(let document) = try JSONValue(
        parsing: Array(outcome.output.utf8), path: "document"),
      case .object(let metrics) = document["metrics"],
      case .list(let warnings) = document["warnings"],
      case .list(let suspects)? = document["suspects"]
    else {
      Issue.record("\(outcome.output.prefix(200))")
      return
    }
    let isCollapsed = features != .apart
    #expect(metrics["collapsed"] == .bool(isCollapsed), "\(warnings)")
    guard isCollapsed else { return }
    #expect(suspects.isEmpty)
    guard case .text(let first) = warnings.first else {
      Issue.record("no warning")
      return
    }
    #expect(first.hasPrefix("collapsed: "), "\(first)")
  }
}
