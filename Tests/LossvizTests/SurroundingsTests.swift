import Foundation
import Testing

@testable import lossviz

private let tiny = ["--samples", "10", "--steps", "10", "--network", "mlp:8", "-q"]

/// Whether that line of `sh` ends well here.
private func can(_ line: String) -> Bool {
  guard let folder = try? TemporaryFolder(),
    let result = try? BuiltProgram([], script: line, in: folder).run()
  else { return false }
  return result.status == 0
}

/// The program where the system lacks something or gives little of it.
struct SurroundingsTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ script: String, _ words: [String]) throws -> BuiltProgram.Result {
    try BuiltProgram(words, script: script, in: folder).run()
  }

  private func isPNG(_ bytes: Data) -> Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }

  /// That it ends as a program that says what is wrong, not by a trap.
  private func expectMessage(_ result: BuiltProgram.Result, _ line: String) {
    #expect(result.status == 1 && !result.isSignal, "\(line): \(result.messages)")
    #expect(result.messages.hasPrefix("lossviz: error: "), "\(line): \(result.messages)")
    #expect(result.messages.contains("\n  hint: "), "\(line)")
    #expect(!result.messages.contains("Fatal error"), "\(line)")
  }

  @Test(
    .enabled(
      if: can("unshare -m mount -t tmpfs none /proc"), "nothing can be mounted here"),
    arguments: ["/proc", "/proc /sys", "/proc /sys /tmp /run"])
  func nothingIsWantedOfWhatTheSystemMounts(places: String) throws {
    // Whoever builds below /tmp keeps what is built.
    let hide =
      "for p in \(places); do case $0 in $p/*) ;; *) mount -t tmpfs none $p ;; esac; done;"
      + " exec \"$0\" \"$@\""
    let result = try run("exec unshare -m sh -c '\(hide)' \"$0\" \"$@\"", ["--version"])
    #expect(String(decoding: result.output, as: UTF8.self) == "lossviz \(Lossviz.version)\n")
    let picture = try run("exec unshare -m sh -c '\(hide)' \"$0\" \"$@\"", tiny + ["-o", "-"])
    #expect(picture.status == 0 && isPNG(picture.output), "\(picture.messages)")
  }

  @Test(arguments: [
    "exec env -i \"$0\" \"$@\"", "exec \"$0\" \"$@\" < /dev/null 2>&-", "exec \"$0\" \"$@\" <&-",
    "mkdir gone; cd gone; rmdir ../gone; exec \"$0\" \"$@\"",
    "exec env TMPDIR=/nowhere HOME=/nowhere \"$0\" \"$@\"", "exec env -u HOME \"$0\" \"$@\"",
    "bash -c 'exec -a \"\" \"$0\" \"$@\"' \"$0\" \"$@\"",
  ])
  func aPictureNeedsNothingAround(script: String) throws {
    let result = try run(script, tiny + ["-o", "-"])
    #expect(result.status == 0 && isPNG(result.output), "\(result.messages)")
  }

  @Test(arguments: [32, 64, 128, 512])
  func aSmallStackIsEnough(kilobytes: Int) throws {
    let result = try run("ulimit -s \(kilobytes); exec \"$0\" \"$@\"", tiny + ["-o", "-"])
    #expect(result.status == 0 && isPNG(result.output), "\(result.messages)")
  }

  @Test(
    .enabled(
      if: getuid() == 0 && can("setpriv --reuid 65534 --clear-groups test -x \"$0\""),
      "only root can become somebody without threads"),
    arguments: [
      ["-o", "-"], ["--theme", "both", "-o", "-", "--format", "svg", "--theme", "dark"],
    ])
  func withoutThreadsItWorksAlone(words: [String]) throws {
    let alone = "exec setpriv --reuid 65534 --clear-groups prlimit --nproc=1 \"$0\" \"$@\""
    let result = try run(alone, tiny + words)
    #expect(result.status == 0, "\(result.messages)")
    #expect(try run("exec \"$0\" \"$@\"", tiny + words).output == result.output)
    let stack =
      "exec setpriv --reuid 65534 --clear-groups prlimit --nproc=1 --stack=65536 \"$0\" \"$@\""
    expectMessage(try run(stack, tiny + words), stack)
  }

  /// From just above what starting takes to what is enough for most.
  @Test(arguments: [60, 90, 120, 200])
  func tooLittleMemoryIsSaid(megabytes: Int) throws {
    let features = (0..<500).map { "\($0 % 3),\($0),\($0 * $0 % 97)\n" }.joined()
    _ = try folder.file("f.csv", features)
    let lines: [[String]] = [
      tiny + ["-o", "a.pdf"], tiny + ["-o", "a.png", "--scale", "10"],
      tiny + ["--batch", "15000", "--loss", "triplet", "-o", "c.png"],
      ["plot", "f.csv", "-q", "-o", "d.png"],
      ["compare", "--m", "0,0.1", "--jobs", "4", "-o", "g.png"] + tiny,
    ]
    for words in lines {
      let result = try run(
        "ulimit -v \(megabytes << 10); \"$0\" \"$@\"; s=$?; rm -rf output; exit $s", words)
      let isRefused = result.messages.contains("error while loading shared libraries")
      if result.status == 0 || isRefused { continue }
      expectMessage(result, "\(megabytes) MB: \(words)")
    }
  }

  @Test func sizesThatDoNotFitAreRefusedWithTheirNumberBeforeTheTraining() throws {
    let result = try run(
      "ulimit -v 500000; exec \"$0\" \"$@\"",
      ["--network", "mlp:8000,8000", "--steps", "2", "--samples", "5", "-o", "m.svg"])
    expectMessage(result, "mlp:8000,8000")
    #expect(
      result.messages.contains(
        "1.0 GB of memory are needed for these sizes, and this process may take only"))
    #expect(try folder.contents.isEmpty)
  }

  /// Holes of a file take no room on the disk: 400 MB of zeros.
  private func sparseArray(_ name: String) throws {
    let keys = "{'descr': '<f4', 'fortran_order': False, 'shape': (100000, 1000), }"
    let header = keys + String(repeating: " ", count: 117 - keys.count) + "\n"
    let path = try folder.file(
      name, [0x93] + Array("NUMPY\u{1}\u{0}\u{76}\u{0}".utf8) + Array(header.utf8))
    truncate(path, 128 + 400_000_000)
  }

  @Test(arguments: [["plot"], ["--data"]])
  func anArrayThatDoesNotFitIsRefusedBeforeItIsRead(command: [String]) throws {
    try sparseArray("x.npy")
    _ = try folder.file("y.txt", (0..<100_000).map { "\($0 % 3)\n" }.joined())
    let result = try run(
      "ulimit -v 300000; exec \"$0\" \"$@\"", command + ["x.npy", "--labels", "y.txt", "-q"])
    expectMessage(result, "\(command)")
    #expect(
      result.messages.contains(
        "'x.npy': about 400 MB of memory are needed for the 100000 × 1000 array"))
  }

  @Test(arguments: [
    ["-o", "a/b.png"], ["-o", "a.svg"], ["-o", "a.pdf"], ["--export-features", "f.csv"],
    ["--save-run", "r.json"],
  ])
  func aFileThatMayNotBeSoLargeIsSaidAndNothingIsLeft(words: [String]) throws {
    let result = try run(
      "ulimit -f 1; exec \"$0\" \"$@\"", tiny + ["--samples", "100"] + words)
    expectMessage(result, "\(words)")
    #expect(result.messages.contains("larger than files may be here"))
    // A second output may have been written whole before the one that failed.
    #expect(try folder.contents.allSatisfy { !$0.contains("~") && $0 != "a" })
  }

  @Test(arguments: [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
  ])
  func aSignalEndsTrainingAndLeavesNothing(signal: Int32) throws {
    let result = try BuiltProgram(
      ["--samples", "10", "--steps", "10000000", "-v", "-o", "a.png"], in: folder
    ).run(sending: [signal])
    #expect(result.status == 128 + signal && !result.isSignal)
    #expect(result.output.isEmpty)
    #expect(try folder.contents.isEmpty)
  }

  @Test(arguments: [(SIGHUP, "HUP"), (SIGINT, "INT"), (SIGQUIT, "QUIT")])
  func aSignalThatWasToBeIgnoredIs(signal: Int32, name: String) throws {
    let result = try BuiltProgram(
      ["--samples", "10", "--steps", "10000000", "-v", "-o", "a.png"],
      script: "trap '' \(name); exec \"$0\" \"$@\"", in: folder
    ).run(sending: [signal, SIGTERM])
    #expect(result.status == 143 && !result.isSignal)
  }
}
