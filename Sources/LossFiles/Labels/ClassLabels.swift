/// Class names and, for each sample, the place of its class among them.
package struct ClassLabels: Equatable, Sendable {
  /// Sorted: by value where all are numbers, else by their bytes.
  ///
  /// Names are texts: `10`, `010` and `10.0` are three, from whatever file they come. Only an array
  /// whose own type says number has numbers, which are written in one way.
  package var names: [String]
  /// −1 for a sample without a label.
  package var indices: [Int]
  /// What the samples are called, where the labels stand beside the names of files.
  var sampleNames: [String]?

  /// The classes as the samples come, each once.
  var appearance: [Int] {
    var isSeen = Array(repeating: false, count: names.count)
    return indices.filter { index in
      guard index >= 0, !isSeen[index] else { return false }
      isSeen[index] = true
      return true
    }
  }
}

/// Collects labels as they are read and sorts the classes at the end.
struct LabelCollector {
  private var places: [String: Int] = [:]
  private var names: [String] = []
  private var indices: [Int] = []
  /// How many samples have no label.
  private(set) var missing = 0

  var count: Int { indices.count }

  /// A text keeps its spelling.
  mutating func append(_ text: ArraySlice<UInt8>) { append(LabelSpelling.text(text)) }

  /// What is not finite is no label.
  mutating func append(_ number: some BinaryFloatingPoint & LosslessStringConvertible) {
    append(Int(exactly: number).map { "\($0)" } ?? (number.isFinite ? "\(number)" : ""))
  }

  /// Nothing, or what NumPy and pandas write for a missing number, is no label.
  mutating func append(_ name: String) {
    if ["", "nan", "NaN"].contains(name) {
      indices.append(-1)
      missing += 1
    } else if let place = places[name] {
      indices.append(place)
    } else {
      places[name] = names.count
      indices.append(names.count)
      names.append(name)
    }
  }

  func finish() -> ClassLabels {
    let order = LabelSpelling.order(of: names)
    var place = [Int](repeating: 0, count: names.count)
    for (sorted, old) in order.enumerated() { place[old] = sorted }
    return ClassLabels(
      names: order.map { names[$0] }, indices: indices.map { $0 < 0 ? -1 : place[$0] })
  }
}
