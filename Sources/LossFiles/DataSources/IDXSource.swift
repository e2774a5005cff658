/// Images and labels in IDX files of one folder, gzipped or not, whatever they are called.
struct IDXFolder {
  let path: String
  /// The files of one set only, as their names have it; `nil` for the only one that there is.
  private let group: String?
  private let files: [IDXName]

  /// One file that was read.
  private struct File {
    let path: String
    let array: NumpyArray
    let facts: DataFacts.File

    /// Where the numbers of a sample begin.
    func place(of sample: Int) -> FileError.Place {
      let samples = max(1, array.shape[0])
      return .byte(4 + 4 * array.shape.count + sample * (size / samples))
    }

    /// Bytes of all numbers.
    let size: Int
  }

  private struct Half {
    let images: File
    let labels: File
    /// One a sample.
    let values: [Int]
  }

  init(path: String) throws(FileError) {
    self.path = path
    group = nil
    files = try IDXName.all(in: path)
  }

  /// The set that a file of images belongs to.
  init(fileOf image: String) throws(FileError) {
    let folder = image.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    path = folder.isEmpty ? "." : folder.joined(separator: "/") + (folder == [""] ? "/" : "")
    let own = try IDXName.of(baseName(of: image), in: path)
    group = own?.group ?? ""
    files = try IDXName.all(in: path)
  }

  /// Whether a folder holds such files.
  static func isOne(_ path: String) throws(FileError) -> Bool { try !IDXName.all(in: path).isEmpty }

  func read() throws(FileError) -> SourceData {
    let own = try chosenFiles()
    let train = try half(own, own.contains { $0.part == .train } ? .train : .whole)
    let classes = try classes(of: train)
    var facts = [train.images.facts, train.labels.facts]
    var samples = SampleSource(
      name: name, title: title, classNames: classes.map { "\($0)" },
      train: try labelled(train, classes: classes), imageSize: imageSize(train.images.array))
    samples.isOwn = true
    samples.inputs = inputs(train.images.array)
    if own.contains(where: { $0.part == .test && !$0.isLabels }),
      own.contains(where: { $0.part == .train })
    {
      let test = try half(own, .test)
      let (size, other) = (train.images.array.shape, test.images.array.shape)
      guard size.dropFirst() == other.dropFirst() else {
        throw .malformed(
          path: test.images.path, place: .byte(8),
          problem: "images of \(NumpyArray.shapeText(Array(other.dropFirst()))), but training has"
            + " \(NumpyArray.shapeText(Array(size.dropFirst())))",
          hint: "both halves have images of one size")
      }
      samples.test = try labelled(test, classes: classes)
      facts += [test.images.facts, test.labels.facts]
    }
    return SourceData(samples: samples, facts: DataFacts(files: facts))
  }

  /// All files, where each part has one of images and one of labels; else those of one set.
  private func chosenFiles() throws(FileError) -> [IDXName] {
    let isOneSet = [IDXName.Part.train, .test, .whole].allSatisfy { part in
      let own = files.filter { $0.part == part }
      return own.isEmpty || own.count == 2 && own[0].isLabels != own[1].isLabels
    }
    if isOneSet { return files }
    let group = try chosenGroup()
    return files.filter { $0.group == group }
  }

  /// The one set of the folder, or the one that was asked for.
  private func chosenGroup() throws(FileError) -> String {
    if let group { return group }
    let groups = Set(files.filter { !$0.isLabels }.map(\.group)).sorted()
    guard groups.count > 1 else {
      return groups.first ?? files.first?.group ?? ""
    }
    // The set that is called as MNIST's is, among others that have names of their own.
    if groups.contains("") { return "" }
    let example = files.first { !$0.isLabels && $0.part != .test }?.path ?? path
    throw .malformed(
      path, "it holds \(groups.count) sets: \(groups.prefix(8).joined(separator: ", "))",
      hint: "give the images of one: --data \(shellQuoted(example))")
  }

  private var name: String {
    if let group, !group.isEmpty { return group }
    return baseName(of: path).lowercased()
  }

  private var title: String {
    switch name {
    case "mnist": "MNIST"
    case "fashion-mnist", "fashion": "Fashion-MNIST"
    case "emnist": "EMNIST"
    case "kmnist": "KMNIST"
    default: group.map { $0.isEmpty ? baseName(of: path) : $0 } ?? baseName(of: path)
    }
  }

  private func half(_ own: [IDXName], _ part: IDXName.Part) throws(FileError) -> Half {
    let word = part == .test ? "t10k" : "train"
    let images = own.filter { $0.part == part && !$0.isLabels }
    let labels = own.filter { $0.part == part && $0.isLabels }
    guard let image = images.first else {
      throw .malformed(
        path, "no \(word)-images-idx3-ubyte in this folder",
        hint: "an IDX folder holds train-images-idx3-ubyte and train-labels-idx1-ubyte, and"
          + " perhaps t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, each .gz or not")
    }
    guard let label = labels.first else {
      throw .malformed(
        path, "no \(word)-labels-idx1-ubyte beside the images",
        hint: "put the labels of the same images into the folder")
    }
    let labelFile = try file(label.path, isLabels: true)
    let imageFile = try file(image.path, isLabels: false)
    let (count, expected) = (labelFile.array.shape[0], imageFile.array.shape[0])
    guard count == expected else {
      throw .malformed(
        path: label.path, place: .byte(4), problem: "\(count) labels for \(expected) images",
        hint: "the two files do not belong together")
    }
    return Half(images: imageFile, labels: labelFile, values: try values(labelFile))
  }

  private func file(_ path: String, isLabels: Bool) throws(FileError) -> File {
    let stream = try ByteStream(path: path, hashing: true, for: nil)
    let magic = try stream.peek(4)
    guard magic.count < 4 || magic[0] == 0 && magic[1] == 0 else {
      throw stream.malformed(
        at: 0, "not an IDX file", hint: "it would begin with 0, 0, 8, \(isLabels ? 1 : 3)")
    }
    let header = try NumpyHeader.readIDX(stream)
    let rank = header.shape.count
    guard isLabels ? rank <= 2 : rank >= 2 else {
      throw stream.malformed(
        at: 3, "expected \(isLabels ? 1 : 3) dimension\(isLabels ? "" : "s"), found \(rank)",
        hint: isLabels ? "labels have 1" : "pixels have 3")
    }
    let what = "\(NumpyArray.shapeText(header.shape)) \(isLabels ? "labels" : "pixels")"
    let array = try NumpyArray.read(stream, header, what: "the \(what) that its header says")
    let facts = DataFacts.File(
      name: baseName(of: path), sha256: try stream.source.finishDigest(), shape: array.shape)
    return File(path: path, array: array, facts: facts, size: header.count * header.element.size)
  }

  /// The labels of a file; of QMNIST's, which have eight numbers a sample, the first is the class.
  private func values(_ file: File) throws(FileError) -> [Int] {
    let matrix = file.array.matrix.doubles
    var values: [Int] = []
    for row in 0..<matrix.rows {
      guard let value = Int(exactly: matrix[row, 0]) else {
        throw .malformed(
          path: file.path, place: file.place(of: row),
          problem: "label \(matrix[row, 0]) is no whole number", hint: "labels count from 0")
      }
      values.append(value)
    }
    return values
  }

  /// The labels in use: from 0 or 1 upwards without gaps.
  ///
  /// One damaged byte would otherwise pass for a class of its own.
  private func classes(of half: Half) throws(FileError) -> Range<Int> {
    let used = Set(half.values)
    let first = used.contains(0) ? 0 : 1
    var end = first
    while used.contains(end) { end += 1 }
    guard let row = half.values.firstIndex(where: { !(first..<end).contains($0) }) else {
      return first..<end
    }
    throw .malformed(
      path: half.labels.path, place: half.labels.place(of: row),
      problem: "label \(half.values[row]), but no sample has label \(end)",
      hint: "labels count from 0 without gaps; --classes picks some of them")
  }

  private func labelled(_ half: Half, classes: Range<Int>) throws(FileError) -> LabelledSamples {
    if let row = half.values.firstIndex(where: { !classes.contains($0) }) {
      throw .malformed(
        path: half.labels.path, place: half.labels.place(of: row),
        problem: "label \(half.values[row]) is not among those of the training,"
          + " \(classes.lowerBound) to \(classes.upperBound - 1)",
        hint: "test labels are those of the training")
    }
    return LabelledSamples(
      samples: half.images.array.matrix.samples,
      labels: half.values.map { $0 - classes.lowerBound })
  }

  private func imageSize(_ array: NumpyArray) -> Dataset.ImageSize? {
    array.shape.count == 3
      ? Dataset.ImageSize(rows: array.shape[1], columns: array.shape[2]) : nil
  }

  private func inputs(_ array: NumpyArray) -> InputKind {
    if case .bytes = array.matrix { return .ready }
    return array.shape.count == 2 ? .table : .pixels
  }
}
