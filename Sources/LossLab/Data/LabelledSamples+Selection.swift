extension LabelledSamples {
  /// The samples of these classes, in their old order, labelled by the place of the class in
  /// `classes`.
  func keeping(classes: [Int]) -> LabelledSamples {
    var place = [Int?](repeating: nil, count: max(labels.max() ?? 0, classes.max() ?? 0) + 1)
    for (index, label) in classes.enumerated() { place[label] = index }
    let indices = labels.indices.filter { place[labels[$0]] != nil }
    var kept = rows(at: indices)
    kept.labels = kept.labels.compactMap { place[$0] }
    return kept
  }

  /// The samples of all other classes, labelled as they are; `nil` where there are none.
  func leavingOut(classes: [Int]) -> LabelledSamples? {
    let leftOut = Set(classes)
    let indices = labels.indices.filter { !leftOut.contains(labels[$0]) }
    return indices.isEmpty ? nil : rows(at: indices)
  }

  /// At most `perClass` samples of each class, chosen by seed, in their old order.
  func limited(perClass: Int, classes: Int, seed: UInt64) -> LabelledSamples {
    let members = rowsOfClasses(labels, classes: classes)
    guard members.contains(where: { $0.count > perClass }) else { return self }
    var indices: [Int] = []
    for (label, rows) in members.enumerated() {
      var generator = DataStream.limit.generator(seed: seed, index: label)
      indices += generator.permutation(rows.count).prefix(perClass).map { rows[$0] }
    }
    return rows(at: indices.sorted())
  }

  /// Splits off `share` of each class, rounded, chosen by seed; both parts keep the old order.
  ///
  /// A class of two or more has at least one sample in either part.
  func splitOff(
    share: Double, classes: Int, seed: UInt64
  ) -> (part: LabelledSamples, rest: LabelledSamples) {
    var isInPart = [Bool](repeating: false, count: count)
    for (label, rows) in rowsOfClasses(labels, classes: classes).enumerated() where rows.count > 1 {
      let size = min(rows.count - 1, max(1, Int((share * Double(rows.count)).rounded())))
      var generator = DataStream.split.generator(seed: seed, index: label)
      for index in generator.permutation(rows.count).prefix(size) { isInPart[rows[index]] = true }
    }
    return (
      part: rows(at: labels.indices.filter { isInPart[$0] }),
      rest: rows(at: labels.indices.filter { !isInPart[$0] })
    )
  }

  /// How many samples each class has.
  package func counts(classes: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: classes)
    for label in labels { counts[label] += 1 }
    return counts
  }
}

/// For each class the rows that are of it, ascending.
func rowsOfClasses(_ labels: [Int], classes: Int) -> [[Int]] {
  var rows = Array(repeating: [Int](), count: classes)
  for (row, label) in labels.enumerated() { rows[label].append(row) }
  return rows
}
