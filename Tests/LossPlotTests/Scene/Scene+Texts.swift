@testable import LossScene

extension Scene {
  /// All texts with their places, in the order in which they are drawn.
  var texts: [Text] { Self.texts(in: items) }

  private static func texts(in items: [Item]) -> [Text] {
    items.flatMap { item -> [Text] in
      switch item {
      case .text(let text): [text]
      case .group(let group): texts(in: group.items)
      case .path, .dots, .raster: []
      }
    }
  }
}
