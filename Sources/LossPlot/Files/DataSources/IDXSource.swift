import LossLab

extension DataSource {
  static let idx = DataSource(
    name: "FOLDER", title: "IDX folder",
    summary: "images as MNIST and Fashion-MNIST have them: train-images-idx3-ubyte(.gz), …",
    form: .folder
  ) { request in try IDXFolder(path: request.data).read() }
}

/// A folder with images and labels in IDX files, gzip or not.
private struct IDXFolder {
  let path: String

  /// One file that was read.
  struct Part {
    let path: String
    let array: IDXFile
    let facts: DataFacts.File
  }

  func read() throws(FileError) -> SourceData {
    guard let trainImages = try find("train", "images", rank: 3) else {
      throw .malformed(
        path: path, place: .whole, problem: "no train-images-idx3-ubyte in this folder",
        hint: "an IDX folder holds train-images-idx3-ubyte and train-labels-idx1-ubyte, and"
          + " perhaps t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, each .gz or not")
    }
    let train = try half("train", images: trainImages)
    let classes = try classes(of: train.labels)
    var files = [train.images.facts, train.labels.facts]
    var samples = SampleSource(
      name: name, title: title, classNames: classes.map { "\($0)" },
      train: try labelled(train, classes: classes),
      imageSize: Dataset.ImageSize(
        rows: train.images.array.dimensions[1], columns: train.images.array.dimensions[2]))
    for prefix in ["t10k", "test"] {
      guard samples.test == nil, let testImages = try find(prefix, "images", rank: 3) else {
        continue
      }
      let test = try half(prefix, images: testImages)
      let (own, other) = (train.images.array.dimensions, test.images.array.dimensions)
      guard own[1...] == other[1...] else {
        throw .malformed(
          path: testImages, place: .byte(8),
          problem: "images of \(other[1]) × \(other[2]), but training has \(own[1]) × \(own[2])",
          hint: "both halves have images of one size")
      }
      samples.test = try labelled(test, classes: classes)
      files += [test.images.facts, test.labels.facts]
    }
    return SourceData(samples: samples, facts: DataFacts(files: files))
  }

  private var name: String { baseName(of: path).lowercased() }

  private var title: String {
    switch name {
    case "mnist": "MNIST"
    case "fashion-mnist", "fashion": "Fashion-MNIST"
    case "emnist": "EMNIST"
    case "kmnist": "KMNIST"
    default: baseName(of: path)
    }
  }

  /// The path of a file as it is usually called, or `nil`.
  private func find(_ prefix: String, _ what: String, rank: Int) throws(FileError) -> String? {
    for separator in ["-", "."] {
      for ending in ["", ".gz"] {
        let name = "\(prefix)-\(what)\(separator)idx\(rank)-ubyte\(ending)"
        let candidate = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
        if case .file = try PathKind(of: candidate) { return candidate }
      }
    }
    return nil
  }

  private func half(
    _ prefix: String, images: String
  ) throws(FileError) -> (images: Part, labels: Part) {
    guard let labels = try find(prefix, "labels", rank: 1) else {
      throw .malformed(
        path: path, place: .whole, problem: "no \(prefix)-labels-idx1-ubyte beside the images",
        hint: "put the labels of the same images into the folder")
    }
    let labelPart = try part(labels, rank: 1, of: "labels")
    let imagePart = try part(images, rank: 3, of: "pixels")
    let (count, expected) = (labelPart.array.dimensions[0], imagePart.array.dimensions[0])
    guard count == expected else {
      throw .malformed(
        path: labels, place: .byte(4), problem: "\(count) labels for \(expected) images",
        hint: "the two files do not belong together")
    }
    return (images: imagePart, labels: labelPart)
  }

  private func part(_ path: String, rank: Int, of what: String) throws(FileError) -> Part {
    let stream = try ByteStream(path: path, hashing: true)
    let array = try IDXFile(stream, rank: rank, of: what)
    let facts = DataFacts.File(
      name: baseName(of: path), sha256: try stream.source.finishDigest(), shape: array.dimensions)
    return Part(path: path, array: array, facts: facts)
  }

  /// The labels in use: from 0 or 1 upwards without gaps.
  ///
  /// One damaged byte would otherwise pass for a class of its own.
  private func classes(of labels: Part) throws(FileError) -> Range<Int> {
    var isUsed = [Bool](repeating: false, count: 257)
    for label in labels.array.bytes { isUsed[Int(label)] = true }
    let first = isUsed[0] ? 0 : 1
    let end = isUsed[first...].firstIndex(of: false) ?? first
    guard let stray = isUsed[end...].firstIndex(of: true) else { return first..<end }
    let place = labels.array.bytes.firstIndex(of: UInt8(stray)) ?? 0
    throw .malformed(
      path: labels.path, place: .byte(labels.array.headerSize + place),
      problem: "label \(stray), but no sample has label \(end)",
      hint: "labels count from 0 without gaps; --classes picks some of them")
  }

  private func labelled(
    _ half: (images: Part, labels: Part), classes: Range<Int>
  ) throws(FileError) -> LabelledSamples {
    let bytes = half.labels.array.bytes
    if let place = bytes.firstIndex(where: { !classes.contains(Int($0)) }) {
      throw .malformed(
        path: half.labels.path, place: .byte(half.labels.array.headerSize + place),
        problem: "label \(bytes[place]) is not among those of the training, \(classes.lowerBound)"
          + " to \(classes.upperBound - 1)",
        hint: "test labels are those of the training")
    }
    let size = half.images.array.dimensions
    let pixels = Matrix(
      rows: size[0], columns: size[1] * size[2], elements: half.images.array.bytes)
    return LabelledSamples(
      samples: .bytes(pixels), labels: bytes.map { Int($0) - classes.lowerBound })
  }
}
