import LossPlot
import Testing

@testable import LossFiles

struct ArrayChoiceTests {
  private func sketch(_ name: String, _ shape: Int...) -> ArraySketch {
    ArraySketch(name: name, shape: shape, isText: false)
  }

  private func choice(
    _ sketches: [ArraySketch], labels: String? = nil, hasLabels: Bool = false
  ) throws -> ArrayChoice {
    try ArrayChoice(sketches, labels: labels, hasLabels: hasLabels, path: "x.npz")
  }

  @Test(arguments: [
    ["X", "Y"], ["embeddings", "targets"], ["features", "labels"], ["arr_0", "arr_1"],
    ["data", "target"], ["images", "class"], ["emb", "ids"], ["whatever", "something"],
  ])
  func samplesAndLabelsHaveManyNames(names: [String]) throws {
    let found = try choice([sketch(names[1], 10), sketch(names[0], 10, 4)])
    #expect(found.all == .init(samples: names[0], labels: names[1]))
    #expect(found.test == nil)
  }

  @Test(arguments: [
    ["x_train", "y_train", "x_test", "y_test"], ["X_train", "Y_train", "X_val", "Y_val"],
    ["train_images", "train_labels", "test_images", "test_labels"],
    ["trainX", "trainY", "testX", "testY"], ["train-x", "train-y", "valid-x", "valid-y"],
  ])
  func trainingAndTestAreToldByTheirNames(names: [String]) throws {
    let found = try choice([
      sketch(names[0], 8, 3), sketch(names[1], 8), sketch(names[2], 2, 3), sketch(names[3], 2),
    ])
    #expect(found.all == .init(samples: names[0], labels: names[1]))
    #expect(found.test == .init(samples: names[2], labels: names[3]))
  }

  @Test func weightsAreNoSamples() throws {
    let found = try choice([sketch("weights", 3, 4), sketch("z", 10, 4), sketch("y", 10)])
    #expect(found.all == .init(samples: "z", labels: "y"))
    #expect(
      try choice([sketch("W", 3, 4), sketch("deep", 10, 4), sketch("cls", 10)]).all
        == .init(samples: "deep", labels: "cls"))
  }

  @Test func labelsMayBeChosenOrComeFromElsewhere() throws {
    let all = [sketch("x", 10, 4), sketch("y", 10), sketch("age", 10)]
    #expect(try choice(all, labels: "age").all == .init(samples: "x", labels: "age"))
    #expect(try choice([sketch("deep", 10, 4)], hasLabels: true).all == .init(samples: "deep"))
  }

  @Test func whatCannotBeToldIsListed() {
    #expect {
      try choice([sketch("a", 10, 4), sketch("q", 10, 4), sketch("c", 10)])
    } throws: { error in
      "\(error)".contains("a (10 × 4), q (10 × 4), c (10)")
    }
  }
}
