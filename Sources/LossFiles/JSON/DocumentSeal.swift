/// A checksum at the head of a JSON document: `{"sha256":"…","next":…`.
///
/// It is that of the document without it, byte for byte. It keeps nobody from forging one; it
/// shows where a number was changed, a file cut short, or a disk was at fault.
package enum DocumentSeal: Equatable, Sendable {
  /// The bytes are those that were written.
  case intact
  case broken
  /// Written by hand, or by an older version.
  case missing

  private static let key = "sha256"
  private static let head = Array("{\"\(key)\":\"".utf8)
  private static let tail = Array("\",".utf8)
  private static let digits = 64

  /// The document with its checksum.
  ///
  /// - Precondition: an object with at least one member, without spaces at its head.
  package static func sealed(_ document: [UInt8]) -> [UInt8] {
    precondition(document.first == UInt8(ascii: "{"), "only objects have room for a checksum")
    return head + SHA256.hex(of: document).utf8 + tail + document.dropFirst()
  }

  /// - Parameter value: what the bytes say.
  package init(of bytes: [UInt8], _ value: JSONValue) {
    guard case .object(let members) = value, members[Self.key] != nil else {
      self = .missing
      return
    }
    let size = Self.head.count + Self.digits + Self.tail.count
    guard bytes.count > size, bytes.starts(with: Self.head),
      bytes[..<size].suffix(Self.tail.count).elementsEqual(Self.tail)
    else {
      self = .broken
      return
    }
    let said = bytes[Self.head.count..<Self.head.count + Self.digits]
    let rest = [UInt8(ascii: "{")] + bytes[size...]
    self = said.elementsEqual(SHA256.hex(of: rest).utf8) ? .intact : .broken
  }

  /// - Throws: `FileError` where the document is not as it was written.
  package func check(_ path: String) throws(FileError) {
    let problem: String
    switch self {
    case .intact: return
    case .broken: problem = "it was changed after it was written: its checksum does not fit"
    case .missing: problem = "it has no checksum: an older version wrote it, or somebody by hand"
    }
    throw .malformed(path, problem, hint: "")
  }
}
