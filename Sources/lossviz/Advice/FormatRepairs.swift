import LossLab

/// The path of a picture whose ending is no format.
struct FormatRepairs {
  let path: String
  let line: TypedLine

  var all: [Repair] {
    guard let place = ["-o", "--output"].lazy.compactMap({ line.place(of: $0, value: path) }).first
    else { return [] }
    let label = line.words[place.option].hasPrefix("--") ? "--output" : "-o"
    return paths.map { Repair(line.replacing(place, by: [label, $0.path]), $0.reason) }
  }

  private static let reason = "the ending says the format: \(OutputFormat.endings)"

  private var paths: [(path: String, reason: String)] {
    let ending = path.ending
    guard !path.hasSuffix("/") else {
      return [(path + "picture.png", "a folder takes a name")]
    }
    guard !ending.isEmpty else { return [(path + ".png", Self.reason)] }
    let stem = path.dropLast(ending.count)
    let words = OutputFormat.words
    let near =
      [ForeignWords.value(ending, of: Option.format.name)].compactMap { $0 }
      + nearestWords(to: ending, in: words)
    return near.map { (stem + $0, "it is .\($0) here") }
      + [(path + ".png", Self.reason)]
  }
}
