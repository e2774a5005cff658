/// The colors of a GIF: the most frequent ones exactly, the others where they are nearest.
///
/// Flat areas are what a picture has most of, so they keep their colors, and nothing is dithered.
struct GIFPalette {
  /// Red, green, blue; one entry less than a GIF can have, which leaves one for transparent.
  private(set) var colors: [UInt32] = []
  /// For each color of 24 bits its entry; `unknown` until it is asked for.
  private var entries: [UInt8]

  static let largest = 255
  /// Stands for no entry, and in the file for transparent.
  static let unknown: UInt8 = 255

  /// - Parameter counts: how often each color of 24 bits occurs.
  init(counts: [UInt32: Int], size: Int = GIFPalette.largest) {
    entries = Array(repeating: Self.unknown, count: 1 << 24)
    // By color where the counts are equal, because a dictionary has another order in each process.
    let ranked = counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    let exact = ranked.prefix(size / 3).map { $0.key }
    let rest = ranked.dropFirst(exact.count).map { ColorBox.Entry(color: $0.key, count: $0.value) }
    colors = exact
    for color in ColorBox.means(rest, boxes: size - exact.count) where !colors.contains(color) {
      colors.append(color)
    }
    for (index, color) in colors.enumerated() { entries[Int(color)] = UInt8(index) }
  }

  /// The entry nearest to a color.
  mutating func entry(_ color: UInt32) -> UInt8 {
    let known = entries[Int(color)]
    guard known == Self.unknown else { return known }
    var best = 0
    var bestDistance = Int.max
    for (index, candidate) in colors.enumerated() {
      let distance = Self.distance(color, candidate)
      if distance < bestDistance { (best, bestDistance) = (index, distance) }
    }
    entries[Int(color)] = UInt8(best)
    return UInt8(best)
  }

  /// Green counts most and blue least, about as the eye has it.
  private static func distance(_ a: UInt32, _ b: UInt32) -> Int {
    func difference(_ shift: UInt32) -> Int {
      Int(a >> shift & 255) - Int(b >> shift & 255)
    }
    let (red, green, blue) = (difference(16), difference(8), difference(0))
    return 3 * red * red + 6 * green * green + 2 * blue * blue
  }
}

/// Some colors, to be split until there are enough groups: median cut.
private struct ColorBox {
  struct Entry {
    let color: UInt32
    let count: Int

    func channel(_ shift: UInt32) -> Int { Int(color >> shift & 255) }
  }

  var entries: [Entry]
  /// Of the channel that is spread most.
  let shift: UInt32
  /// What splitting it gains.
  let weight: Double

  init(_ entries: [Entry]) {
    var widest: (spread: Double, shift: UInt32) = (0, 0)
    let total = Double(entries.reduce(0) { $0 + $1.count })
    for (shift, importance) in [(16, 3.0), (8, 6.0), (0, 2.0)] as [(UInt32, Double)] {
      var mean = 0.0
      for entry in entries { mean += Double(entry.count * entry.channel(shift)) / total }
      var spread = 0.0
      for entry in entries {
        let difference = Double(entry.channel(shift)) - mean
        spread += importance * Double(entry.count) * difference * difference
      }
      if spread > widest.spread { widest = (spread, shift) }
    }
    shift = widest.shift
    weight = widest.spread
    self.entries = entries.sorted {
      let (a, b) = ($0.channel(widest.shift), $1.channel(widest.shift))
      return a != b ? a < b : $0.color < $1.color
    }
  }

  /// The mean color of each of that many groups, or of fewer where there are fewer colors.
  static func means(_ entries: [Entry], boxes count: Int) -> [UInt32] {
    guard !entries.isEmpty, count > 0 else { return [] }
    var boxes = [ColorBox(entries)]
    while boxes.count < count {
      var place = 0
      for index in boxes.indices where boxes[index].weight > boxes[place].weight { place = index }
      guard boxes[place].weight > 0 else { break }
      let (low, high) = boxes[place].halves
      boxes[place] = low
      boxes.append(high)
    }
    return boxes.map { $0.mean }
  }

  private var halves: (ColorBox, ColorBox) {
    let total = entries.reduce(0) { $0 + $1.count * $1.channel(shift) }
    let count = entries.reduce(0) { $0 + $1.count }
    // At the mean: what lies above is never empty where the channel is spread at all.
    let cut = entries.firstIndex { $0.channel(shift) * count > total } ?? entries.count - 1
    let place = max(1, cut)
    return (ColorBox(Array(entries[..<place])), ColorBox(Array(entries[place...])))
  }

  private var mean: UInt32 {
    let total = entries.reduce(0) { $0 + $1.count }
    return [16, 8, 0].reduce(UInt32(0)) { color, shift in
      let sum = entries.reduce(0) { $0 + $1.count * $1.channel(UInt32(shift)) }
      return color << 8 | UInt32((sum + total / 2) / max(1, total))
    }
  }
}
