import CCairo

/// The pixels that stamps are laid on without Cairo, which takes a microsecond for each.
///
/// Blends as Cairo does, to the same bytes. What is not wholly inside `columns` and `rows` is left
/// to Cairo, because a clip may cut it.
struct StampGround {
  private let pixels: UnsafeMutablePointer<UInt32>
  private let stride: Int
  private let columns: Range<Int>
  private let rows: Range<Int>

  /// - Parameter clip: in pixels; the part of the surface that may change.
  init?(of surface: OpaquePointer, clip: Rectangle) {
    let format = cairo_image_surface_get_format(surface)
    guard format == CAIRO_FORMAT_RGB24 || format == CAIRO_FORMAT_ARGB32 else { return nil }
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    stride = Int(cairo_image_surface_get_stride(surface)) / 4
    pixels = UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt32.self)
    let width = Double(cairo_image_surface_get_width(surface))
    let height = Double(cairo_image_surface_get_height(surface))
    func inside(_ from: Double, _ to: Double, _ size: Double) -> Range<Int> {
      let first = Int(min(size, max(0, from.rounded(.up))))
      return first..<max(first, Int(min(size, max(0, to.rounded(.down)))))
    }
    columns = inside(clip.x, clip.maxX, width)
    rows = inside(clip.y, clip.maxY, height)
  }

  /// - Parameters:
  ///   - mask: an A8 surface.
  ///   - x, y: where its corner goes.
  ///   - color: as `word(_:)` makes it.
  /// - Returns: whether the mask lies inside and is drawn.
  func lay(_ mask: OpaquePointer, x: Int, y: Int, color: UInt32) -> Bool {
    let width = Int(cairo_image_surface_get_width(mask))
    let height = Int(cairo_image_surface_get_height(mask))
    guard x >= columns.lowerBound, x + width <= columns.upperBound, y >= rows.lowerBound,
      y + height <= rows.upperBound, let data = cairo_image_surface_get_data(mask)
    else { return false }
    let maskStride = Int(cairo_image_surface_get_stride(mask))
    for row in 0..<height {
      let from = data + row * maskStride
      let to = pixels + (y + row) * stride + x
      for column in 0..<width where from[column] > 0 {
        let source = Self.scaled(color, by: UInt32(from[column]))
        to[column] = source &+ Self.scaled(to[column], by: 255 - source >> 24)
      }
    }
    return true
  }

  /// A color as Cairo keeps it: opacity, red, green, blue from the highest byte, multiplied by the
  /// opacity.
  static func word(_ color: Color) -> UInt32 {
    func byte(_ value: Double) -> UInt32 { UInt32((value * 65535).rounded()) >> 8 }
    return byte(color.opacity) << 24 | byte(Double(color.red) / 255 * color.opacity) << 16
      | byte(Double(color.green) / 255 * color.opacity) << 8
      | byte(Double(color.blue) / 255 * color.opacity)
  }

  /// Each byte times `share` / 255, rounded; two bytes at once.
  private static func scaled(_ word: UInt32, by share: UInt32) -> UInt32 {
    var even = (word & 0xFF00FF) &* share &+ 0x800080
    even = (even &+ (even >> 8 & 0xFF00FF)) >> 8 & 0xFF00FF
    var odd = (word >> 8 & 0xFF00FF) &* share &+ 0x800080
    odd = (odd &+ (odd >> 8 & 0xFF00FF)) & 0xFF00_FF00
    return even | odd
  }
}

extension Path {
  /// The upright rectangle that this is; `nil` for any other shape.
  var rectangle: Rectangle? {
    guard segments.count == 5, case .move(let first) = segments[0],
      case .line(let second) = segments[1], case .line(let third) = segments[2],
      case .line(let fourth) = segments[3], case .close = segments[4],
      first.y == second.y, second.x == third.x, third.y == fourth.y, fourth.x == first.x
    else { return nil }
    return Rectangle(
      x: min(first.x, second.x), y: min(first.y, fourth.y), width: abs(second.x - first.x),
      height: abs(fourth.y - first.y))
  }
}

extension Rectangle {
  func intersection(_ other: Rectangle) -> Rectangle {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Rectangle(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }
}
