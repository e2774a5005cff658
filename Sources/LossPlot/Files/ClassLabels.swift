/// Class names and, for each sample, the place of its class among them.
public struct ClassLabels: Equatable, Sendable {
  /// Sorted: by value where all are whole numbers, else by their bytes.
  public var names: [String]
  public var indices: [Int]

  public init(names: [String], indices: [Int]) {
    self.names = names
    self.indices = indices
  }
}

/// Collects labels as they are read and sorts the classes at the end.
struct LabelCollector {
  private var places: [String: Int] = [:]
  private var names: [String] = []
  private var indices: [Int] = []

  var count: Int { indices.count }

  /// A whole number counts as that number however it is written: `3`, `3.0` and `3.0e0` are `3`.
  mutating func append(_ text: ArraySlice<UInt8>) {
    if let number = decimalNumber(text) {
      append(number)
    } else {
      append(String(decoding: text, as: UTF8.self))
    }
  }

  mutating func append(_ number: Double) {
    append(Int(exactly: number).map { "\($0)" } ?? "\(number)")
  }

  mutating func append(_ name: String) {
    if let place = places[name] {
      indices.append(place)
    } else {
      places[name] = names.count
      indices.append(names.count)
      names.append(name)
    }
  }

  func finish() -> ClassLabels {
    let numbers = names.compactMap { Int($0) }
    let order =
      numbers.count == names.count
      ? names.indices.sorted { numbers[$0] < numbers[$1] }
      : names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var place = [Int](repeating: 0, count: names.count)
    for (sorted, old) in order.enumerated() { place[old] = sorted }
    return ClassLabels(names: order.map { names[$0] }, indices: indices.map { place[$0] })
  }
}
