import LossPlot
import Testing

@testable import LossFiles
@testable import LossScene

struct SHA256Tests {
  // NIST, "Examples with Intermediate Values", SHA-256, and the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownMessagesHaveKnownDigests(message: String, digest: String) {
    #expect(SHA256.hex(of: Array(message.utf8)) == digest)
  }

  @Test func aMillionTimesTheLetterA() {
    #expect(
      SHA256.hex(of: [UInt8](repeating: 97, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test(arguments: [1, 55, 56, 63, 64, 65, 119, 128])
  func theDigestDoesNotDependOnHowTheBytesArrive(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
    var single = SHA256()
    for byte in bytes { withUnsafeBytes(of: byte) { single.update($0) } }
    #expect(single.finish() == SHA256.hex(of: bytes))
  }
}
