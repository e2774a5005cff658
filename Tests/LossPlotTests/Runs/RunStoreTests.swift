import Glibc
import LossLab
import LossPlot
import Testing

struct RunStoreTests {
  private let scratch: Scratch
  private let store: RunStore
  private let recipe = Recipe(entries: [.init("m", .number(0.35))])

  init() throws {
    scratch = try Scratch()
    store = RunStore(folder: scratch.path, version: "1.2.3")
  }

  private func keep() throws { try store.keep(smallRun(), recipe: recipe, data: DataFacts()) }

  private var problem: String {
    guard case .unusable(let error) = store.find(recipe) else { return "" }
    return "\(error)"
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try readFile(path), as: UTF8.self)
  }

  private func write(_ text: String) throws {
    try writeWhole(Array(text.utf8), to: store.path(of: recipe))
  }

  @Test func aKeptRunIsFoundAgain() throws {
    guard case .nothing = store.find(recipe) else {
      Issue.record("found before it was kept")
      return
    }
    try keep()
    guard case .run(let run) = store.find(recipe) else {
      Issue.record("not found: \(problem)")
      return
    }
    #expect(run.parameters == smallRun().parameters)
  }

  @Test func anEditedNumberIsNotBelieved() throws {
    try keep()
    let text = try text(store.path(of: recipe))
    let edited = text.replacing("\"m\":0.375", with: "\"m\":0.3")
    #expect(edited != text)
    try write(edited)
    #expect(problem.contains("its checksum does not fit"))
  }

  @Test func whatHasNoChecksumIsNotBelieved() throws {
    try keep()
    try write("{" + text(store.path(of: recipe)).dropFirst(77))
    #expect(problem.contains("it has no checksum"))
  }

  @Test(arguments: ["", "{", "{}", "null", "\0"])
  func whatIsNoRunIsNotBelieved(text: String) throws {
    try write(text)
    #expect(!problem.isEmpty)
  }

  @Test func aRunThatWasCutShortIsNotBelieved() throws {
    try keep()
    let text = try text(store.path(of: recipe))
    for share in [2, 3, 10] {
      try write(String(text.prefix(text.count / share)))
      #expect(problem.contains("not JSON"))
    }
  }

  @Test func aRunOfAnotherTrainingOrVersionIsNotBelieved() throws {
    try keep()
    let path = store.path(of: recipe)
    let other = Recipe(entries: [.init("m", .number(0.2))])
    #expect(rename(path, store.path(of: other)) == 0)
    guard case .unusable(let error) = store.find(other) else {
      Issue.record("believed")
      return
    }
    #expect("\(error)".contains("of another training"))
    let later = RunStore(folder: scratch.path, version: "2.0.0")
    #expect(rename(store.path(of: other), later.path(of: recipe)) == 0)
    guard case .unusable(let older) = later.find(recipe) else {
      Issue.record("believed")
      return
    }
    #expect("\(older)".contains("of another version"))
  }

  @Test func aFolderOrPipeInTheWayIsSaidAndLeft() throws {
    #expect(mkdir(store.path(of: recipe), 0o700) == 0)
    #expect(problem.contains("in the way"))
    try keep()
    #expect(rmdir(store.path(of: recipe)) == 0)
    #expect(mkfifo(store.path(of: recipe), 0o600) == 0)
    #expect(problem.contains("in the way"))
    try keep()
    #expect(scratch.names().count == 1)
  }

  @Test func aFailureHasAChecksumToo() throws {
    try store.keepFailure(message: "it collapsed", hint: "lower --rate", recipe: recipe)
    guard case .failure("it collapsed", "lower --rate") = store.find(recipe) else {
      Issue.record("not found: \(problem)")
      return
    }
    let path = scratch.file(try #require(scratch.names().first))
    let edited = try text(path).replacing("collapsed", with: "went well")
    try writeWhole(Array(edited.utf8), to: path)
    #expect(problem.contains("its checksum does not fit"))
  }
}
