import LossLab

extension DataSource {
  static let numpy = DataSource(
    name: "FILE.npy", title: "NumPy array",
    summary: "samples as rows of numbers or as images, with --labels FILE",
    form: .file(endings: [".npy"])
  ) { request in
    guard let labelPath = request.labels else {
      throw LabError.inapplicable(
        "--data \(request.data) has no labels", hint: "give them with --labels FILE")
    }
    let stream = try ByteStream(path: request.data, hashing: true)
    let array = try NumpyArray.read(stream)
    let labelStream = try ByteStream(path: labelPath, hashing: true)
    let labels = try ClassLabels.read(labelStream)
    let all = try labelled(array, labels, path: request.data, labelPath: labelPath)
    let name = stem(of: request.data)
    let samples = SampleSource(
      name: name, title: name, classNames: labels.names, train: all,
      imageSize: imageSize(of: array))
    let facts = DataFacts(files: [
      .init(
        name: baseName(of: request.data), sha256: try stream.source.finishDigest(),
        shape: array.shape),
      .init(
        name: baseName(of: labelPath), sha256: try labelStream.source.finishDigest(),
        shape: [labels.indices.count]),
    ])
    return SourceData(samples: samples, facts: facts)
  }

  static let numpyArchive = DataSource(
    name: "FILE.npz", title: "NumPy archive",
    summary: "arrays x and y, or x_train, y_train, x_test and y_test as Keras has them",
    form: .file(endings: [".npz"])
  ) { request in
    let source = try RawBytes(path: request.data, hashing: true)
    try FileNeed.archive.check(source.peek(FileKind.startSize), path: request.data)
    let digest = try source.finishDigest()
    let archive = try NumpyArchive(path: request.data)
    let pair = try archive.arrays(trying: [
      ("x_train", "y_train"), ("x", "y"), ("X", "y"), ("features", "labels"),
      ("embeddings", "labels"), ("data", "labels"), ("arr_0", "arr_1"),
    ])
    let array = try archive.array(named: pair.samples)
    var labels = try archive.labels(named: pair.labels)
    var train = try labelled(
      array, labels, path: request.data, labelPath: "\(request.data): \(pair.labels)")
    let name = stem(of: request.data)
    var samples = SampleSource(
      name: name, title: name, classNames: labels.names, train: train,
      imageSize: imageSize(of: array))
    if pair.samples == "x_train", Set(archive.names).isSuperset(of: ["x_test", "y_test"]) {
      let testArray = try archive.array(named: "x_test")
      let testLabels = try archive.labels(named: "y_test")
      var test = try labelled(
        testArray, testLabels, path: request.data, labelPath: "\(request.data): y_test")
      guard testArray.shape[1...] == array.shape[1...] else {
        throw FileError.malformed(
          path: request.data, place: .whole, problem: "x_test and x_train have other shapes",
          hint: "save both with samples of one shape")
      }
      // Both halves by the classes of both, sorted together.
      var both = LabelCollector()
      for index in labels.indices { both.append(labels.names[index]) }
      for index in testLabels.indices { both.append(testLabels.names[index]) }
      labels = both.finish()
      train.labels = Array(labels.indices[..<train.count])
      test.labels = Array(labels.indices[train.count...])
      samples.classNames = labels.names
      samples.train = train
      samples.test = test
    }
    let file = DataFacts.File(
      name: baseName(of: request.data), sha256: digest, shape: array.shape)
    return SourceData(samples: samples, facts: DataFacts(files: [file]))
  }

  private static func labelled(
    _ array: NumpyArray, _ labels: ClassLabels, path: String, labelPath: String
  ) throws(FileError) -> LabelledSamples {
    guard labels.indices.count == array.matrix.rows else {
      throw .malformed(
        path: labelPath, place: .whole,
        problem: "\(labels.indices.count) labels for \(array.matrix.rows) samples",
        hint: "the two do not belong together")
    }
    if let row = array.matrix.firstNonFiniteRow {
      throw .malformed(
        path: path, place: .whole, problem: "row \(row) holds a NaN or infinity",
        hint: "leave such rows out")
    }
    return LabelledSamples(samples: array.matrix.samples, labels: labels.indices)
  }

  /// Rows and columns of one gray image, where the array holds such.
  private static func imageSize(of array: NumpyArray) -> Dataset.ImageSize? {
    switch array.shape.count {
    case 3: Dataset.ImageSize(rows: array.shape[1], columns: array.shape[2])
    case 4 where array.shape[1] == 1:
      Dataset.ImageSize(rows: array.shape[2], columns: array.shape[3])
    case 4 where array.shape[3] == 1:
      Dataset.ImageSize(rows: array.shape[1], columns: array.shape[2])
    default: nil
    }
  }
}

extension NumpyArchive {
  /// The first pair of names that are both there.
  func arrays(
    trying pairs: [(samples: String, labels: String)]
  ) throws(FileError) -> (samples: String, labels: String) {
    for pair in pairs where names.contains(pair.samples) && names.contains(pair.labels) {
      return pair
    }
    throw .malformed(
      path: path, place: .whole,
      problem: "no pair of arrays called x and y, or x_train and y_train",
      hint: "it holds \(names.prefix(12).joined(separator: ", "))")
  }
}
