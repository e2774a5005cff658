/// Why a picture could not be made or read.
public enum RenderError: Error, Equatable, Sendable {
  /// Points: not positive, not finite, or beyond a million.
  case badSize(width: Double, height: Double)
  /// Pixels.
  case tooLarge(width: Int, height: Int)
  /// Pixels, where only one side is known yet.
  case tooWide(Int)
  /// Points.
  case pageTooLarge(width: Int, height: Int)
  /// Pixels of a frame.
  case filmTooLarge(width: Int, height: Int, frames: Int)
  /// What is needed for what, and how much there is.
  case noMemory(String, hint: String)
  /// Of any family.
  case noFonts
  /// What Cairo says.
  case failed(String)
  /// A file that is not what it claims to be.
  case badPicture(String)
  /// A picture that lossviz did not write, or wrote without metadata.
  case noRecipe
}

extension RenderError: CustomStringConvertible {
  /// One lower-case clause without a full stop.
  public var description: String {
    switch self {
    case .badSize(let width, let height): "a picture cannot be \(width) × \(height) points"
    case .tooLarge(let width, let height):
      "a picture of \(width) × \(height) pixels is too large"
    case .tooWide(let width): "a picture \(width) pixels wide is too large"
    case .pageTooLarge(let width, let height):
      "a page of \(width) × \(height) points is too large for a PDF"
    case .filmTooLarge(let width, let height, let frames):
      "a film of \(frames) frames of \(width) × \(height) pixels is too large"
    case .noMemory(let shortage, _): shortage
    case .noFonts: "there is no font on this machine"
    case .failed(let reason): "drawing failed: \(reason)"
    case .badPicture(let reason): reason
    case .noRecipe: "the picture carries no recipe"
    }
  }

  /// What to do next; empty where there is nothing to say.
  public var hint: String {
    switch self {
    case .badSize: "width and height must be positive and below a million"
    case .tooLarge, .tooWide:
      "at most \(PixelSize.longestSide) on a side and \(PixelSize.largestArea / 1_000_000) million in all: lower the scale or the width"
    case .pageTooLarge:
      "at most 14,400 on a side: lower --width, give fewer settings, or write an SVG"
    case .filmTooLarge:
      "at most 4,000 million pixels in all frames: lower --scale, --width, --fps or --seconds"
    case .noMemory(_, let hint): hint
    case .noFonts: "apt-get install fonts-dejavu-core"
    case .failed: "another format may do: -o NAME.svg is drawn without Cairo"
    case .badPicture:
      "fetch it again, or draw it again: only whole pictures of lossviz can be read"
    case .noRecipe: "only pictures written by lossviz with metadata can be inspected or replayed"
    }
  }
}
