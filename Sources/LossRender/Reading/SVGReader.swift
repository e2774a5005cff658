extension PictureReading {
  static let svg = PictureReading(title: "SVG") {
    String(validating: $0, as: UTF8.self)?.contains("<svg") == true
  } texts: { bytes throws(RenderError) in
    let reader = SVGReader(text: String(decoding: bytes, as: UTF8.self))
    let metadata = try reader.metadata()
    return PictureTexts(
      title: reader.text("title"), description: reader.text("desc"), software: metadata?.software,
      recipe: metadata?.recipe)
  }
}

/// Finds the recipe in an SVG file that anybody may have written.
struct SVGReader {
  let text: String

  /// `nil` for none, and for that of another program, which has not our attribute.
  func metadata() throws(RenderError) -> PictureMetadata? {
    guard let tag = range(of: "<metadata", after: text.startIndex),
      let open = range(of: ">", after: tag.upperBound),
      let software = attribute("data-software", in: text[tag.upperBound..<open.lowerBound])
    else { return nil }
    guard let close = range(of: "</metadata>", after: open.upperBound) else {
      throw .badPicture("the SVG is cut short: its metadata does not end")
    }
    let recipe = text[open.upperBound..<close.lowerBound]
    guard recipe.utf8.count <= PictureMetadata.largestRecipe else {
      throw .badPicture("the recipe is longer than 1 MB")
    }
    return PictureMetadata(software: Self.unescaped(software), recipe: Self.unescaped(recipe))
  }

  /// Of the first element of that name, which is that of the whole picture; `nil` for none.
  func text(_ element: String) -> String? {
    guard let tag = range(of: "<\(element)", after: text.startIndex),
      let open = range(of: ">", after: tag.upperBound),
      let close = range(of: "</\(element)>", after: open.upperBound)
    else { return nil }
    return Self.unescaped(text[open.upperBound..<close.lowerBound])
  }

  private func range(of word: String, after start: String.Index) -> Range<String.Index>? {
    text[start...].firstRange(of: word)
  }

  private func attribute(_ name: String, in tag: Substring) -> Substring? {
    guard let start = tag.firstRange(of: "\(name)=\"") else { return nil }
    let rest = tag[start.upperBound...]
    return rest.firstIndex(of: "\"").map { rest[..<$0] }
  }

  /// With the five names and the numbers of XML resolved; what is no reference stays as it is.
  static func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      let name = rest[start...].dropFirst().prefix { $0 != ";" && $0 != "&" }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == ";", let found = entity(name) {
        result.unicodeScalars.append(found)
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        result += "&"
        rest = rest[start...].dropFirst()
      }
    }
    return result + rest
  }

  private static func entity(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case let name where name.hasPrefix("#x"):
      UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    case let name where name.hasPrefix("#"):
      UInt32(name.dropFirst(1)).flatMap(Unicode.Scalar.init)
    default: nil
    }
  }
}
