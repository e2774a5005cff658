/// The features of a run as `FeatureFile` has written them.
enum ExportedFeatures {
  /// From `.npy` the classes are called by their indices.
  static func read(_ stream: ByteStream) throws(FileError) -> LabelledTable {
    guard NumpyHeader.begins(try stream.peek(6)) else {
      return try LabelledTable.read(stream, labels: .name("label"), allowsGaps: false)
    }
    let array = try NumpyArray.read(stream)
    let all = array.matrix.doubles
    // Only what lossviz has written itself has labels in it.
    func malformed(_ problem: String) -> FileError {
      .malformed(
        stream.path, problem,
        hint: "name them: \(stream.path == "-" ? "-" : shellQuoted(stream.path)) --labels FILE")
    }
    try NumpyArray.requireRows(array.shape, stream.path)
    guard array.shape.count == 2, all.columns >= 4 else {
      throw malformed("features without labels")
    }
    var labels = LabelCollector()
    var isTest: [Bool] = []
    var values: [Double] = []
    for index in 0..<all.rows {
      let row = all.row(index)
      guard row[0] == 0 || row[0] == 1, let label = Int(exactly: row[1]), label >= 0 else {
        throw malformed(
          "features without labels: row \(index) does not begin with a split and a label")
      }
      isTest.append(row[0] == 1)
      labels.append("\(label)")
      values += row[2...]
    }
    return LabelledTable(
      columnNames: axisNames(all.columns - 2),
      numbers: .doubles(Matrix(rows: all.rows, columns: all.columns - 2, elements: values)),
      labels: labels.finish(), isTest: isTest)
  }
}

func axisNames(_ count: Int) -> [String] {
  (0..<count).map { count <= 3 ? ["x", "y", "z"][$0] : "x\($0 + 1)" }
}
