import LossLab
import LossPlot
import Testing

@testable import lossviz

/// Options that the features leave nothing to do, and arrays that are no rows.
struct PlotEffectsTests {
  let folder: TemporaryFolder
  private let features = FeatureFiles()

  init() throws {
    folder = try TemporaryFolder()
  }

  private func array(_ shape: String, count: Int) -> [UInt8] {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape)), }"
    var generator = SplitMix64(seed: 5)
    return numpyBytes(
      header,
      generator.normals(count).flatMap { number in
        withUnsafeBytes(of: Float(number).bitPattern.littleEndian) { Array($0) }
      })
  }

  private func plot(_ words: String...) throws -> Outcome {
    _ = try folder.file("x.npy", numpyFile(features.matrix))
    _ = try folder.file("y.txt", features.labels.joined(separator: "\n"))
    let all = words.map { $0.contains(".") && !$0.hasPrefix("-") ? folder.path($0) : $0 }
    return Outcome(words: ["plot"] + all + ["-o", folder.path("out.svg")])
  }

  @Test(arguments: [
    ["--view", "features"], ["--limit", "3"], ["--weights-order", "bytes"],
    ["--class-names", "a,b"],
  ])
  func anOptionWithNothingToDoIsMisuse(words: [String]) throws {
    let outcome = try plot("x.npy", "--labels", "y.txt", words[0], words[1])
    #expect(outcome.status == .misuse, "\(outcome.messages)")
    #expect(outcome.messages.contains(words[0]))
    #expect(outcome.messages.contains("hint: "))
    #expect(try !folder.contents.contains("out.svg"))
  }

  @Test func aNarrowPageSaysHowToGetTheOtherPanels() throws {
    let others = "--view cmc,openset,lengths,classes,numbers,suspects"
    let narrow = try plot("x.npy", "--labels", "y.txt", "--width", "240")
    #expect(narrow.status == .success, "\(narrow.messages)")
    #expect(narrow.messages.contains(others), "\(narrow.messages)")
    #expect(try !plot("x.npy", "--labels", "y.txt").messages.contains("--view"))
    let chosen = try plot("x.npy", "--labels", "y.txt", "--width", "240", "--view", "cmc")
    #expect(!chosen.messages.contains(others))
  }

  @Test func severalFilesHaveNoViews() throws {
    let flat = Matrix(rows: 12, columns: 2, elements: Array(features.matrix.elements.prefix(24)))
    _ = try folder.file("a.npy", numpyFile(flat))
    _ = try folder.file("b.npy", numpyFile(flat))
    let both = try plot("a.npy", "b.npy", "--labels", "y.txt", "--view", "angles")
    #expect(both.status == .misuse)
    #expect(both.messages.contains("several files"))
    let one = try plot("a.npy", "--labels", "y.txt", "--view", "angles")
    #expect(one.status == .success, "\(one.messages)")
  }

  @Test func namesOfClassesStandOnThePage() throws {
    let outcome = try plot("x.npy", "--labels", "y.txt", "--class-names", "Ann,Bob,Cy")
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.messages.contains("Ann"))
  }

  @Test func transposedFeaturesAreNamed() throws {
    _ = try folder.file("t.npy", array("6, 12", count: 72))
    let outcome = try plot("t.npy", "--labels", "y.txt")
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("12 labels for 6 rows"))
    #expect(outcome.messages.contains("transposed: numpy.save(path, x.T)"))
  }

  @Test(arguments: ["12, 2, 3", "12, 2, 3, 1"])
  func moreThanTwoDimensionsAreNamed(shape: String) throws {
    _ = try folder.file("deep.npy", array(shape, count: 72))
    for words in [["deep.npy", "--labels", "y.txt"], ["deep.npy"]] {
      let outcome = try words.count > 1 ? plot(words[0], words[1], words[2]) : plot(words[0])
      #expect(outcome.status == .failure)
      #expect(outcome.messages.contains("shape 12 × 2 × 3"))
      #expect(outcome.messages.contains("reshape"))
    }
    let evaluated = Outcome(
      "evaluate", folder.path("deep.npy"), "--labels", folder.path("y.txt"), "--weights",
      folder.path("x.npy"))
    #expect(evaluated.messages.contains("shape 12 × 2 × 3"))
  }

  @Test func sizesOfOneDoNotCount() throws {
    _ = try folder.file("pooled.npy", array("12, 6, 1, 1", count: 72))
    #expect(try plot("pooled.npy", "--labels", "y.txt").status == .success)
  }

  @Test func featuresWithoutLabelsAreToldSo() throws {
    let outcome = try plot("x.npy")
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("features without labels"))
    #expect(outcome.messages.contains("x.npy --labels FILE"))
  }

  @Test func anArrayOfWeightsThatIsTurnedIsNamedByEvaluate() throws {
    _ = try folder.file("y0.txt", (0..<12).map { "\($0 / 4)" }.joined(separator: "\n"))
    _ = try folder.file("x.npy", numpyFile(features.matrix))
    _ = try folder.file("WT.npy", array("6, 3", count: 18))
    let outcome = Outcome(
      "evaluate", folder.path("x.npy"), "--labels", folder.path("y0.txt"), "--weights",
      folder.path("WT.npy"))
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("transposed"))
    #expect(outcome.messages.contains("W.T"))
  }
}
