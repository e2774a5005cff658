import LossLab
import LossPlot
import Testing

@testable import LossScene

/// An IDX file of bytes.
func idx(_ dimensions: [Int], _ data: [UInt8]) -> [UInt8] {
  var bytes: [UInt8] = [0, 0, 8, UInt8(dimensions.count)]
  for dimension in dimensions {
    for shift in [24, 16, 8, 0] { bytes.append(UInt8(dimension >> shift & 255)) }
  }
  return bytes + data
}

struct IDXTests {
  private let scratch: Scratch
  private let images = idx([10, 2, 3], (0..<60).map { UInt8($0) })
  private let labels = idx([10], [0, 1, 0, 1, 0, 1, 0, 1, 2, 2])

  init() throws {
    scratch = try Scratch()
  }

  private func load() throws -> (dataset: Dataset, facts: DataFacts) {
    var request = DataRequest()
    request.data = scratch.path
    request.options.standardize = .no
    return try request.load()
  }

  private func message() -> String {
    do {
      _ = try load()
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func aFolderIsReadAsItIs() throws {
    try scratch.write(images, to: "train-images-idx3-ubyte")
    try scratch.write(deflated(labels), to: "train-labels.idx1-ubyte.gz")
    try scratch.write(idx([2, 2, 3], (100..<112).map { UInt8($0) }), to: "t10k-images-idx3-ubyte")
    try scratch.write(idx([2], [2, 0]), to: "t10k-labels-idx1-ubyte")
    let (data, facts) = try load()
    guard case .bytes(let pixels) = data.train.samples else {
      Issue.record("bytes stay bytes")
      return
    }
    #expect(pixels.elements == (0..<60).map { UInt8($0) })
    #expect(data.train.labels == [0, 1, 0, 1, 0, 1, 0, 1, 2, 2])
    #expect(data.test.labels == [2, 0])
    #expect(data.imageSize == .init(rows: 2, columns: 3))
    #expect(data.classNames == ["0", "1", "2"])
    #expect(facts.files.map { $0.shape } == [[10, 2, 3], [10], [2, 2, 3], [2]])
    #expect(facts.files[0].name == "train-images-idx3-ubyte")
    #expect(facts.files[0].sha256 == SHA256.hex(of: images))
    #expect(facts.files[1].sha256 == SHA256.hex(of: deflated(labels)))
  }

  @Test func withoutATestSetAFifthIsSplitOff() throws {
    try scratch.write(images, to: "train-images-idx3-ubyte")
    try scratch.write(labels, to: "train-labels-idx1-ubyte")
    #expect(try load().dataset.test.counts(classes: 3) == [1, 1, 1])
  }

  @Test func labelsMayCountFromOne() throws {
    try scratch.write(images, to: "train-images-idx3-ubyte")
    try scratch.write(idx([10], [1, 2, 1, 2, 1, 2, 1, 2, 3, 3]), to: "train-labels-idx1-ubyte")
    #expect(try load().dataset.classNames == ["1", "2", "3"])
  }

  @Test func filesMayHaveAnyNames() throws {
    try scratch.write(images, to: "emnist-letters-train-images-idx3-ubyte")
    try scratch.write(labels, to: "emnist-letters-train-labels-idx1-ubyte")
    try scratch.write(
      idx([2, 2, 3], (0..<12).map { UInt8($0) }), to: "emnist-letters-test-images-idx3-ubyte")
    try scratch.write(idx([2], [2, 0]), to: "emnist-letters-test-labels-idx1-ubyte")
    #expect(try load().dataset.test.labels == [2, 0])
  }

  @Test func aPairOfFilesIsFoundByItsBytes() throws {
    try scratch.write(images, to: "a.bin")
    try scratch.write(labels, to: "b.bin")
    #expect(try load().dataset.classNames == ["0", "1", "2"])
  }

  @Test func ofSeveralSetsOneIsNamedByItsFile() throws {
    for set in ["letters", "digits"] {
      try scratch.write(images, to: "emnist-\(set)-train-images-idx3-ubyte")
      try scratch.write(labels, to: "emnist-\(set)-train-labels-idx1-ubyte")
    }
    #expect(message().contains("it holds 2 sets: emnist-digits, emnist-letters"))
    var request = DataRequest()
    request.data = scratch.file("emnist-digits-train-images-idx3-ubyte")
    #expect(try request.load().dataset.name == "emnist-digits")
  }

  /// QMNIST has eight whole numbers of four bytes a sample, of which the first is the class.
  @Test func labelsMayBeWholeNumbersOfAnySize() throws {
    try scratch.write(images, to: "qmnist-train-images-idx3-ubyte")
    var table: [UInt8] = [0, 0, 12, 2, 0, 0, 0, 10, 0, 0, 0, 8]
    for label in [0, 1, 0, 1, 0, 1, 0, 1, 2, 2] as [UInt8] {
      table += [0, 0, 0, label] + [UInt8](repeating: 9, count: 28)
    }
    try scratch.write(table, to: "qmnist-train-labels-idx2-int")
    #expect(try load().dataset.train.counts(classes: 3) == [3, 3, 1])
  }

  @Test func pixelsMayBeFractions() throws {
    var pixels: [UInt8] = [0, 0, 13, 3, 0, 0, 0, 10, 0, 0, 0, 1, 0, 0, 0, 2]
    for _ in 0..<10 { pixels += [63, 0, 0, 0, 63, 128, 0, 0] }
    try scratch.write(pixels, to: "train-images-idx3-float")
    try scratch.write(labels, to: "train-labels-idx1-ubyte")
    guard case .floats(let samples) = try load().dataset.train.samples else {
      Issue.record("floats stay floats")
      return
    }
    #expect(samples.row(0) == [0.5, 1])
  }

  @Test func anEmptyFolderSaysWhatIsMissing() {
    #expect(message().contains("no train-images-idx3-ubyte"))
  }

  @Test func imagesWithoutLabelsSayWhatIsMissing() throws {
    try scratch.write(images, to: "train-images-idx3-ubyte")
    #expect(message().contains("no train-labels-idx1-ubyte"))
  }

  @Test(arguments: [
    // The magic, the count that lies both ways, an overflow, nothing at all, cut short, too long.
    (0, 1, "byte 0: not an IDX file"), (2, 7, "byte 2: numbers of type 7"),
    (3, 1, "byte 3: expected 3 dimensions, found 1"),
    (4, 255, "ends"), (7, 9, "byte 70: more bytes follow"), (11, 0, "byte 8: a dimension of 0"),
  ])
  func aDamagedHeaderIsNamedByItsByte(offset: Int, byte: Int, expected: String) throws {
    try scratch.write(
      damaged(images, at: offset, to: UInt8(byte)), to: "train-images-idx3-ubyte")
    try scratch.write(labels, to: "train-labels-idx1-ubyte")
    #expect(message().contains(expected), "\(message())")
  }

  @Test func hugeDimensionsAreNotBelieved() throws {
    let huge = [0, 0, 8, 3] + [UInt8](repeating: 255, count: 12) + [1, 2, 3]
    try scratch.write(labels, to: "train-labels-idx1-ubyte")
    try scratch.write(huge, to: "train-images-idx3-ubyte")
    #expect(message().contains("a dimension of 4294967295"))
    let large = idx([65535, 1000, 1000], [1])
    try scratch.write(large, to: "train-images-idx3-ubyte")
    #expect(message().contains("bytes before the end of the 65535 × 1000 × 1000 pixels"))
    try scratch.write(deflated(large), to: "train-images-idx3-ubyte")
    #expect(message().contains("cannot be in a compressed file of this size"))
  }

  @Test func aCutBodyIsNamedByItsByte() throws {
    try scratch.write(Array(images.dropLast(5)), to: "train-images-idx3-ubyte")
    try scratch.write(labels, to: "train-labels-idx1-ubyte")
    #expect(message().contains("ends 5 bytes before the end of the 10 × 2 × 3 pixels"))
  }

  @Test func countsThatDisagreeAreAnError() throws {
    try scratch.write(images, to: "train-images-idx3-ubyte")
    try scratch.write(idx([9], [0, 1, 0, 1, 0, 1, 0, 1, 2]), to: "train-labels-idx1-ubyte")
    #expect(message().contains("9 labels for 10 images"))
  }

  @Test func aLabelFarOutIsNamedByItsByte() throws {
    try scratch.write(images, to: "train-images-idx3-ubyte")
    try scratch.write(
      idx([10], [0, 1, 0, 1, 0, 1, 0, 200, 2, 2]), to: "train-labels-idx1-ubyte")
    #expect(message().contains("byte 15: label 200, but no sample has label 3"))
  }

  @Test func aTestLabelThatTrainingDoesNotHaveIsAnError() throws {
    try scratch.write(images, to: "train-images-idx3-ubyte")
    try scratch.write(labels, to: "train-labels-idx1-ubyte")
    try scratch.write(idx([2, 2, 3], (0..<12).map { UInt8($0) }), to: "t10k-images-idx3-ubyte")
    try scratch.write(idx([2], [0, 3]), to: "t10k-labels-idx1-ubyte")
    #expect(message().contains("byte 9: label 3 is not among those of the training"))
  }
}
