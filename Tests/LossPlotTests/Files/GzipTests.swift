import LossPlot
import Testing

@testable import LossFiles
@testable import LossScene

struct GzipTests {
  private func read(_ bytes: [UInt8], limit: Int = 1 << 30) throws -> [UInt8] {
    try ByteStream(RawBytes(bytes, name: "x")).rest(limit: limit)
  }

  private let text = Array("margins, margins and margins".utf8)

  @Test func gzipIsKnownByItsFirstBytes() throws {
    let scratch = try Scratch()
    let path = try scratch.write(deflated(text), to: "no-ending")
    #expect(try readFile(path) == text)
    let plain = try scratch.write(text, to: "plain.gz")
    #expect(try readFile(plain) == text)
  }

  @Test func membersFollowOneAnother() throws {
    #expect(try read(deflated(text) + deflated([]) + deflated([1, 2])) == text + [1, 2])
  }

  @Test func zerosAfterTheEndArePadding() throws {
    #expect(try read(deflated(text) + [0, 0, 0]) == text)
  }

  @Test func otherBytesAfterTheEndAreNamedByTheirPlace() throws {
    let whole = deflated(text)
    #expect {
      try read(whole + [7])
    } throws: { error in
      "\(error)" == "'x', byte \(whole.count): other bytes follow the gzip data"
    }
  }

  @Test func everyTruncationIsAnError() throws {
    let whole = deflated(text)
    for count in 2..<whole.count {
      #expect {
        try read(Array(whole[..<count]))
      } throws: { error in
        "\(error)" == "'x', byte \(count): ends in the middle of the gzip data"
      }
    }
  }

  @Test func aDamagedChecksumIsAnError() throws {
    let whole = deflated(text)
    let place = whole.count - 8
    #expect(throws: FileError.self) {
      try read(damaged(whole, at: place, to: whole[place] ^ 1))
    }
  }

  @Test func aBombIsAnErrorAndNotMemory() throws {
    var bomb: [UInt8] = []
    let megabytes = deflated([UInt8](repeating: 0, count: 1 << 24))
    for _ in 0..<17 { bomb += megabytes }
    let stream = try ByteStream(RawBytes(bomb, name: "x"))
    #expect(throws: FileError.self) { while try !stream.chunk().isEmpty {} }
    #expect(stream.position >= Inflater.freeSize)
  }

  @Test func aLimitIsKept() throws {
    #expect(try read(text, limit: text.count) == text)
    #expect(throws: FileError.self) { try read(text, limit: text.count - 1) }
    #expect(throws: FileError.self) { try read(deflated(text), limit: text.count - 1) }
  }

  @Test func emptyAndVeryShortFilesAreRead() throws {
    #expect(try read([]) == [])
    #expect(try read([0x1f]) == [0x1f])
  }

  @Test func messagesForPathsArePlain() throws {
    let scratch = try Scratch()
    #expect {
      try readFile(scratch.file("none"))
    } throws: { "\($0)" == "cannot read '\(scratch.file("none"))': no such file or folder" }
    #expect {
      try readFile(scratch.path)
    } throws: { "\($0)" == "cannot read '\(scratch.path)': it is a folder" }
    #expect(throws: FileError.self) { try readFile("") }
    #expect(throws: FileError.self) { try readFile("a\0b") }
  }
}
