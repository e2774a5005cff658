import Foundation
import LossLab
import LossPlot
import Testing

@testable import lossviz

/// Classes around known directions, with weights whose rows stand in another order.
struct WeightsOrderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// - Parameters:
  ///   - names: of the classes, in the order in which their samples come.
  ///   - weights: for each row of the weights the class in `names`, −1 for none.
  private func files(
    _ names: [String], dimensions: Int, weights: [Int], turned: Bool = false, each: Int = 6
  ) throws -> [String] {
    var generator = SplitMix64(seed: 9)
    let directions = names.indices.map { index in
      (0..<dimensions).map { column in
        (column == index % dimensions ? 4.0 : 0)
          + (index >= dimensions ? generator.normals(1)[0] * 3 : 0)
      }
    }
    var elements: [Double] = []
    var labels = ""
    for (index, name) in names.enumerated() {
      for _ in 0..<each {
        elements += zip(directions[index], generator.normals(dimensions)).map { $0 + 0.1 * $1 }
        labels += "\(name)\n"
      }
    }
    let matrix = Matrix(
      rows: weights.count, columns: dimensions,
      elements: weights.flatMap { index in
        index < 0 ? Array(repeating: -1.0, count: dimensions) : directions[index]
      })
    var shown = matrix
    if turned {
      shown = Matrix(rows: dimensions, columns: weights.count)
      for row in 0..<matrix.rows {
        for column in 0..<dimensions { shown[column, row] = matrix[row, column] }
      }
    }
    return [
      try folder.file(
        "x.npy",
        numpyFile(Matrix(rows: names.count * each, columns: dimensions, elements: elements))),
      "--labels", try folder.file("y.txt", labels),
      "--weights", try folder.file("W.npy", numpyFile(shown)),
    ]
  }

  private func plot(_ words: [String], _ more: String...) -> Outcome {
    Outcome(words: ["plot"] + words + ["--json", "-o", folder.path("out.svg")] + more)
  }

  private func field(_ outcome: Outcome, _ keys: String...) throws -> JSONValue? {
    var value: JSONValue? = try JSONValue(parsing: Array(outcome.output.utf8), path: "output")
    for key in keys {
      guard case .object(let fields)? = value else { return nil }
      value = fields[key]
    }
    return value
  }

  private func accuracy(_ outcome: Outcome) throws -> Double {
    guard case .number(let number)? = try field(outcome, "metrics", "testAccuracyCosine") else {
      return .nan
    }
    return number
  }

  /// Axes by turns, so that turning them is the same as moving them on by one.
  @Test(arguments: [3, 5])
  func aSquareIsTakenAsItFits(size: Int) throws {
    let names = (0..<size).map { "\($0)" }
    let moved = names.indices.map { ($0 + 1) % size }
    let plain = plot(try files(names, dimensions: size, weights: Array(names.indices)))
    #expect(try accuracy(plain) == 1)
    #expect(!plain.messages.contains("weights-order"))
    let cyclic = plot(try files(names, dimensions: size, weights: moved))
    #expect(try accuracy(cyclic) == 1, "\(cyclic.messages)")
    #expect(cyclic.messages.contains("--weights-order row-before says so"))
    let chinese = plot(try files(names, dimensions: size, weights: moved), "--lang", "zh")
    #expect(chinese.messages.contains("--weights-order row-before 可明确指定"), "\(chinese.messages)")
  }

  @Test func aSkewSquareIsTurnedByFit() throws {
    let names = ["0", "1", "2"]
    // No order of rows makes up for it: row 0 = axis 1 + 2, …
    let matrix = Matrix<Double>(rows: 3, columns: 3, elements: [5, 4, 0, 0, 5, -4, 1, 2, 5])
    var elements: [Double] = []
    var labels = ""
    var generator = SplitMix64(seed: 2)
    for index in 0..<3 {
      for _ in 0..<10 {
        elements += zip(matrix.row(index), generator.normals(3)).map { $0 + 0.05 * $1 }
        labels += "\(names[index])\n"
      }
    }
    var turned = matrix
    for row in 0..<3 { for column in 0..<3 { turned[row, column] = matrix[column, row] } }
    let words = [
      try folder.file("x.npy", numpyFile(Matrix(rows: 30, columns: 3, elements: elements))),
      "--labels", try folder.file("y.txt", labels),
      "--weights", try folder.file("W.npy", numpyFile(turned)),
    ]
    let said = plot(words)
    let told = plot(words, "--weights-order", "transposed")
    let whole = plot(words, "--weights-order", "natural")
    #expect(try accuracy(told) == 1)
    #expect(!told.messages.contains("weights"))
    #expect(try accuracy(whole) < 1)
    #expect(!whole.messages.contains("--weights-order"))
    #expect(said.messages.contains("transposed"))
    #expect(try field(told, "recipe", "weights-order") == .text("transposed"))
  }

  @Test func twelveClassesInByteOrder() throws {
    let names = (0..<12).map { "\($0)" }
    let sorted = names.indices.sorted { names[$0] < names[$1] }
    #expect(sorted[2] == 10)
    let words = try files(names, dimensions: 12, weights: sorted)
    let outcome = plot(words)
    #expect(try accuracy(outcome) == 1)
    #expect(outcome.messages.contains("in the byte order of the class names: 100.0 %"))
    #expect(outcome.messages.contains("in the natural order of the class names: 16.7 %"))
    #expect(outcome.messages.contains("--weights-order bytes says so"))
    #expect(outcome.output.contains("in the byte order"))
    let told = plot(words, "--weights-order", "bytes")
    #expect(try accuracy(told) == 1)
    #expect(!told.messages.contains("weights"))
    let other = plot(words, "--weights-order", "natural")
    #expect(try accuracy(other) < 0.2)
  }

  @Test func namesWithNumbersInNaturalOrder() throws {
    let names = (0..<12).map { "c\($0)" }
    let outcome = plot(try files(names, dimensions: 12, weights: Array(0..<12)))
    #expect(try accuracy(outcome) == 1)
    #expect(outcome.messages.contains("in the natural order of the class names: 100.0 %"))
  }

  @Test func orderOfFirstAppearance() throws {
    let words = try files(["zoe", "adam", "mia", "eve"], dimensions: 4, weights: [0, 1, 2, 3])
    let outcome = plot(words)
    #expect(try accuracy(outcome) == 1)
    #expect(outcome.messages.contains("in the order in which the labels appear: 100.0 %"))
    #expect(try accuracy(plot(words, "--weights-order", "appearance")) == 1)
  }

  /// Labels from 1 with rows from 0 and one row too many.
  @Test func numbersThatAreOffByOne() throws {
    let names = ["1", "2", "3", "4"]
    let back = plot(try files(names, dimensions: 6, weights: [0, 1, 2, 3, -1]))
    #expect(try accuracy(back) == 1)
    #expect(back.messages.contains("--weights-order row-before"))
    let usual = plot(try files(names, dimensions: 6, weights: [-1, 0, 1, 2, 3]))
    #expect(try accuracy(usual) == 1)
    #expect(!usual.messages.contains("--weights-order"))
    let next = plot(
      try files(["0", "1", "2", "3"], dimensions: 6, weights: [-1, 0, 1, 2, 3]))
    #expect(try accuracy(next) == 1)
    #expect(next.messages.contains("--weights-order row-after"))
  }

  @Test func weightsOfAnotherTrainingAreDoubted() throws {
    let names = (0..<6).map { "\($0)" }
    var words = try files(names, dimensions: 16, weights: Array(0..<6))
    var generator = SplitMix64(seed: 77)
    words[4] = try folder.file(
      "other.npy", numpyFile(Matrix(rows: 6, columns: 16, elements: generator.normals(96))))
    let outcome = plot(words)
    #expect(outcome.status == .success)
    #expect(outcome.messages.contains("the weights may not belong to these classes"))
    #expect(outcome.messages.contains("goes to class '"))
  }

  @Test func numbersOfRowsMayBeSpeltWithZeros() throws {
    let outcome = plot(
      try files(["0001", "0003"], dimensions: 4, weights: [-1, 0, -1, 1]))
    #expect(try accuracy(outcome) == 1, "\(outcome.messages)")
    let twice = plot(try files(["01", "1"], dimensions: 4, weights: [-1, 0, -1, 1]))
    #expect(twice.status == .failure)
    #expect(twice.messages.contains("4 × 4 for 2 classes"))
  }

  @Test func wordsThatAreNoOrderAreMisuse() throws {
    let words = try files(["0", "1", "2"], dimensions: 3, weights: [0, 1, 2])
    for word in ["sorted", "bytes,natural", "transposed,", "transposed,transposed", ""] {
      let outcome = plot(words, "--weights-order", word)
      #expect(outcome.status == .misuse, "\(word)")
      #expect(outcome.messages.contains("appearance"), "\(word)")
    }
    let both = plot(words, "--weights-order", "transposed,bytes")
    #expect(both.status == .success)
    #expect(both.output.contains("\"transposed,bytes\""))
  }
}
