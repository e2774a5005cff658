import LossPlot
import Testing

@testable import lossviz

private func name(_ template: String?, _ entries: [Recipe.Entry], usual: Int? = nil) throws
  -> String
{
  try Recipe(entries: entries).fileName(template: template, usualClasses: usual)
}

private let cosface: [Recipe.Entry] = [
  .init("loss", .word("cosface")), .init("m", .number(0.35)), .init("s", .number(16)),
  .init("data", .word("identities")), .init("classes", .number(6)), .init("seed", .number(1)),
]

private let softmax: [Recipe.Entry] = [
  .init("loss", .word("softmax")), .init("data", .word("digits")),
  .init("classes", .list([.word("0"), .word("3")])), .init("seed", .number(1)),
]

struct NameTemplateTests {
  @Test func theStandardNameSaysWhatIsNotUsual() throws {
    #expect(try name(nil, cosface, usual: 6) == "cosface_m0.35_s16_seed1")
    #expect(try name(nil, cosface, usual: 8) == "cosface_identities-6_m0.35_s16_seed1")
    #expect(try name(nil, softmax, usual: 10) == "softmax_digits-0-3_seed1")
  }

  @Test func whatALossLacksDropsOutWithItsPrefix() throws {
    #expect(try name("{loss}_m{m}_s{s}-x", softmax) == "softmax-x")
  }

  @Test func aNameDoesNotBeginWithASeparator() throws {
    #expect(try name("{m}_{loss}", softmax) == "softmax")
    #expect(try name("run-{loss}", softmax) == "run-softmax")
  }

  @Test func aFolderInTheTemplateStaysAndOneInAValueDoesNot() throws {
    let title: [Recipe.Entry] = [.init("title", .word("a/b c"))]
    #expect(try name("pictures/{title}", title) == "pictures/a-b-c")
  }

  @Test(arguments: ["{loss", "loss}", "{lss}", "{}", "{m}"])
  func whatIsNoTemplateIsMisuse(template: String) {
    #expect(throws: UsageError.self) { try name(template, softmax) }
  }

  @Test func anUnknownPlaceholderNamesTheNearest() {
    do {
      _ = try name("{los}", softmax)
      Issue.record("no error")
    } catch {
      #expect((error as? UsageError)?.hint == "did you mean {loss}?")
    }
  }
}
