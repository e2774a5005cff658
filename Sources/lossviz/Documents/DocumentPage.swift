import LossPlot

/// The page of a block `page … -o x.html`: it is embedded, and shows the still `x.svg` where it cannot be.
struct DocumentPage: Sendable {
  /// As the document says it.
  let path: String
  /// The same as the process sees it.
  let place: String
  private let page: PageFile

  /// - Parameters:
  ///   - call: of the command, with the path as the process sees it.
  ///   - path: as the document says it.
  /// - Throws: `UsageError` for what a page cannot do.
  init(_ call: Call, path: String) throws {
    let values = try PageValues(call)
    page = try PageFile(values)
    self.path = path
    place = values.path
  }

  /// The still of a page.
  static func still(of path: String) -> String { path.dropLast(path.ending.count) + "svg" }

  enum State { case missing, stale, right }

  /// - Throws: `FileError` for a file in the way that is no page of ours; what training throws.
  func state() throws -> State {
    guard fileExists(place) else { return .missing }
    let found = try readFile(place, limit: 1 << 28)
    if try found == page.bytes() { return .right }
    guard found.firstRange(of: Array("\"software\": \"lossviz ".utf8)) != nil else {
      throw FileError.malformed(
        path, "in the way, and no page of lossviz", hint: "remove it, or give -o another name")
    }
    return .stale
  }

  func write() throws { try writeWhole(page.bytes(), to: place) }

  /// The page around its still; what shows no pages shows what is within.
  func lines(still: [String]) -> [String] {
    [
      "<object type=\"text/html\" data=\"\(path.inURL)\" title=\"\(page.description.inHTML)\""
        + " style=\"width:100%;height:48rem\">", "<a href=\"\(path.inURL)\">",
    ] + still + ["</a>", "</object>"]
  }
}
