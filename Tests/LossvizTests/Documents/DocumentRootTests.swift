import Foundation
import LossPlot
import Testing

@testable import lossviz

/// Documents of strangers, in a folder beside files that are nobody's business.
struct DocumentRootTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.file("private.csv", Self.rows)
    _ = try folder.file("private.json", "{\"m\": 0.1}")
    _ = try folder.file("docs/own.csv", Self.rows)
    _ = try folder.file("docs/own.json", "{\"m\": 0.1}")
    for (link, target) in [
      ("docs/link.csv", "../private.csv"), ("docs/up", ".."), ("docs/near.csv", "own.csv"),
      ("docs/idx/train-images-idx3-ubyte", "../../private.csv"), ("docs/loop", "loop"),
      ("docs/l.svg", "../x.svg"), ("docs/dangling.csv", "../nothing.csv"),
    ] {
      let path = folder.path(link)
      try FileManager.default.createDirectory(
        atPath: folderPart(of: path), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
    }
    #expect(mkfifo(folder.path("docs/pipe.csv"), 0o600) == 0)
    #expect(mkfifo(folder.path("docs/pipe.svg"), 0o600) == 0)
  }

  private static let rows = (0..<60).map { index in
    "c\(index % 3),\((index % 3) * 9 + index % 4),\(9 - (index % 3) * 4 + index % 5)\n"
  }.joined()

  private static let tiny = "--samples 20 --steps 5 --network mlp:8 --batch 32"

  private func docs(_ options: String, _ more: String...) throws -> Outcome {
    let path = try folder.file("docs/a.md", "<!-- lossviz: \(options) -->\n<!-- /lossviz -->\n")
    return Outcome(words: ["docs", "-q", "--runs", folder.path("runs"), path] + more)
  }

  @Test(arguments: [
    // Data, also through links.
    "--data ../private.csv -o a.svg", "plot ../private.csv -o a.svg",
    "plot own.csv ../private.csv -o a.svg", "plot link.csv -o a.svg", "--data link.csv -o a.svg",
    "--data up/private.csv -o a.svg", "plot up/docs/../private.csv -o a.svg",
    "--data idx -o a.svg", "--data .. -o a.svg", "--data /etc -o a.svg",
    "plot /etc/passwd -o a.svg", "plot dangling.csv -o a.svg", "plot loop -o a.svg",
    "figure cosface-toy --data ../private.csv -o a.svg", "compare --data link.csv -o a.png",
    // What goes with them.
    "plot own.csv --labels ../private.csv -o a.svg",
    "plot own.csv --weights link.csv -o a.svg", "plot own.csv --pairs up/private.csv -o a.svg",
    "--data own.csv --labels ../private.csv -o a.svg",
    // Configurations.
    "--config ../private.json -o a.svg", "--config up/private.json -o a.svg",
    // Pictures.
    "curve -o ../a.svg", "curve -o up/a.svg", "curve -o up/new/a.svg", "curve -o l.svg",
    "curve -o loop/a.svg",
  ])
  func nothingOutsideIsReadOrWritten(options: String) throws {
    let before = try folder.contents + ["docs/a.md"]
    let outcome = try docs(options)
    #expect(outcome.status == .misuse, "\(options): \(outcome.messages)")
    #expect(outcome.messages.contains("leaves the folder of the document"), "\(outcome.messages)")
    #expect(outcome.messages.contains("\n  hint: "))
    #expect(try folder.contents == before.sorted(), "\(options)")
  }

  @Test(arguments: [
    ("plot /dev/zero -o a.svg", "neither a file nor a folder"),
    ("plot pipe.csv -o a.svg", "neither a file nor a folder"),
    ("--data pipe.csv -o a.svg", "neither a file nor a folder"),
    ("--data - -o a.svg", "standard input"), ("plot - -o a.svg", "standard input"),
    ("plot own.csv --labels - -o a.svg", "leaves the folder"),
    ("plot own.csv --labels /dev/stdin -o a.svg", "neither a file nor a folder"),
    ("--config - -o a.svg", "standard input"),
    ("--config /dev/zero -o a.svg", "neither a file nor a folder"),
    ("plot ~/private.csv -o a.svg", "no such file"), ("curve -o pipe.svg", "is no file"),
    ("curve -o /dev/null", "no picture"), ("curve -o /dev/shm/a.svg", "leaves the folder"),
    ("--from-run own.json -o a.svg", "no place in a block"),
    ("--save-run ../r.json -o a.svg", "no place in a block"),
    ("compare --runs ../r -o a.png", "no place in a block"),
    ("plot own.csv --export-csv ../t.csv -o a.svg", "no place in a block"),
    ("--allow-outside -o a.svg", "--allow-outside"), ("--yes -o a.svg", "--yes"),
  ])
  func whatIsNoFileIsSaid(options: String, expected: String) throws {
    let outcome = try docs(options)
    #expect(outcome.status == .misuse || outcome.status == .failure)
    #expect(outcome.messages.contains(expected), "\(options): \(outcome.messages)")
  }

  @Test(arguments: [
    #"{"data": "../private.csv"}"#, #"{"data": "/etc/passwd"}"#, #"{"data": "link.csv"}"#,
    #"{"data": "own.csv", "labels": "../private.csv"}"#,
  ])
  func aConfigurationMayNotLeaveEither(text: String) throws {
    _ = try folder.file("docs/c.json", text)
    let outcome = try docs("\(Self.tiny) --config c.json -o a.svg")
    #expect(outcome.messages.contains("leaves the folder of the document"), "\(outcome.messages)")
    #expect(try !folder.contents.contains("docs/a.svg"))
  }

  @Test func whatIsInsideIsRead() throws {
    _ = try folder.file("docs/c.json", #"{"data": "own.csv", "steps": 5, "network": "mlp:8"}"#)
    for options in [
      "plot own.csv -o a.svg", "plot near.csv -o a.svg", "\(Self.tiny) --data ./own.csv -o a.svg",
      "--config c.json -o a.svg", "\(Self.tiny) --data up/docs/own.csv -o a.svg",
    ] {
      let outcome = try docs(options, "--force")
      #expect(outcome.status == .success, "\(options): \(outcome.messages)")
    }
  }

  @Test func allowOutsideLetsThemAll() throws {
    for options in [
      "plot ../private.csv -o a.svg", "plot link.csv -o ../b.svg",
      "\(Self.tiny) --data \(folder.path("private.csv")) -o c.svg",
      "--config ../private.json --samples 20 --steps 40 --network mlp:8 --batch 32 -o up/d.svg",
      "curve -o \(folder.path("e.svg"))",
    ] {
      let outcome = try docs(options, "--allow-outside")
      #expect(outcome.status == .success, "\(options): \(outcome.messages)")
    }
    #expect(try folder.contents.filter { $0.hasSuffix(".svg") }.contains("b.svg"))
  }

  @Test func aDocumentThatIsALinkToElsewhereIsNotRewritten() throws {
    let text = "<!-- lossviz: curve -o a.svg -->\n<!-- /lossviz -->\n"
    let target = try folder.file("elsewhere.md", text)
    let link = folder.path("docs/link.md")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let refused = Outcome("docs", "-q", link)
    #expect(refused.status == .misuse && refused.messages.contains("is a link to"))
    #expect(try String(decoding: readFile(target), as: UTF8.self) == text)
    // In a folder it is not even looked at.
    #expect(Outcome("docs", "--check", folder.path("docs")).status == .success)
    #expect(Outcome("docs", "-q", "--allow-outside", link).status == .success)
    #expect(try String(decoding: readFile(target), as: UTF8.self) != text)
    #expect(isLink(link))
  }

  @Test(arguments: [
    "--steps 10000000 --network mlp:4096,4096 --batch 4096 -o a.svg",
    "compare --steps 10000000 --network mlp:512,512 --batch 512 --m 0,0.1 -o a.png",
    "compare --seeds 1001 -o a.png", "compare --m 0:0.9:0.01 --seeds 100 -o a.png",
  ])
  func whatWouldTakeADayAsksFirst(options: String) throws {
    let outcome = try docs(options)
    #expect(outcome.status == .misuse && outcome.messages.contains("--yes"), "\(outcome.messages)")
  }

  @Test func yesLetsItTakeItsTime() throws {
    let options = "--steps 10000000 --network mlp:4096,4096 --batch 4096 -o a.svg"
    #expect(try docs(options, "--check", "--yes").status == .checkFailed)
    #expect(
      try docs("compare --seeds 1001 --classes 2 --samples 2 -o a.png", "--check", "--yes").status
        == .checkFailed)
  }
}
