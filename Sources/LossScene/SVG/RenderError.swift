/// Why a picture could not be made or read.
public enum RenderError: Error, Equatable, Sendable {
  case badSize(width: Double, height: Double)
  case tooLarge(width: Int, height: Int)
  /// What is needed for what, and how much there is.
  case noMemory(String, hint: String)
  case noFonts
  /// What Cairo says.
  case failed(String)
  /// A file that is not what it claims to be.
  case badPicture(String)
  case noRecipe
}

extension RenderError: CustomStringConvertible {
  /// One lower-case clause without a full stop.
  public var description: String {
    switch self {
    case .badSize(let width, let height): "a picture cannot be \(width) × \(height) points"
    case .tooLarge(let width, let height):
      "a picture of \(width) × \(height) pixels is too large"
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
    case .tooLarge:
      "at most \(PixelSize.longestSide) on a side and \(PixelSize.largestArea / 1_000_000) million in all: lower the scale or the width"
    case .noMemory(_, let hint): hint
    case .noFonts: "apt-get install fonts-dejavu-core"
    case .failed: "another format may do: -o NAME.svg is drawn without Cairo"
    case .badPicture:
      "fetch it again, or draw it again: only whole pictures of lossviz can be read"
    case .noRecipe: "only pictures written by lossviz with metadata can be inspected or replayed"
    }
  }
}
