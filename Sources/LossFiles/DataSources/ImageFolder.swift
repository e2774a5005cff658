import LossSystem

/// A folder with a folder of pictures a class; maybe two such, for training and test.
struct ImageFolder {
  let path: String
  private let train: [Class]
  private let test: [Class]

  private struct Class {
    let name: String
    let files: [String]
  }

  private static let trainNames = ["train", "training"]
  private static let testNames = ["test", "testing", "val", "valid", "validation"]
  private static let endings = [".png", ".jpg", ".jpeg", ".pgm", ".ppm"]

  /// `nil` for a folder without such folders.
  init?(path: String) throws(FileError) {
    self.path = path
    let folders = try Self.folders(in: path)
    func half(_ names: [String]) throws(FileError) -> [Class] {
      guard let name = folders.first(where: { names.contains($0.lowercased()) }) else { return [] }
      return try Self.classes(in: pathOf(name, in: path))
    }
    let own = try half(Self.trainNames)
    train = own.isEmpty ? try Self.classes(in: path) : own
    test = own.isEmpty ? [] : try half(Self.testNames)
    guard !train.isEmpty else { return nil }
  }

  private static func folders(in path: String) throws(FileError) -> [String] {
    var folders: [String] = []
    for name in try folderNames(path) {
      if case .folder = try PathKind(of: pathOf(name, in: path)) { folders.append(name) }
    }
    return folders
  }

  private static func classes(in path: String) throws(FileError) -> [Class] {
    var classes: [Class] = []
    for name in try folders(in: path) {
      let files = try filesBelow(pathOf(name, in: path)) { file in
        endings.contains { file.lowercased().hasSuffix($0) }
      }
      if !files.isEmpty { classes.append(Class(name: name, files: files)) }
    }
    return classes
  }

  /// - Parameter size: what the pictures are scaled to; `nil` for the size that all have.
  func read(size: Dataset.ImageSize?) throws -> SourceData {
    var reading = Reading(path: path, size: size)
    for one in train { try reading.add(one.files, of: one.name, isTest: false) }
    for one in test { try reading.add(one.files, of: one.name, isTest: true) }
    return try reading.source(hasTest: !test.isEmpty)
  }
}

/// The pictures of a folder, one after another.
private struct Reading {
  let path: String
  var size: Dataset.ImageSize?
  private let isScaled: Bool
  private var pixels = NumberPile<UInt8>()
  private var labels = LabelCollector()
  private var isTest: [Bool] = []
  private var colored = 0
  private var first = ""
  private var digest = SHA256()

  init(path: String, size: Dataset.ImageSize?) {
    self.path = path
    self.size = size
    isScaled = size != nil
  }

  mutating func add(_ files: [String], of name: String, isTest: Bool) throws {
    for file in files {
      let bytes = try readFile(file, limit: 1 << 28)
      // A folder is known again by its pictures and by what they are called.
      let known = Array((file.dropFirst(path.count) + "\0" + SHA256.hex(of: bytes)).utf8)
      known.withUnsafeBytes { digest.update($0) }
      var picture = try GrayPicture(bytes, path: file)
      if picture.wasColored { colored += 1 }
      if isScaled, let size { picture = picture.scaled(to: size) }
      let own = Dataset.ImageSize(rows: picture.rows, columns: picture.columns)
      guard let size else {
        first = file
        self.size = own
        append(picture, name, isTest)
        continue
      }
      guard own == size else {
        throw FileError.malformed(
          file,
          "a picture of \(own.rows) × \(own.columns), but '\(first)' has \(size.rows) ×"
            + " \(size.columns)", hint: "--size \(min(64, size.rows)) scales all of them")
      }
      append(picture, name, isTest)
    }
    try MemoryRoom.check(
      2 * Double(pixels.count), for: "the pictures", hint: "a smaller --size takes less")
  }

  private mutating func append(_ picture: GrayPicture, _ name: String, _ isTest: Bool) {
    pixels.append(contentsOf: picture.pixels)
    labels.append(name)
    self.isTest.append(isTest)
  }

  mutating func source(hasTest: Bool) throws(FileError) -> SourceData {
    guard let size, isTest.contains(false) else {
      throw .malformed(
        path, "holds no pictures", hint: "a folder of PNG, JPEG, PGM or PPM files a class")
    }
    let classes = labels.finish()
    let rows = isTest.count
    let matrix = Matrix(rows: rows, columns: size.rows * size.columns, elements: pixels.take())
    let all = LabelledSamples(samples: .bytes(matrix), labels: classes.indices)
    let name = baseName(of: path)
    var source = SampleSource(
      name: name.lowercased(), title: name, classNames: classes.names, train: all,
      imageSize: size)
    source.isOwn = true
    if hasTest {
      source.train = all.rows(at: isTest.indices.filter { !isTest[$0] })
      source.test = all.rows(at: isTest.indices.filter { isTest[$0] })
    }
    let notes: [DataNotice] = colored > 0 ? [.colouredImages(colored, of: rows)] : []
    let file = DataFacts.File(
      name: name, sha256: digest.finish(), shape: [rows, size.rows, size.columns])
    return SourceData(samples: source, facts: DataFacts(files: [file], notes: notes))
  }
}
