import FoundationEssentials
import LossSystem

extension JSONValue {
  /// Reads a document.
  ///
  /// - Parameter takesPython: whether `NaN` and `Infinity` are taken, as `null`.
  package init(
    parsing bytes: [UInt8], path: String, takesPython: Bool = false
  ) throws(FileError) {
    try checkMemory(ofJSON: bytes.count, path: path)
    var parser = JSONParser(bytes, takesPython: takesPython)
    do throws(JSONFault) {
      self = try parser.document()
    } catch {
      let line = bytes[..<error.offset].reduce(1) { $1 == 10 ? $0 + 1 : $0 }
      throw .malformed(
        path: path, place: .line(line), problem: "not JSON: \(error.problem)",
        hint: PythonConversion.ofText(bytes)?.hint(path: path)
          ?? (error.hint.isEmpty
            ? "python3 -m json.tool \(path == "-" ? "FILE" : shellQuoted(path)) checks it"
            : error.hint))
    }
  }

  /// The same as the parts of a document.
  ///
  /// - Parameter hint: where to get a right one.
  /// - Throws: `FileError.malformed` with the key at which the document is not what it should be.
  package func decoded<Document: Decodable>(
    _ type: Document.Type, path: String, hint: String = ""
  ) throws(FileError) -> Document {
    do {
      return try JSONPlace(value: self, path: .root).decode(type)
    } catch {
      throw FileError(error, path: path, hint: hint)
    }
  }

  /// The document, keys sorted, with a line end.
  package func document(indented: Bool = false) throws(FileError) -> [UInt8] {
    try encodeJSON(self, indented: indented)
  }
}

/// Asks for what the values of a document take: a number of two characters becomes one of 16 bytes,
/// and lies in a list and in the reader's own.
func checkMemory(ofJSON byteCount: Int, path: String) throws(FileError) {
  do throws(MemoryShortage) {
    try MemoryRoom.check(
      30 * Double(byteCount), for: "its values", hint: "give it less to read")
  } catch {
    throw .malformed(path, error.description, hint: error.hint)
  }
}

/// Writes a JSON document: keys sorted, numbers so that they read back to the same bits.
package func encodeJSON(
  _ document: some Encodable, indented: Bool = false
) throws(FileError) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  if indented { encoder.outputFormatting.insert(.prettyPrinted) }
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  do {
    return try Array(encoder.encode(document)) + [10]
  } catch {
    throw .malformed("-", "the document cannot be written as JSON", hint: "")
  }
}

extension FileError {
  /// Of parts of a document that are each well written and do not fit together.
  package static let changedHint = "the document was changed by hand?"

  /// What a decoding stumbled over, in our words.
  init(_ error: any Error, path: String, hint: String = "") {
    func malformed(_ key: [any CodingKey], _ problem: String) -> FileError {
      .malformed(
        path: path, place: key.isEmpty ? .whole : .key(FileError.text(of: key)),
        problem: problem, hint: hint)
    }
    self =
      switch error {
      case let error as FileError: error
      case DecodingError.keyNotFound(let key, let context):
        malformed(context.codingPath, "'\(key.stringValue)' is missing")
      case DecodingError.typeMismatch(let type, let context),
        DecodingError.valueNotFound(let type, let context):
        malformed(context.codingPath, "expected \(FileError.name(of: type))")
      case DecodingError.dataCorrupted(let context):
        if case .badData(.shape(let count, let rows, let columns))? =
          context.underlyingError as? LabError
        {
          .malformed(
            path: path, place: .key(FileError.text(of: context.codingPath)),
            problem: "\(count) values for \(rows) × \(columns)", hint: FileError.changedHint)
        } else {
          malformed(context.codingPath, "a value that does not fit here")
        }
      default: malformed([], "a value that does not fit here")
      }
  }

  /// `cases[3].x`.
  private static func text(of path: [any CodingKey]) -> String {
    var text = ""
    for key in path {
      if let index = key.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    return text
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Bool.Type: "true or false"
    case is Int.Type, is UInt64.Type: "a whole number"
    case is Double.Type: "a number"
    case is any RandomAccessCollection.Type: "a list"
    default: "an object"
    }
  }
}
