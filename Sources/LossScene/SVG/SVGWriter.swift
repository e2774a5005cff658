/// Writes a scene as SVG with real text and circles, without Cairo.
///
/// With a second scene for dark surroundings, which must be the same but for its colors, the file
/// follows the reader's color scheme.
package struct SVGWriter {
  package typealias ImageEncoder = (Scene.Raster) throws(RenderError) -> [UInt8]

  /// Stands for the prefix of all ids until the content, and so its hash, is known; no text of a
  /// scene can contain it, because XML forbids it.
  static let idMark = "\u{1}"
  static let fontFamily =
    "DejaVu Sans, Verdana, Helvetica, Arial, WenQuanYi Micro Hei, Noto Sans CJK SC, sans-serif"

  var body = ""
  /// Data of each clip path and marker outline once; the place in the list is its id.
  var clips: [String] = []
  var markers: [String] = []
  var darkRules: [String] = []
  let png: ImageEncoder

  /// - Parameter png: makes the PNG file of a raster.
  package static func svg(
    _ scene: Scene, dark: Scene? = nil, metadata: PictureMetadata?, png: @escaping ImageEncoder
  ) throws(RenderError) -> [UInt8] {
    _ = try PixelSize(of: scene, pixelsPerPoint: 1)
    var writer = SVGWriter(png: png)
    try writer.write(scene, dark: dark, metadata: metadata)
    return writer.finished()
  }

  /// A family of choice before those that stand in for it; the generic ones stand without quotes.
  private static func families(_ font: String?) -> String {
    guard let font else { return fontFamily }
    let isGeneric = ["serif", "sans-serif", "monospace"].contains(font)
    let name = escaped(font, inAttribute: true)
    return isGeneric ? name : "'\(name)', " + fontFamily
  }

  private mutating func write(
    _ scene: Scene, dark: Scene?, metadata: PictureMetadata?
  ) throws(RenderError) {
    let width = shortText(scene.width)
    let height = shortText(scene.height)
    var labels: [String] = []
    var head = ""
    if !scene.title.isEmpty {
      labels.append("\(Self.idMark)title")
      head += "<title id=\"\(Self.idMark)title\">\(Self.escaped(scene.title))</title>\n"
    }
    if !scene.description.isEmpty {
      labels.append("\(Self.idMark)desc")
      head += "<desc id=\"\(Self.idMark)desc\">\(Self.escaped(scene.description))</desc>\n"
    }
    if let metadata {
      head += "<metadata data-software=\"\(Self.escaped(metadata.software, inAttribute: true))\">"
      head += "\(Self.escaped(metadata.recipe))</metadata>\n"
    }
    body += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
    body +=
      " viewBox=\"0 0 \(width) \(height)\" font-family=\"\(Self.families(scene.font))\" role=\"img\""
    if !labels.isEmpty { body += " aria-labelledby=\"\(labels.joined(separator: " "))\"" }
    body += ">\n" + head
    if let background = scene.background {
      let fill = paint("fill", background, dark?.background)
      body += "<path\(attributes([fill])) d=\"M0 0h\(width)v\(height)h-\(width)z\"/>\n"
    }
    try write(scene.items, dark: dark?.items)
    if !darkRules.isEmpty {
      body += "<style>@media(prefers-color-scheme:dark){\(darkStyle)}</style>\n"
    }
    body += "</svg>\n"
  }

  private func finished() -> [UInt8] {
    var hash = ContentHash()
    hash.add(body.utf8)
    // An id may not begin with a digit.
    let prefix = Array("lv\(hash.text)-".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.utf8.count + 1024)
    for byte in body.utf8 {
      if byte == 1 { bytes += prefix } else { bytes.append(byte) }
    }
    return bytes
  }

  mutating func write(_ items: [Scene.Item], dark: [Scene.Item]?) throws(RenderError) {
    guard dark == nil || dark?.count == items.count else { throw Self.unlike }
    for (index, item) in items.enumerated() { try write(item, dark: dark?[index]) }
  }

  private static let unlike = RenderError.failed("the dark scene is not the light one recolored")

  private mutating func write(_ item: Scene.Item, dark: Scene.Item?) throws(RenderError) {
    switch (item, dark) {
    case (.path(let path, let fill, let stroke), nil):
      write(path, [paint("fill", fill), line(stroke)])
    case (.path(let path, let fill, let stroke), .path(_, let darkFill, let darkStroke)):
      write(path, [paint("fill", fill, darkFill), line(stroke, darkStroke)])
    case (.dots(let dots), nil): write(dots, [paint("fill", dots.fill), line(dots.stroke)])
    case (.dots(let dots), .dots(let dark)):
      write(dots, [paint("fill", dots.fill, dark.fill), line(dots.stroke, dark.stroke)])
    case (.text(let text), nil): write(text, dark: nil)
    case (.text(let text), .text(let dark)): write(text, dark: dark)
    case (.raster(let raster), _): try write(raster)
    case (.group(let group), nil): try write(group, dark: nil)
    case (.group(let group), .group(let dark)): try write(group, dark: dark.items)
    default: throw Self.unlike
    }
  }
}
