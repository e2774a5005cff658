import Foundation
import Testing

@testable import lossviz

private let tiny = ["--samples", "10", "--steps", "10", "--network", "mlp:8", "--batch", "16"]

struct ProgramTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func resultsGoToStandardOutputAndWordsToTheOther() throws {
    let result = try BuiltProgram(tiny, in: folder).run()
    #expect(result.status == 0)
    #expect(
      String(decoding: result.output, as: UTF8.self)
        == "output/cosface_m0.35_s16_seed1.png\n")
    #expect(result.messages.hasPrefix("cosface: 10 steps on 6 identities in "))
    #expect(try folder.contents == ["output", "output/cosface_m0.35_s16_seed1.png"])
  }

  @Test func quietLeavesOnlyErrors() throws {
    let result = try BuiltProgram(tiny + ["-q", "--m", "0.9"], in: folder).run()
    #expect(result.status == 0 && result.messages.isEmpty)
    let wrong = try BuiltProgram(["-q", "--m", "9"], in: folder).run()
    #expect(wrong.status == 2 && wrong.messages.hasPrefix("lossviz: error: --m"))
  }

  @Test func aPictureCanGoToStandardOutput() throws {
    let result = try BuiltProgram(tiny + ["-o", "-"], in: folder).run()
    #expect(result.status == 0)
    #expect(result.output.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try folder.contents.isEmpty)
  }

  @Test func aReaderThatLeavesIsNoError() throws {
    // The program starts when its reader has gone.
    let result = try BuiltProgram(
      ["list", "losses"],
      script:
        "mkfifo gone; (read line < gone; \"$0\" \"$@\"; echo \"status $?\" >&2)"
        + " | (exec 0<&-; echo > gone)", in: folder
    ).run()
    #expect(result.messages == "status 0\n")
  }

  @Test func aFullDiskIsSaid() throws {
    let result = try BuiltProgram(
      ["list", "losses"], script: "\"$0\" \"$@\" > /dev/full", in: folder
    ).run()
    #expect(result.status == 1)
    #expect(result.messages.contains("no space left"))
  }

  @Test func aPipeThatNobodyReadsToItsEndIsAnErrorAndNoCrash() throws {
    let result = try BuiltProgram(
      tiny + ["-q", "-o", "pipe"],
      script: "mkfifo pipe; (head -c 4 pipe > /dev/null) & \"$0\" \"$@\"; s=$?; wait; exit $s",
      in: folder
    ).run()
    #expect(result.status == 1 && !result.isSignal)
    #expect(
      result.messages.hasPrefix("lossviz: error: cannot write 'pipe': its reader has gone"))
  }

  @Test(arguments: ["/dev/full", "/proc/none/a.png"])
  func whatCannotBeWrittenIsSaid(path: String) throws {
    let result = try BuiltProgram(tiny + ["-q", "-o", path], in: folder).run()
    #expect(result.status == 1)
    #expect(result.messages.hasPrefix("lossviz: error: cannot write '\(path)': no s"))
    #expect(try folder.contents.isEmpty)
  }

  @Test func aDeviceTakesAPictureWithoutAFormat() throws {
    let result = try BuiltProgram(tiny + ["-q", "-o", "/dev/null"], in: folder).run()
    #expect(result.status == 0 && result.messages.isEmpty)
  }

  @Test func theTargetOfALinkIsReplacedAndTheLinkStays() throws {
    let result = try BuiltProgram(
      tiny + ["-q", "-o", "link.png"],
      script: "ln -s real.png link.png; \"$0\" \"$@\" && readlink link.png", in: folder
    ).run()
    #expect(result.status == 0)
    #expect(String(decoding: result.output, as: UTF8.self) == "link.png\nreal.png\n")
    let picture = try Data(contentsOf: folder.url.appending(path: "real.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func outputsThatAFolderCannotTakeAreRefusedBeforeTheTraining() throws {
    let result = try BuiltProgram(
      ["--steps", "10000000", "-o", "/proc/x/y.png"], in: folder
    ).run()
    #expect(result.status == 1)
    #expect(result.messages.hasPrefix("lossviz: error: cannot write '/proc/x/y.png'"))
  }

  @Test func closedStreamsDoNotEndUpInFiles() throws {
    let result = try BuiltProgram(
      tiny + ["-o", "a.png"], script: "\"$0\" \"$@\" >&- 2>&-", in: folder
    ).run()
    #expect(result.status == 0)
    let picture = try Data(contentsOf: folder.url.appending(path: "a.png"))
    #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func theSameCommandWritesTheSameBytesWhateverTheThreads() throws {
    let first = try BuiltProgram(tiny + ["-o", "-", "--threads", "1"], in: folder).run()
    let second = try BuiltProgram(tiny + ["-o", "-", "--threads", "2"], in: folder).run()
    #expect(first.status == 0 && first.output == second.output)
  }

  @Test func aConfigurationIsReadAndWhatRanksHigherWins() throws {
    _ = try folder.file("a.json", "{\"seed\": 7, \"steps\": 30, \"batch\": 8, \"bias\": false}")
    let result = try BuiltProgram(
      ["--config", "a.json", "--print-config", "--samples", "10", "--steps", "10"], in: folder,
      environment: ["LOSSVIZ_BATCH": "9"]
    ).run()
    #expect(result.status == 0)
    let text = String(decoding: result.output, as: UTF8.self)
    for line in ["\"seed\": 7,", "\"steps\": 10,", "\"batch\": 9,"] {
      #expect(text.contains("  \(line)\n"))
    }
  }
}
