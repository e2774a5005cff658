import Foundation
import LossPlot
import Testing

@testable import lossviz

/// Pictures that somebody wrote by hand.
struct HostileRecipeTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func picture(
    _ recipe: String, version: String = "\"\(Lossviz.version)\"", schema: String = "1"
  ) throws -> String {
    let document = #"{"schema": \#(schema), "version": \#(version), "recipe": \#(recipe)}"#
    let escaped = document.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return try folder.file(
      "p.svg", "<svg><metadata data-software=\"x\">\(escaped)</metadata></svg>")
  }

  private func replay(_ recipe: String) throws -> Outcome {
    Outcome("replay", try picture(recipe), "-o", folder.path("out/x.svg"))
  }

  @Test(arguments: [
    // Out of range, of the wrong kind, unknown.
    #"{"steps": 1000000000}"#, #"{"steps": "many"}"#, #"{"steps": true}"#, #"{"steps": [1, 2]}"#,
    #"{"steps": -1}"#, #"{"m": "x"}"#, #"{"loss": 7}"#, #"{"loss": ["cosface"], "loss ": 1}"#,
    #"{"samples": 1e300}"#, #"{"network": "mlp:65536,65536,65536,65536"}"#,
    #"{"bogus": 1}"#, #"{"data": {"a": 1}}"#, #"{"data": null}"#, #"[]"#, #"7"#,
    #"{"width": 1e12}"#, #"{"scale": 1e9}"#, #"{"classes": ["a"]}"#, #"{"classes": 1000000}"#,
    // What would write, or read from elsewhere.
    #"{"save-run": "escape.json"}"#, #"{"output": "escape.svg"}"#, #"{"config": "a.json"}"#,
    #"{"command": "compare", "runs": "escape"}"#, #"{"export-features": "escape.csv"}"#,
    #"{"data": "/etc/passwd"}"#, #"{"data": "../../x.csv"}"#, #"{"labels": "/etc/passwd"}"#,
    #"{"command": "plot", "features": ["/etc/passwd"]}"#, #"{"threads": 1024}"#,
    #"{"command": "figure", "figure": "../../x"}"#, #"{"command": "figure"}"#,
    #"{"data": ["identities", "/../../private.csv"]}"#, #"{"data": ["identities"]}"#,
    #"{"data": []}"#, #"{"data": "-"}"#, #"{"data": true}"#, #"{"data": 7}"#,
    #"{"data": "identities,"}"#, #"{"data": "identities", "labels": "-"}"#,
    #"{"command": "compare", "data": ["identities", "digits"]}"#,
    #"{"command": "figure", "figure": ["focal-curves", "published"]}"#,
    #"{"command": "figure", "figure": "all"}"#, #"{"command": "figure", "figure": "-"}"#,
    #"{"command": "figure", "figure": "cosface-toy", "data": ["identities", "/x"]}"#,
    #"{"from-run": "a.json"}"#, #"{"export-weights": "x.csv"}"#, #"{"format": "png"}"#,
    #"{"command": "figure", "figure": "focal-curves", "output": "escape"}"#,
    #"{"command": "curve", "config": "a.json"}"#, #"{"name": "x"}"#, #"{"snippet": "html"}"#,
    // A value of another kind, or a list where there is one.
    #"{"title": true}"#, #"{"title": ["a", "b"]}"#, #"{"theme": ["light", "dark"]}"#,
    #"{"steps": [7]}"#, #"{"network": false}"#, #"{"palette": ["a"]}"#, #"{"bias": "perhaps"}"#,
    #"{"m": 0.1, "m": 0.2}"#, #"{"clip": {"a": 1}}"#, #"{"seed": "--data=/etc/passwd"}"#,
    #"{"palette": "-o"}"#, #"{"classes": [["a"]]}"#,
    #"{"files": [{"name": "../x", "sha256": "0", "shape": [1]}]}"#,
    // What would take for ever.
    #"{"steps": 10000000, "network": "mlp:4096,4096", "batch": 4096}"#,
    #"{"command": "compare", "seeds": 1000000}"#, #"{"command": "compare", "m": "0:2:0.0000001"}"#,
    #"{"command": "compare", "m": "0:1:0.01", "seeds": 100}"#,
    #"{"command": "curve", "m": "0:1:0.00001"}"#,
    // Other commands.
    #"{"command": "docs"}"#, #"{"command": "replay"}"#, #"{"command": 3}"#, #"{"command": "list"}"#,
    #"{"figure": "focal-curves"}"#, #"{"help": true}"#, #"{"yes": true}"#,
  ])
  func aHostileRecipeIsAnErrorAndWritesNothing(recipe: String) throws {
    let outcome = try replay(recipe)
    #expect(outcome.status == .failure || outcome.status == .misuse, "\(recipe)")
    #expect(outcome.messages.hasPrefix("lossviz: error: "), "\(outcome.messages)")
    #expect(try folder.contents == ["p.svg"], "\(recipe)")
  }

  /// A list was joined with commas to a path, and began with the name of made data.
  @Test func aListIsNoWayToAFileThatNobodyGave() throws {
    let rows = (0..<60).map { "c\($0 % 3),\(($0 % 3) * 9 + $0 % 4),\(9 - $0 % 5)\n" }.joined()
    let hidden = try folder.file("private.csv", rows)
    _ = try folder.file("work/identities,/x", "")
    let data = "[\"identities\", \"/../../private.csv\"]"
    let path = try picture("{\"data\": \(data), \"steps\": 5}")
    let outcome = Outcome("replay", path, "-q", "-o", folder.path("out.svg"))
    #expect(outcome.status == .failure && outcome.messages.contains("expected one name of data"))
    // Given by the person, it is read.
    let given = Outcome(
      "replay", path, "--data", hidden, "-q", "--network", "mlp:8", "-o", folder.path("out.svg"))
    #expect(given.status == .success, "\(given.messages)")
  }

  /// A word beside the data is a column only where no file could be meant by it.
  @Test func aWordThatIsAFileIsAskedFor() throws {
    let rows = (0..<60).map { "c\($0 % 3),\(($0 % 3) * 9 + $0 % 4),\(9 - $0 % 5)\n" }.joined()
    let data = try folder.file("x.csv", "who,x,y\n" + rows)
    func replay(_ labels: String) throws -> Outcome {
      let recipe = #"{"command": "plot", "features": ["x.csv"], "labels": ["\#(labels)"]}"#
      return Outcome(
        "replay", try picture(recipe), "--data", data, "-q", "-o", folder.path("out.svg"))
    }
    #expect(try replay("who").status == .success)
    // The tests run in the folder of the package.
    for word in ["README.md", "Package.swift", "Sources", "-", "../x", "/etc/passwd"] {
      let outcome = try replay(word)
      #expect(outcome.status == .failure, "\(word)")
      #expect(outcome.messages.contains("give it with --labels PATH"), "\(outcome.messages)")
    }
  }

  @Test func deepJSONIsRefused() throws {
    let deep = String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
    #expect(try replay("{\"m\": \(deep)}").status == .failure)
    #expect(try Outcome("inspect", picture("{\"m\": \(deep)}")).status == .failure)
  }

  @Test func aLongListIsRefused() throws {
    let list = "[" + Array(repeating: "0.1", count: 5_000).joined(separator: ",") + "]"
    #expect(try replay("{\"command\": \"compare\", \"m\": \(list)}").status == .misuse)
  }

  @Test func controlCharactersDoNotReachTheTerminal() throws {
    let outcome = try replay(#"{"a\u001b[2J": 1}"#)
    #expect(!outcome.messages.contains("\u{1B}"))
  }

  @Test func aNewerOrUnknownVersionIsSaid() throws {
    func said(_ version: String) throws -> Outcome {
      Outcome("inspect", try picture(#"{"m": 0.2}"#, version: version))
    }
    let newer = try said("\"9.0.0\"")
    #expect(newer.status == .success)
    #expect(newer.messages.contains("from lossviz 9.0.0, newer than this \(Lossviz.version)"))
    #expect(try said("\"0.0.1\"").messages.contains("older than this"))
    for version in ["\"x\"", "7", "null", "\"1.2\"", "\"0.1.0.\""] {
      #expect(try said(version).messages.contains("does not say which version"), "\(version)")
    }
    #expect(try said("\"\(Lossviz.version)\"").messages.isEmpty)
    let replayed = Outcome(
      "replay", try picture(#"{"future": 1}"#, version: "\"9.0.0\""), "-o", folder.path("x.svg"))
    #expect(replayed.status == .misuse && replayed.messages.contains("9.0.0"))
  }

  @Test func anUnknownSchemaIsAnError() throws {
    for schema in ["2", "\"1\"", "null"] {
      let outcome = Outcome("inspect", try picture("{}", schema: schema))
      #expect(outcome.status == .failure && outcome.messages.contains("schema"))
    }
  }

  @Test func whatCarriesNoRecipeIsSaid() throws {
    let plain = folder.path("plain.png")
    _ = Outcome("curve", "-q", "--no-metadata", "-o", plain)
    for command in ["inspect", "replay"] {
      let outcome = Outcome(command, plain)
      #expect(outcome.status == .failure && outcome.messages.contains("carries no recipe"))
      #expect(Outcome(command, folder.path("nothing.png")).status == .failure)
      #expect(Outcome(command, try folder.file("t.txt", "no picture")).status == .failure)
    }
    let whole = folder.path("whole.png")
    _ = Outcome("curve", "-q", "-o", whole)
    let cut = try folder.file("cut.png", Array(readFile(whole).dropLast(100)))
    #expect(Outcome("replay", cut).messages.contains("cut short"))
  }
}

struct InspectTests {
  @Test func theRecipeIsAConfiguration() throws {
    let folder = try TemporaryFolder()
    let words = ["--samples", "20", "--steps", "20", "--loss", "arcface", "-q", "-o"]
    _ = Outcome(words: words + [folder.path("a.svg")])
    let recipe = Outcome("inspect", folder.path("a.svg"))
    #expect(recipe.status == .success && recipe.messages.isEmpty)
    #expect(recipe.output.hasPrefix("{\n  \"loss\": \"arcface\",\n  \"m\": 0.5,"))
    let config = try folder.file("a.json", recipe.output)
    _ = Outcome("--config", config, "-q", "-o", folder.path("b.svg"))
    #expect(try readFile(folder.path("a.svg")) == readFile(folder.path("b.svg")))
  }

  @Test func theRecipeOfACurveIsAConfigurationOfCurve() throws {
    let folder = try TemporaryFolder()
    _ = Outcome("curve", "--loss", "arcface", "-q", "-o", folder.path("a.svg"))
    let config = try folder.file("a.json", Outcome("inspect", folder.path("a.svg")).output)
    _ = Outcome("curve", "--config", config, "-q", "-o", folder.path("b.svg"))
    #expect(try readFile(folder.path("a.svg")) == readFile(folder.path("b.svg")))
    let wrong = Outcome("--config", config)
    #expect(wrong.status == .misuse && wrong.messages.contains("lossviz curve --config"))
  }

  @Test func theWholeDocumentIsThereForOtherPrograms() throws {
    let folder = try TemporaryFolder()
    _ = Outcome("curve", "-q", "-o", folder.path("a.pdf"))
    let outcome = Outcome("inspect", "--json", folder.path("a.pdf"))
    guard
      case .object(let document) = try JSONValue(parsing: Array(outcome.output.utf8), path: "out")
    else {
      Issue.record("no document in \(outcome.output)")
      return
    }
    #expect(document["version"] == .text(Lossviz.version) && document["schema"] == 1)
    #expect(document["description"] != .text(""))
  }
}
