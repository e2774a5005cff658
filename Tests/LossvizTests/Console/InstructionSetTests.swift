import Foundation
import LossLab
import Testing

@testable import lossviz

struct InstructionSetTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func aPictureDoesNotDependOnTheInstructionSet() throws {
    let words = ["-q", "--samples", "20", "--steps", "30", "--network", "mlp:8", "-o"]
    var pictures: [Data] = []
    for kernels in Kernels.allCases where kernels.isSupported {
      let name = "\(kernels.rawValue).png"
      let result = try BuiltProgram(
        words + [name], in: folder, environment: ["LOSSVIZ_ISA": kernels.rawValue]
      ).run()
      #expect(result.status == 0, "\(result.messages)")
      pictures.append(try Data(contentsOf: folder.url.appending(path: name)))
    }
    #expect(pictures.count >= 2 && Set(pictures).count == 1)
  }

  @Test func anInstructionSetThatDoesNotExistIsMisuse() {
    let outcome = Outcome("--version", environment: ["LOSSVIZ_ISA": "avx3"])
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("LOSSVIZ_ISA cannot be 'avx3': it takes swift, baseline"))
    #expect(outcome.messages.contains("did you mean avx2"))
  }
}
