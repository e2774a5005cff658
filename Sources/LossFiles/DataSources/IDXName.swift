/// What the name of an IDX file says, or its header where the name is silent.
struct IDXName {
  let path: String
  let isLabels: Bool
  let part: Part
  /// Of what the name has besides: `emnist-letters`.
  let group: String

  enum Part {
    case train, test, whole
  }

  /// Those of a folder.
  static func all(in path: String) throws(FileError) -> [IDXName] {
    var names: [IDXName] = []
    for file in try folderNames(path) {
      if let name = try of(file, in: path) { names.append(name) }
    }
    return names
  }

  /// `nil` for a file of another kind.
  static func of(_ file: String, in folder: String) throws(FileError) -> IDXName? {
    let path = pathOf(file, in: folder)
    guard case .file = try PathKind(of: path) else { return nil }
    var words = file.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let isCalled =
      words.contains { $0.hasPrefix("idx") && $0.count == 4 } || words.contains("ubyte")
    let start = try ByteStream(path: path, for: nil).peek(FileKind.startSize)
    guard NumpyHeader.isIDX(start) || isCalled else { return nil }
    var part = Part.whole
    var isLabels: Bool?
    words.removeAll { word in
      switch word {
      case "train", "training": part = .train
      case "t10k", "test", "testing", "val", "validation": part = .test
      case "images", "image", "imgs", "img", "data", "pixels": isLabels = false
      case "labels", "label", "targets", "classes": isLabels = true
      case "idx", "ubyte", "byte", "int", "short", "float", "double", "gz", "bin": break
      default: return word.hasPrefix("idx") && word.count == 4
      }
      return true
    }
    let rank = start.count > 3 ? Int(start[3]) : 0
    let isFraction = start.count > 2 && start[2] > 12
    return IDXName(
      path: path, isLabels: isLabels ?? (rank == 1 || rank == 2 && !isFraction), part: part,
      group: words.joined(separator: "-"))
  }
}
