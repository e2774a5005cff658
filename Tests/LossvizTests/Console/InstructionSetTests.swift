import Foundation
import LossLab
import Testing

@testable import lossviz

struct InstructionSetTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func picture(_ kernels: Kernels) throws -> Data {
    let name = "\(kernels.rawValue).png"
    let result = try BuiltProgram(
      ["-q", "--samples", "20", "--steps", "30", "--network", "mlp:8", "-o", name], in: folder,
      environment: ["LOSSVIZ_ISA": kernels.rawValue]
    ).run()
    #expect(result.status == 0, "\(result.messages)")
    return try Data(contentsOf: folder.url.appending(path: name))
  }

  @Test func theBaselineDrawsThePictureOfThePlainLoops() throws {
    #expect(try picture(.baseline) == picture(.swift))
  }

  @Test(.enabled(if: Kernels.avx2.isSupported, "this processor has no AVX2"))
  func withAVX2ThePictureIsTheSame() throws {
    #expect(try picture(.avx2) == picture(.baseline))
  }

  @Test(.enabled(if: Kernels.avx512.isSupported, "this processor has no AVX-512"))
  func withAVX512ThePictureIsTheSame() throws {
    #expect(try picture(.avx512) == picture(.baseline))
  }

  @Test func anInstructionSetThatDoesNotExistIsMisuse() {
    let outcome = Outcome("--version", environment: ["LOSSVIZ_ISA": "basline"])
    #expect(outcome.status == .misuse)
    #expect(outcome.messages.contains("LOSSVIZ_ISA cannot be 'basline': it takes swift"))
    #expect(outcome.messages.contains("did you mean baseline"))
  }

  @Test(arguments: Kernels.allCases)
  func anInstructionSetIsUsedOrSaidToBeMissing(kernels: Kernels) throws {
    let word = kernels.rawValue.uppercased()
    let result = try BuiltProgram(
      ["--version"], in: folder, environment: ["LOSSVIZ_ISA": word]
    ).run()
    #expect(result.status == (kernels.isSupported ? 0 : 2))
    #expect(
      result.messages.isEmpty
        || result.messages.contains("LOSSVIZ_ISA cannot be '\(word)': it takes swift"))
  }
}
