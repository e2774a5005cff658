import Foundation
import LossLab
import LossPlot
import TestSupport
import Testing

/// A little training under every loss and of every kind of network, as hashes of what it came to.
@Suite struct TrainingVersionTests {
  private static let name = "training-version"

  /// Kept runs are found by their recipe and this version: other numbers under the same one would
  /// be mixed with old ones.
  @Test func otherNumbersNeedAnotherVersion() throws {
    let now = try Self.lines
    guard let golden = try? goldenText(Self.name) else {
      return try expectGolden(Self.text(Trainer.version, now), Self.name)
    }
    let recorded = golden.split(separator: "\n").map(String.init)
    let known = recorded.dropFirst().map { ($0.hashedName, $0) }
    let changed = known.filter { name, line in
      now.contains { $0.hashedName == name } && !now.contains(line)
    }
    guard recorded.first == "version \(Trainer.version)", !changed.isEmpty else {
      // Another version may have other numbers, and a new loss has none yet.
      return try expectGolden(Self.text(Trainer.version, now), Self.name)
    }
    Issue.record(
      """
      the same training gives other numbers (\(changed.map(\.0).joined(separator: ", "))): if it \
      should, raise Trainer.version, then RECORD_GOLDEN=1
      """)
  }

  private static func text(_ version: Int, _ lines: [String]) -> String {
    (["version \(version)"] + lines).joined(separator: "\n") + "\n"
  }

  private static var lines: [String] {
    get throws {
      let losses = try LossEntry.all.map { try hash($0.name, of: request($0)) }
      return try losses + [
        hash("in space", of: request(.standard) { $0.options.dimensions = 3 }),
        hash(
          "adam and bias",
          of: request(.softmax) {
            $0.options.optimizer = .adam
            $0.options.usesBias = true
          }),
        hash("lenet", of: request(.standard) { $0.options.network = .lenet }, on: images),
        hash(
          "noise",
          of: request(.standard) {
            $0.data.options.noise = LabelNoise(share: 0.3, kind: .outlier)
          }),
        hash("digits", of: request(.standard) { $0.data.data = "digits" }),
      ]
    }
  }

  private static func request(
    _ entry: LossEntry, change: (inout RunRequest) -> Void = { _ in }
  ) -> RunRequest {
    var request = RunRequest(entry, data: DataRequest(), seed: 5)
    request.steps = 12
    request.data.options.samplesPerClass = 6
    request.data.options.classes = .first(4)
    request.options.batch = 12
    request.options.network = .mlp([8])
    change(&request)
    return request
  }

  /// Stripes, of another direction for each class.
  private static var images: Dataset {
    let labels = (0..<12).map { $0 % 2 }
    var generator = SplitMix64(seed: 3)
    let pixels = labels.flatMap { label in
      (0..<784).map { pixel -> UInt8 in
        let isBright = (label == 0 ? pixel / 28 : pixel % 28) % 4 < 2
        return UInt8(truncatingIfNeeded: generator.next() % 64) + (isBright ? 190 : 0)
      }
    }
    let samples = LabelledSamples(
      samples: .bytes(Matrix(rows: 12, columns: 784, elements: pixels)), labels: labels)
    return Dataset(
      name: "stripes", title: "stripes", classNames: ["a", "b"], train: samples, test: samples,
      imageSize: .init(rows: 28, columns: 28))
  }

  /// - Parameter data: in the place of its own.
  private static func hash(
    _ name: String, of request: RunRequest, on data: Dataset? = nil
  ) throws -> String {
    var shelf = DataShelf()
    let training = try data.map { request.training(on: $0) } ?? request.training(&shelf)
    // Under another recipe, as other defaults make it, other numbers are to be expected.
    let recipe = SHA256.hex(of: Array(training.recipe.json().utf8)).prefix(8)
    switch try Trainings().run([training])[0] {
    case .success(var run):
      run.warnings = []  // Words are no numbers.
      let document = RunDocument(run: run, recipe: training.recipe.value, data: training.facts)
      return try "\(name) by \(recipe): \(SHA256.hex(of: document.bytes(version: "")).prefix(16))"
    case .failure(let failure): return "\(name) by \(recipe): \(failure.message)"
    }
  }
}

extension String {
  /// What stands before the colon: name and recipe.
  fileprivate var hashedName: String { String(prefix { $0 != ":" }) }
}
