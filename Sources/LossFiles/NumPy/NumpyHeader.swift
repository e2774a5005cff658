/// What the numbers of an array are and how they lie: the header of a `.npy` file, versions 1 to 3,
/// or of an IDX file.
struct NumpyHeader: Equatable {
  var element: Element
  var shape: [Int]
  /// Whether the first dimension changes fastest.
  var isFortran: Bool

  struct Element: Equatable {
    var kind: Kind
    /// Bytes of one number; characters of one text.
    var size: Int
    var isBigEndian: Bool
  }

  enum Kind: Equatable {
    case float, signed, unsigned, bool
    /// bfloat16: the upper half of a `Float`.
    case brain
    /// Of bytes, one a character; of UTF-32, four a character.
    case bytes, text

    var isNumeric: Bool { self != .bytes && self != .text }
  }

  /// How many numbers, by the shape.
  ///
  /// - Precondition: made by `read`, which has seen that it does not overflow.
  var count: Int { shape.reduce(1, *) }

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// Whether a file that begins so is one array, of NumPy or IDX.
  static func begins(_ start: [UInt8]) -> Bool { start.starts(with: magic) || isIDX(start) }

  /// NumPy's own headers have some hundred bytes.
  private static let longest = 1 << 16

  /// Reads the header, so that the stream stands at the first number.
  ///
  /// - Parameter need: what hints are for.
  static func read(
    _ stream: ByteStream, for need: NumpyNeed = .numbers
  ) throws(FileError) -> NumpyHeader {
    if isIDX(try stream.peek(4)) { return try readIDX(stream) }
    let start = try stream.bytes(8, of: "the NumPy header")
    guard Array(start[..<6]) == magic else {
      throw stream.malformed(at: 0, "not a NumPy file", hint: "write one with numpy.save")
    }
    guard (1...3).contains(start[6]) else {
      throw stream.malformed(
        at: 6, "expected version 1 to 3, found \(start[6])", hint: "write it with numpy.save")
    }
    let lengthBytes = try stream.bytes(start[6] == 1 ? 2 : 4, of: "the NumPy header")
    let length = lengthBytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= longest else {
      throw stream.malformed(at: 8, "a header of \(length) bytes", hint: "the file is damaged")
    }
    let text = try stream.bytes(length, of: "the NumPy header")
    do throws(NumpyDictionary.Problem) {
      return try NumpyDictionary(text, path: stream.path, need: need).header()
    } catch {
      throw stream.malformed(at: 8 + lengthBytes.count + error.offset, error.text, hint: error.hint)
    }
  }
}
