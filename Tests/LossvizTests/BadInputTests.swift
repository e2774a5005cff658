import Foundation
import Testing

@testable import lossviz

/// Each line: what is wrong, what is typed, how it ends, what the message must name.
private struct BadInput: CustomTestStringConvertible {
  let testDescription: String
  let words: [String]
  let status: CommandStatus
  let names: [String]

  init(_ what: String, _ words: String, _ status: CommandStatus, names: String...) {
    testDescription = what
    self.words = words.split(separator: " ").map(String.init)
    self.status = status
    self.names = names
  }

  static let all = [
    BadInput("unknown loss", "--loss arcfase", .misuse, names: "arcfase", "arcface"),
    BadInput("misspelt option", "--losss arcface", .misuse, names: "--losss", "--loss"),
    BadInput("option of another loss", "--loss softmax --m 0.1", .misuse, names: "--m", "arcface"),
    BadInput("m no number", "--m nan", .misuse, names: "--m", "nan", "0 ≤ m ≤ 2"),
    BadInput("m infinite", "--m inf", .misuse, names: "--m", "inf"),
    BadInput("m huge", "--m 1e308", .misuse, names: "--m", "1e308"),
    BadInput("one class", "--classes 1", .misuse, names: "--classes", "2"),
    BadInput("more classes than there are", "--data digits --classes 11", .misuse, names: "11"),
    BadInput("a class that is not there", "--data digits --classes 0,x", .misuse, names: "x"),
    BadInput("no steps", "--steps 0", .misuse, names: "--steps", "0"),
    BadInput("no threads", "--threads 0", .misuse, names: "--threads", "0"),
    BadInput("an absurd batch", "--batch 1000000 --network mlp:65536", .misuse, names: "GB"),
    BadInput("unknown data", "--data digit", .misuse, names: "digit", "digits"),
    BadInput("no such folder", "--data ./nowhere", .failure, names: "./nowhere"),
    BadInput(
      "a folder without the files", "--data empty", .failure, names: "empty", "train-images"),
    BadInput("an IDX header that lies", "--data lying", .failure, names: "byte"),
    BadInput("an IDX file cut short", "--data short", .failure, names: "short/train-images"),
    BadInput("gzip cut short", "--data gzip", .failure, names: "train-images-idx3-ubyte.gz"),
    BadInput("a table with a hole", "--data hole.csv", .failure, names: "class 'b' of hole"),
    BadInput("LeNet without images", "--network lenet", .misuse, names: "28"),
    BadInput("outliers from nowhere", "--data digits --noise 0.1 --noise-kind outlier", .misuse),
    BadInput("no format", "-o picture", .misuse, names: "picture", ".svg"),
    BadInput("a picture no PNG can be", "--width 10000 --scale 10", .misuse, names: "100000"),
    BadInput("a folder as output", "-o empty.png", .failure, names: "empty.png", "folder"),
    BadInput("a file as folder", "-o hole.csv/a.png", .failure, names: "hole.csv"),
    BadInput("no configuration", "--config none.json", .failure, names: "none.json"),
    BadInput("a broken configuration", "--config broken.json", .failure, names: "broken.json"),
    BadInput("an unknown key", "--config key.json", .misuse, names: "key.json", "losss", "loss"),
    BadInput("a value of the wrong kind", "--config kind.json", .failure, names: "kind.json", "m"),
    BadInput("hostile numbers", "--config hostile.json", .misuse, names: "hostile.json", "steps"),
    BadInput("no run", "--from-run key.json", .failure, names: "key.json", "--save-run"),
    BadInput("a run and a loss", "--from-run a.json --loss softmax", .misuse, names: "--loss"),
    BadInput("a margin out of reach, strictly", "--m 0.9 --strict", .misuse, names: "0.9"),
    BadInput("what diverges", "--clip none --rate 1000 --steps 50", .unstable, names: "cosface"),
  ]
}

struct BadInputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "empty"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "empty.png"), withIntermediateDirectories: true)
    let images: [UInt8] = [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 2, 0, 0, 0, 2]
    let labels: [UInt8] = [0, 0, 8, 1, 0, 0, 0, 4, 0, 1, 0, 1]
    let pixels = [UInt8](repeating: 9, count: 16)
    for (name, bytes) in [
      ("lying", [0, 0, 8, 3, 255, 255, 255, 255, 0, 0, 0, 2, 0, 0, 0, 2] + pixels),
      ("short", images + pixels.dropLast(3)),
    ] {
      _ = try folder.file("\(name)/train-images-idx3-ubyte", bytes)
      _ = try folder.file("\(name)/train-labels-idx1-ubyte", labels)
    }
    _ = try folder.file("gzip/train-images-idx3-ubyte.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1])
    _ = try folder.file("gzip/train-labels-idx1-ubyte", labels)
    _ = try folder.file("hole.csv", "a,1,2\nb,,3\na,2,2\n")
    _ = try folder.file("broken.json", "{\"m\": 0.3")
    _ = try folder.file("key.json", "{\"losss\": \"arcface\"}")
    _ = try folder.file("kind.json", "{\"m\": {\"x\": 1}}")
    _ = try folder.file("hostile.json", "{\"steps\": 1e9}")
  }

  @Test(arguments: BadInput.all)
  private func badInputEndsWithItsStatusOneMessageAndNoFile(input: BadInput) throws {
    let before = try folder.contents
    let result = try BuiltProgram(
      input.words, in: folder, environment: ["LOSSVIZ_SAMPLES": "10"]
    ).run()
    #expect(result.status == input.status.rawValue && !result.isSignal, "\(result.messages)")
    #expect(result.messages.hasPrefix("lossviz: error: "))
    #expect(result.messages.split(separator: "\n").count <= 2)
    for name in input.names { #expect(result.messages.contains(name), "\(result.messages)") }
    #expect(result.output.isEmpty)
    #expect(try folder.contents == before)
  }
}
