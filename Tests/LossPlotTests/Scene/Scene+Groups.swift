@testable import LossScene

extension Scene {
  /// All groups of that name, outer ones first.
  func groups(_ name: String) -> [Group] { Self.groups(in: items).filter { $0.name == name } }

  /// All dots, in the order in which they are drawn.
  var dots: [Dots] { Self.dots(in: items) }

  static func dots(in items: [Item]) -> [Dots] {
    items.flatMap { item -> [Dots] in
      switch item {
      case .dots(let dots): [dots]
      case .group(let group): dots(in: group.items)
      case .path, .text, .raster: []
      }
    }
  }

  private static func groups(in items: [Item]) -> [Group] {
    items.flatMap { item -> [Group] in
      guard case .group(let group) = item else { return [] }
      return [group] + groups(in: group.items)
    }
  }
}

extension Scene.Group {
  var scene: Scene { Scene(width: 1, height: 1, background: nil, items: items) }

  /// Of its paths, inner groups included.
  var strokes: [Stroke] {
    items.flatMap { item -> [Stroke] in
      switch item {
      case .path(_, _, let stroke): stroke.map { [$0] } ?? []
      case .group(let group): group.strokes
      case .dots, .text, .raster: []
      }
    }
  }
}
