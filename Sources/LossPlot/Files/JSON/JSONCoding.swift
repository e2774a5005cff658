import FoundationEssentials

/// Reads a JSON document.
///
/// - Parameter hint: where to get a right one.
/// - Throws: `FileError.malformed` with the key at which the document is not what it should be.
func decodeJSON<Document: Decodable>(
  _ type: Document.Type, from bytes: [UInt8], path: String, hint: String = ""
) throws(FileError) -> Document {
  let decoder = JSONDecoder()
  decoder.nonConformingFloatDecodingStrategy = .convertFromString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  do {
    return try decoder.decode(type, from: Data(bytes))
  } catch {
    throw FileError(error, in: bytes, path: path, hint: hint)
  }
}

/// Writes a JSON document: keys sorted, numbers so that they read back to the same bits.
func encodeJSON(_ document: some Encodable, indented: Bool = false) throws(FileError) -> [UInt8] {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  if indented { encoder.outputFormatting.insert(.prettyPrinted) }
  encoder.nonConformingFloatEncodingStrategy = .convertToString(
    positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
  do {
    return try Array(encoder.encode(document)) + [10]
  } catch {
    throw .malformed(
      path: "-", place: .whole, problem: "the document cannot be written as JSON", hint: "")
  }
}

extension FileError {
  /// What `JSONDecoder` says, in our words.
  init(_ error: any Error, in text: [UInt8], path: String, hint: String = "") {
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
      case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
        malformed(context.codingPath, "a value that does not fit here")
      default:
        if let fault = JSONFault.first(in: text) {
          .malformed(
            path: path, place: .line(fault.line), problem: "not JSON: \(fault.problem)",
            hint: PythonConversion.ofText(text)?.hint(path: path)
              ?? "python3 -m json.tool \(path == "-" ? "FILE" : shellQuoted(path)) checks it")
        } else {
          // JSON has such numbers, but the decoder does not say where.
          malformed([], "a number is too large, or is not whole where it must be")
        }
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
