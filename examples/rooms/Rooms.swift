// A drawing that is no chart: the rooms of lossviz, from the block of text in ARCHITECTURE.md that
// says what each holds and needs. Read from standard input, SVG to standard output.

import LossPlot

/// A target as its line says it: name, what it holds, what it needs, with two spaces between.
struct Room {
  let name: String
  let holds: String
  let needs: [String]
  /// Whether it stands below the line, and is compiled for WebAssembly, too.
  let isPortable: Bool

  /// Those of the first block of a document, below its heads of columns.
  static func all(in document: String) -> [Room] {
    let lines = document.split(separator: "\n").drop { !$0.hasPrefix("```") }.dropFirst(2)
    var isPortable = false
    return lines.prefix { !$0.hasPrefix("```") }.compactMap { line in
      guard !line.hasPrefix("───") else {
        isPortable = true
        return nil
      }
      let parts = line.split(separator: "  ").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
      let needs =
        parts.count > 2 ? parts[2].split(separator: ",").map { $0.drop { $0 == " " } } : []
      return Room(
        name: String(parts[0]), holds: parts.count > 1 ? String(parts[1]) : "",
        needs: needs.map(String.init), isPortable: isPortable)
    }
  }
}

/// A room that nobody has given a place in the drawing.
struct MissingPlace: Error {
  let room: String
}

struct Drawing {
  let rooms: [Room]
  let isDark: Bool

  /// Columns from the left and rows from the top.
  static let places: [String: (column: Double, row: Double)] = [
    "lossviz": (1, 0), "LossPlot": (1, 1), "LossFigures": (0.5, 2), "LossRuns": (0.5, 3),
    "LossFiles": (0, 4), "LossPictures": (1, 4), "LossRender": (2, 4), "LossSystem": (0, 5),
    "LossScene": (1, 5), "LossLab": (1, 6), "LossKernels": (1, 7),
  ]

  private static let size = (width: 204.0, height: 54.0)
  private static let pitch = (column: 232.0, row: 82.0)
  private static let margin = 24.0

  private var ink: Color { Color(hex: isDark ? 0xEDEFF2 : 0x16191D) }
  private var muted: Color { Color(hex: isDark ? 0xA3ABB6 : 0x626973) }
  private var ground: Color { Color(hex: isDark ? 0x0E1116 : 0xFFFFFF) }
  private var portableGround: Color { Color(hex: isDark ? 0x14283A : 0xE8F1F8) }

  var scene: Scene {
    let rows = (Self.places.values.map { $0.row }.max() ?? 0) + 1
    let bottom = Self.margin * 2 + Self.pitch.row * rows - (Self.pitch.row - Self.size.height)
    return Scene(
      width: Self.margin * 2 + Self.pitch.column * 2 + Self.size.width, height: bottom,
      background: ground, title: "The rooms of lossviz",
      description: rooms.map { "\($0.name) needs \($0.needs.joined(separator: ", "))" }
        .joined(separator: "; "),
      items: [.group(.init("portable", items: portable))]
        + rooms.flatMap { room in direct(room).map { arrow(from: room.name, to: $0) } }
        + rooms.map { box($0) })
  }

  /// The middle of a room's top side.
  private func top(_ name: String) -> Point {
    let place = Self.places[name] ?? (0, 0)
    return Point(
      x: Self.margin + Self.size.width / 2 + Self.pitch.column * place.column,
      y: Self.margin + Self.pitch.row * place.row)
  }

  /// What a room needs and does not have through another one.
  private func direct(_ room: Room) -> [String] {
    room.needs.filter { name in
      !room.needs.contains { $0 != name && reaches($0, name) }
    }
  }

  private func reaches(_ name: String, _ other: String) -> Bool {
    let needs = rooms.first { $0.name == name }?.needs ?? []
    return needs.contains { $0 == other || reaches($0, other) }
  }

  /// The ground of the rooms without C and Foundation, and what is said of it.
  private var portable: [Scene.Item] {
    let corners = rooms.filter { $0.isPortable }.map { top($0.name) }
    guard let first = corners.first, let last = corners.last else { return [] }
    let (left, right) = (first.x - Self.size.width / 2 - 14, first.x + Self.size.width / 2 + 14)
    let note = Point(x: right + 12, y: last.y + Self.size.height / 2)
    return [
      rectangle(
        left, first.y - 14, right - left, last.y - first.y + Self.size.height + 28,
        fill: portableGround, stroke: nil),
      .text(.init("no C library, no Foundation:", at: note, size: 11, color: muted)),
      .text(
        .init("also in the browser", at: Point(x: note.x, y: note.y + 15), size: 11, color: muted)),
    ]
  }

  /// What a room is called and, in at most two lines, holds.
  private func box(_ room: Room) -> Scene.Item {
    let top = top(room.name)
    let lines = Self.lines(room.holds, most: 38)
    let first = top.y + (lines.count > 1 ? 18 : 24)
    var items = [
      rectangle(
        top.x - Self.size.width / 2, top.y, Self.size.width, Self.size.height,
        fill: ground, stroke: Stroke(muted, width: 1)),
      .text(
        .init(
          RichText(markup: "**\(room.name)**"), at: Point(x: top.x, y: first), size: 13,
          color: ink, anchor: .middle)),
    ]
    for (index, line) in lines.enumerated() {
      items.append(
        .text(
          .init(
            RichText(plain: line), at: Point(x: top.x, y: first + 15 + 12 * Double(index)),
            size: 9.5, color: muted, anchor: .middle)))
    }
    return .group(.init(room.name, title: room.holds, items: items))
  }

  private func arrow(from name: String, to other: String) -> Scene.Item {
    let tip = top(other)
    let foot = top(name)
    let turn = (tip.x - foot.x) * 0.18
    let start = Point(x: foot.x + turn, y: foot.y + Self.size.height)
    let end = Point(x: tip.x - turn, y: tip.y)
    let length = ((end.x - start.x) * (end.x - start.x) + (end.y - start.y) * (end.y - start.y))
      .squareRoot()
    let along = Point(x: (end.x - start.x) / length, y: (end.y - start.y) / length)
    let neck = Point(x: end.x - 8 * along.x, y: end.y - 8 * along.y)
    let head = Path([
      .move(end), .line(Point(x: neck.x - 3.5 * along.y, y: neck.y + 3.5 * along.x)),
      .line(Point(x: neck.x + 3.5 * along.y, y: neck.y - 3.5 * along.x)), .close,
    ])
    return .group(
      .init(
        "arrow",
        items: [
          .path(Path([.move(start), .line(neck)]), fill: nil, stroke: Stroke(muted, width: 1.2)),
          .path(head, fill: muted, stroke: nil),
        ]))
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: Color, stroke: Stroke?
  ) -> Scene.Item {
    .path(
      Path([
        .move(Point(x: x, y: y)), .line(Point(x: x + width, y: y)),
        .line(Point(x: x + width, y: y + height)), .line(Point(x: x, y: y + height)), .close,
      ]), fill: fill, stroke: stroke)
  }

  /// Words in lines of at most so many characters.
  private static func lines(_ text: String, most: Int) -> [String] {
    text.split(separator: " ").reduce(into: [""]) { lines, word in
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= most {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
  }
}

@main
struct Rooms {
  static func main() throws {
    var text = ""
    while let line = readLine(strippingNewline: false) { text += line }
    let rooms = Room.all(in: text)
    for room in rooms where Drawing.places[room.name] == nil { throw MissingPlace(room: room.name) }
    let drawing = Drawing(rooms: rooms, isDark: CommandLine.arguments.dropFirst().first == "dark")
    print(String(decoding: try render(drawing.scene, as: .svg).bytes, as: UTF8.self))
  }
}
