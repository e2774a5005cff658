import LossLab

/// How losses pull at a feature all over the plane, class weights evenly around the circle.
public struct PullChart: Sendable {
  public struct Member: Sendable {
    public var entry: LossEntry
    public var settings: LossSettings
    public var label: RichText

    public init(entry: LossEntry, settings: LossSettings, label: RichText) {
      self.entry = entry
      self.settings = settings
      self.label = label
    }
  }

  public var members: [Member]
  public var classes: Int
  /// The class that every point is taken as, from 0; `nil` for the nearest.
  public var own: Int?
  /// Half the side of the plane.
  public var limit: Double
  /// `nil` for the usual one.
  public var title: String?
  private let maps: [PullMap]

  public init(
    members: [Member], classes: Int, own: Int? = nil, limit: Double = 10, title: String? = nil
  ) {
    self.members = members
    self.classes = classes
    self.own = own
    self.limit = limit
    self.title = title
    maps = members.map { member in
      PullMap(
        member.entry, member.settings,
        PullField.evenParameters(
          member.entry, member.settings, classes: classes, centerLength: limit / 2),
        limit: limit, own: own)
    }
  }

  private var columns: Int { members.count == 4 ? 2 : min(3, members.count) }

  public func scene(theme: Theme) -> Scene {
    let rows = (members.count + columns - 1) / columns
    let size =
      columns == 1
      ? (width: 640.0, height: 620.0)
      : (
        width: Page.wide.width,
        height: 125 + 15 * Double(stateNotes.count) + Double(rows) * (columns == 2 ? 395 : 263)
      )
    let taken =
      own.map { "every point taken as class \($0 + 1)" } ?? "every point taken as the nearest class"
    let page = Page(
      title.map { RichText(plain: $0) } ?? "How a loss pulls at a feature",
      subtitle: [
        RichText(plain: "\(classes) classes evenly around the circle"), RichText(plain: taken),
      ],
      key: [
        KeyItem(.arrow(theme.ink), "whereto: $−∂L/∂x$, all of one length"),
        KeyItem(.line(Stroke(theme.muted, width: 0.9)), "boundary of the classifier"),
      ],
      notes: [
        "how hard: the colors, on one logarithmic scale; the ground is four powers of ten below the strongest, and nothing"
      ] + stateNotes, size: size, theme: theme)
    var area = page.body
    let barWidth = 12.0
    area.width -= barWidth + 52
    let frames = PanelGrid(in: area, rows: rows, columns: columns, gap: 40).frames
    let scale = PullMap.scale(of: maps)
    let styles = Palette.standard(classes: classes).styles(classes: classes, theme: theme)
    var items = maps.indices.map { index in
      maps[index].panel(
        in: frames[index], scale: scale, heading: members[index].label, theme: theme,
        classes: styles)
    }
    if let first = frames.first {
      let bar = Rectangle(
        x: page.body.maxX - barWidth, y: first.y, width: barWidth, height: first.height)
      items.append(PullMap.bar(in: bar, scale: scale, theme: theme))
    }
    return page.scene(
      description:
        "Maps of the gradient by the feature of \(members.map(\.label.text).joined(separator: ", ")).",
      items)
  }

  private var stateNotes: [RichText] {
    var notes: [RichText] = []
    for member in members {
      let loss = member.entry.make(member.settings)
      if !loss.means.isEmpty {
        notes.append(
          RichText(
            plain:
              "\(member.entry.title): \(member.entry.stateNames.suffix(loss.means.count).joined(separator: ", ")) as the points of the plane make them"
          ))
      }
    }
    return notes
  }
}
