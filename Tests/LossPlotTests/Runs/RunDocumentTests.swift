import LossLab
import LossPlot
import Testing

@testable import LossScene

struct RunDocumentTests {
  private func document(_ change: (inout Run) -> Void = { _ in }) throws -> String {
    var run = smallRun()
    change(&run)
    let facts = DataFacts(files: [.init(name: "x.csv", sha256: "ab", shape: [4, 2])])
    let document = RunDocument(run: run, recipe: ["m": 0.35, "title": "nan"], data: facts)
    return String(decoding: try document.bytes(version: "0.1.0"), as: UTF8.self)
  }

  private func read(_ text: String) throws -> RunDocument {
    try RunDocument(parsing: Array(text.utf8), path: "run.json")
  }

  private func message(_ text: String) -> String {
    do {
      _ = try read(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test func aRunComesBackToTheBit() throws {
    let run = smallRun()
    let back = try read(document()).run
    #expect(back.facts == run.facts)
    #expect(back.settings == run.settings)
    #expect(back.options == run.options)
    #expect(back.parameters == run.parameters)
    #expect(back.parameters.weights.elements[5].sign == .minus)
    #expect(back.metrics == run.metrics)
    #expect(back.bounds == run.bounds)
    #expect(back.boundaries == run.boundaries)
    #expect(back.history == run.history)
    #expect(back.warnings == run.warnings && !run.warnings.isEmpty)
    for (own, other) in [(run.train, back.train), (run.test, back.test)] {
      #expect(own.features == other.features)
      #expect(own.labels == other.labels)
      #expect(own.predicted == other.predicted)
    }
    #expect(back.snapshots[0].features == run.snapshots[0].features)
    #expect(back.snapshots[0].parameters == run.snapshots[0].parameters)
    #expect(back.snapshots[0].step == 3)
  }

  @Test func writingAgainGivesTheSameBytes() throws {
    let first = try document()
    let again = try read(first).bytes(version: "0.1.0")
    #expect(String(decoding: again, as: UTF8.self) == first)
  }

  @Test func aChangedByteIsSeenByTheChecksum() throws {
    let text = try document()
    #expect(text.hasPrefix("{\"sha256\":\""))
    #expect(try read(text).seal == .intact)
    #expect(try read(text).version == "0.1.0")
    for (old, new) in [
      ("\"m\":0.375", "\"m\":0.376"), ("\"rows\":4", "\"rows\": 4"), ("\n", " \n"),
      ("{\"sha256\":", "{ \"sha256\":"),
    ] {
      #expect(text.contains(old))
      #expect(try read(text.replacing(old, with: new)).seal == .broken, "\(new)")
    }
    // The first digit of the checksum itself.
    var bytes = Array(text.utf8)
    bytes[11] = bytes[11] == 48 ? 49 : 48
    #expect(try RunDocument(parsing: bytes, path: "r").seal == .broken)
    // Moved to the end, or without its digits.
    let head = text.prefix(77)
    let bare = "{" + text.dropFirst(77)
    let moved = bare.dropLast(2) + "," + head.dropFirst().dropLast() + "}\n"
    #expect(try read(String(moved)).seal == .broken)
    #expect(try read("{\"sha256\":7," + text.dropFirst(77)).seal == .broken)
    #expect(try read(bare).seal == .missing)
  }

  @Test func theTimeIsNotInTheFile() throws {
    #expect(try document { $0.trainingSeconds = 1 } == document { $0.trainingSeconds = 2 })
  }

  @Test func recipeAndDataComeBack() throws {
    let back = try read(document())
    #expect(back.recipe == ["m": 0.35, "title": "nan"])
    #expect(back.data.files == [.init(name: "x.csv", sha256: "ab", shape: [4, 2])])
  }

  @Test func randomDoublesComeBackToTheBit() throws {
    var generator = SplitMix64(seed: 3)
    var values: [Double] = []
    while values.count < 1000 {
      let value = Double(bitPattern: generator.next())
      if value.isFinite { values.append(value) }
    }
    let text = try document {
      $0.train = FeatureSet(
        features: Matrix(rows: 500, columns: 2, elements: values),
        labels: Array(repeating: 0, count: 500), predicted: Array(repeating: 1, count: 500))
    }
    let back = try read(text).run.train.features.elements
    #expect(back.map { $0.bitPattern } == values.map { $0.bitPattern })
  }

  @Test func metricsThatAreNotNumbersComeBack() throws {
    let back = try read(
      document {
        $0.metrics.normCV = .nan; $0.metrics.loss = .infinity
      })
    #expect(back.run.metrics.normCV.isNaN && back.run.metrics.loss == .infinity)
  }

  @Test(arguments: [
    ("\"kind\":\"lossviz run\"", "\"kind\":\"other\"", "'run.json': not a saved run"),
    ("\"schema\":2", "\"schema\":3", "schema: expected 2, found 3"),
    ("\"labels\":[0,1,2,0]", "\"labels\":[0,1,2,3]", "train.labels: a class that is not there"),
    ("\"labels\":[0,1,2,0]", "\"labels\":[0,1,2]", "train.labels: 3 for 4 features"),
    ("\"labels\":[0,1,2,0]", "\"labels\":[0,1,2,0.5]", "train.labels[3]: expected a whole number"),
    ("\"rows\":4", "\"rows\":-4", "train.features: 8 values for -4 × 2"),
    ("\"rows\":4", "\"rows\":4611686018427387904", "train.features: 8 values"),
    ("\"rows\":4", "\"rows\":99999999999999999999", "rows: expected a whole number"),
    ("\"loss\":\"arcface\"", "\"loss\":\"arkface\"", "facts.loss: unknown loss 'arkface'"),
    (
      "\"variant\":\"easy\"", "\"variant\":\"hard\"",
      "settings.variant: expected monotone, continuous"
    ),
    ("\"variant\":\"easy\"", "\"other\":1", "settings.variant: missing"),
    ("\"variant\":\"easy\"", "\"variant\":[]", "settings.variant: a value that does not fit"),
    ("\"m\":0.375", "\"m\":1e300", "settings.m: 1e+300 is not"),
    ("\"m\":0.375", "\"m\":\"nan\"", "settings.m: expected a number"),
    ("\"annealing\":0.25", "\"annealing\":\"inf\"", "settings.annealing: not a finite number"),
    ("\"first\":0", "\"first\":7", "boundaries[0]: a class that is not there"),
    ("\"dimensions\":2", "\"dimensions\":3", "test.features: 2 columns for 3 dimensions"),
    ("\"bias\":[1,2,5e-324]", "\"bias\":[1,2]", "parameters.bias: not one a class"),
    ("\"step\":[0,9]", "\"step\":[0]", "history: columns of different lengths"),
    ("\"warnings\":[", "\"warnings\":[3,", "warnings[0]: expected a text"),
  ])
  func whatDoesNotFitIsNamedByItsKey(old: String, new: String, expected: String) throws {
    let text = try document()
    try #require(text.contains(old))
    let changed = message(text.replacing(old, with: new, maxReplacements: 1))
    #expect(changed.contains(expected), "\(changed)")
  }

  @Test(arguments: [
    ("", "line 1: not JSON: the document is empty"),
    ("{\n\"a\": 1,\n3}", "line 3: not JSON: expected a key in quotes"),
    ("{\"kind\": \"lossviz run\", \"schema\": 2}", "'version' is missing"),
    ("[1]", "expected an object"), ("{\"a\": tru}", "line 1: not JSON: expected a value"),
    (String(repeating: "[", count: 100_000), "more than 100 deep in one another"),
    ("{\"kind\": 1e999}", "line 1: not JSON: '1e999' is larger than any number"),
  ])
  func whatIsNotARunIsNamedByItsLine(text: String, expected: String) {
    #expect(message(text).contains(expected), "\(message(text))")
  }
}

struct RunReportTests {
  private func report() -> [String: JSONValue] {
    let report = RunReport(
      run: smallRun(), recipe: ["loss": "cosface"], version: "0.1.0", outputs: ["a.png"],
      timing: .init(data: 1, train: 2, draw: 3, total: 6))
    guard case .object(let object) = report.document else { return [:] }
    return object
  }

  private func value(_ path: String) -> JSONValue? {
    var value = JSONValue.object(report())
    for key in path.split(separator: ".").map(String.init) {
      switch value {
      case .object(let object):
        guard let next = object[key] else { return nil }
        value = next
      case .list(let list):
        guard let index = Int(key), index < list.count else { return nil }
        value = list[index]
      case .null, .bool, .number, .text: return nil
      }
    }
    return value
  }

  private func number(_ path: String) -> Double {
    if case .number(let number) = value(path) { number } else { .nan }
  }

  @Test func theKeysAreThoseOfTheContract() {
    #expect(
      report().keys.sorted() == [
        "boundaries", "bounds", "classes", "history", "metrics", "outputs", "recipe", "schema",
        "timing", "version", "warnings",
      ])
    #expect(value("schema") == 1)
    #expect(value("recipe") == ["loss": "cosface"])
    #expect(value("outputs") == ["a.png"])
    #expect(value("timing") == ["data": 1, "train": 2, "draw": 3, "total": 6])
    if case .object(let metrics) = value("metrics") {
      #expect(
        metrics.keys.sorted() == [
          "angularFisherScore", "collapsed", "gap", "inter", "intra", "intra95", "loss", "minGap",
          "minInter",
          "normCV", "testAccuracy", "testAccuracyCosine", "trainAccuracy", "violations",
        ])
    } else {
      Issue.record("metrics is an object")
    }
  }

  @Test func anglesAreDegrees() {
    #expect(abs(number("metrics.intra") - 30) < 1e-12)
    #expect(abs(number("metrics.gap") + 1) < 1e-12)
    #expect(abs(number("history.1.intra") - 90) < 1e-12)
    #expect(abs(number("classes.0.angle") - 90) < 1e-12)
    #expect(abs(number("classes.1.angle") - 180) < 1e-12)
    #expect(abs(number("boundaries.0.inference") - 2.25 * 180 / .pi) < 1e-12)
    #expect(abs(number("boundaries.0.width") - 0.5 * 180 / .pi) < 1e-12)
  }

  @Test func whatCannotBeSaidIsNull() {
    #expect(value("bounds.mMax") == .null)
    #expect(value("boundaries.1.inference") == .null)
    #expect(value("boundaries.1.margin.0") == .null)
    #expect(value("boundaries.1.width") == .null)
    #expect(number("boundaries.1.margin.1") > 0)
  }

  @Test func classesHaveTheirMeanFeatureForACenter() {
    // Class 0 has the rows 0 and 3 of the training: (−1, −0.9) and (−0.4, −0.3).
    #expect(abs(number("classes.0.center.0") + 0.7) < 1e-12)
    #expect(abs(number("classes.0.center.1") + 0.6) < 1e-12)
    #expect(value("classes.1.weight") == [-1, 0])
    #expect(value("classes.1.bias") == 2)
    #expect(value("classes.2.name") == "θ")
  }
}
