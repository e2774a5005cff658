/// The features and class weights of a run as tables, for other programs and for `plot`.
package enum FeatureFile: Sendable, Equatable {
  /// `split,label,x,y`, with `z` in three dimensions.
  case csv
  /// The same columns as float64: split 0 for training and 1 for test, the label as a class index.
  case npy

  /// By the ending of a path.
  ///
  /// - Throws: `DataMisuse` for another ending.
  package init(path: String) throws(DataMisuse) {
    let name = path.lowercased()
    if name.hasSuffix(".csv") {
      self = .csv
    } else if name.hasSuffix(".npy") {
      self = .npy
    } else {
      throw DataMisuse(
        "'\(path)' ends neither in .csv nor in .npy", hint: "the ending decides the format")
    }
  }

  /// Training features first, then test features.
  package func features(of run: Run) -> [UInt8] {
    switch self {
    case .csv: featureTable(run)
    case .npy: numpyFile(featureMatrix(run))
    }
  }

  /// One row a class, or several where the loss has several weights a class: its raw weight vector and, where there is one, its bias.
  package func weights(of run: Run) -> [UInt8] {
    let weights = run.parameters.weights
    let bias = run.parameters.bias
    let rows = (0..<weights.rows).map { weights.row($0) + (bias.isEmpty ? [] : [bias[$0]]) }
    switch self {
    case .csv:
      var names = axisNames(weights.columns)
      if !bias.isEmpty { names.append("bias") }
      var text = "label,\(names.joined(separator: ","))\n"
      let rowsPerClass = max(1, rows.count / max(1, run.facts.classNames.count))
      for (index, row) in rows.enumerated() {
        let name = run.facts.classNames[index / rowsPerClass]
        text += "\(tableCell(name)),\(row.map { "\($0)" }.joined(separator: ","))\n"
      }
      return Array(text.utf8)
    case .npy:
      let columns = weights.columns + (bias.isEmpty ? 0 : 1)
      return numpyFile(Matrix(rows: rows.count, columns: columns, elements: rows.flatMap { $0 }))
    }
  }

  private func featureTable(_ run: Run) -> [UInt8] {
    let names = axisNames(run.train.features.columns)
    var text = Array("split,label,\(names.joined(separator: ","))\n".utf8)
    let labels = run.facts.classNames.map(tableCell)
    for (split, set) in [("train", run.train), ("test", run.test)] {
      for (row, label) in set.labels.enumerated() {
        text += Array("\(split),\(labels[label])".utf8)
        for column in 0..<set.features.columns {
          text += Array(",\(set.features[row, column])".utf8)
        }
        text.append(10)
      }
    }
    return text
  }

  private func featureMatrix(_ run: Run) -> Matrix<Double> {
    var elements: [Double] = []
    for (split, set) in [(0.0, run.train), (1.0, run.test)] {
      for (row, label) in set.labels.enumerated() {
        elements += [split, Double(label)] + set.features.row(row)
      }
    }
    return Matrix(
      rows: run.train.labels.count + run.test.labels.count,
      columns: run.train.features.columns + 2, elements: elements)
  }
}
