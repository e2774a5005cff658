/// Numbers of which nobody knows how many there will be.
///
/// They lie in pieces, so that growing copies none: an array that doubles would take up to three
/// times their memory in between.
struct NumberPile<Number: BitwiseCopyable> {
  private var full: [[Number]] = []
  private var last: [Number] = []
  private(set) var count = 0

  /// Memory of this size comes from the system, and goes back there at once.
  private static var pieceSize: Int { (1 << 26) / MemoryLayout<Number>.stride }

  mutating func append(_ number: Number) {
    if last.count == Self.pieceSize { startPiece() }
    last.append(number)
    count += 1
  }

  mutating func append(contentsOf numbers: [Number]) {
    var rest = numbers[...]
    while !rest.isEmpty {
      if last.count == Self.pieceSize { startPiece() }
      let some = rest.prefix(Self.pieceSize - last.count)
      last += some
      count += some.count
      rest = rest.dropFirst(some.count)
    }
  }

  private mutating func startPiece() {
    full.append(last)
    last = []
    last.reserveCapacity(Self.pieceSize)
  }

  /// Hands all of them over in one array and keeps none; each piece is let go once it is copied.
  mutating func take() -> [Number] {
    defer { self = NumberPile() }
    guard !full.isEmpty else { return last }
    var all: [Number] = []
    all.reserveCapacity(count)
    for index in full.indices {
      all += full[index]
      full[index] = []
    }
    all += last
    return all
  }
}
