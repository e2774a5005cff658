import LossLab
import LossPictures

/// Data as the page hands them over: those of the page itself, or a file.
struct BroughtData {
  private let lines: [String]
  private let labels: [Int]
  private let columns: Int
  private let imageSize: Dataset.ImageSize?

  /// - Parameter lines: as `lvData` has them.
  /// - Returns: `nil` for another number of lines.
  init?(lines: [String], labels: [Int], columns: Int, imageSize: Dataset.ImageSize?) {
    guard lines.count == 9 else { return nil }
    self.lines = lines
    self.labels = labels
    self.columns = columns
    self.imageSize = imageSize
  }

  func add(to core: Core, _ values: UnsafeRawPointer) {
    guard let kind = OwnSamples.Kind(rawValue: lines[5]) else {
      let numbers = UnsafeBufferPointer(
        start: values.assumingMemoryBound(to: Float.self), count: labels.count * columns)
      var own = source(
        .floats(Matrix(rows: labels.count, columns: columns, elements: Array(numbers))))
      own.imageSize = imageSize
      return core.add(own, as: lines[0], files: [])
    }
    let shape = lines[6].utf8.split(separator: UInt8(ascii: ",")).compactMap {
      Int(String(decoding: Array($0), as: UTF8.self))
    }
    guard shape.count == 2 || shape.count == 3, shape[0] == labels.count,
      shape.reduce(1, *) == labels.count * columns
    else { return }
    let taken = OwnSamples(kind: kind, shape: shape).taken(values)
    var brought = source(taken.samples)
    brought.isOwn = true
    brought.inputs = taken.inputs
    brought.imageSize = taken.imageSize
    core.add(brought, as: lines[3], files: files(shape))
  }

  private func source(_ samples: Samples) -> SampleSource {
    let names = lines[2].utf8.split(separator: 0x1F, omittingEmptySubsequences: false).map {
      String(decoding: Array($0), as: UTF8.self)
    }
    return SampleSource(
      name: lines[0], title: lines[1], classNames: names,
      train: LabelledSamples(samples: samples, labels: labels))
  }

  /// With labels in a file of their own there are two.
  private func files(_ shape: [Int]) -> [DataFacts.File] {
    [DataFacts.File(name: lines[3], sha256: lines[4], shape: shape)]
      + (lines[7].isEmpty
        ? [] : [DataFacts.File(name: lines[7], sha256: lines[8], shape: [labels.count])])
  }
}

/// Samples that somebody brings to the page, taken as the command takes the same file.
struct OwnSamples {
  /// What the numbers of the file are: whether they are pixels is asked of them as they are.
  enum Kind: String, CaseIterable {
    case bytes, floats, doubles
  }

  let kind: Kind
  /// As the file has it: 90 × 64, or 90 × 8 × 8.
  let shape: [Int]

  private var rows: Int { shape[0] }
  private var columns: Int { shape.dropFirst().reduce(1, *) }
  /// A table has no third dimension.
  private var isTable: Bool { shape.count == 2 }

  /// What they are for the training.
  struct Taken {
    var samples: Samples
    var inputs: InputKind
    var imageSize: Dataset.ImageSize?
  }

  /// - Parameter values: row by row; eight bytes each of doubles, else four.
  func taken(_ values: UnsafeRawPointer) -> Taken {
    switch kind {
    case .bytes: pixels(floats(values).map { UInt8($0) })
    case .floats: taken(floats(values))
    case .doubles:
      taken(
        Array(
          UnsafeBufferPointer(
            start: values.assumingMemoryBound(to: Double.self), count: rows * columns)))
    }
  }

  private func floats(_ values: UnsafeRawPointer) -> [Float] {
    Array(
      UnsafeBufferPointer(
        start: values.assumingMemoryBound(to: Float.self), count: rows * columns))
  }

  private func taken<Number: BinaryFloatingPoint>(_ elements: [Number]) -> Taken {
    let matrix = Matrix<Number>(rows: rows, columns: columns, elements: elements)
    if let found = matrix.pixels { return pixels(found.elements) }
    let numbers = Matrix(rows: rows, columns: columns, elements: elements.map { Float($0) })
    return Taken(
      samples: .floats(numbers),
      inputs: isTable ? InputKind(columns: columns, isUnit: matrix.isUnit) : .pixels,
      imageSize: isTable ? nil : size)
  }

  private func pixels(_ bytes: [UInt8]) -> Taken {
    Taken(
      samples: .bytes(Matrix(rows: rows, columns: columns, elements: bytes)), inputs: .ready,
      imageSize: isTable ? Dataset.ImageSize(square: columns) : size)
  }

  private var size: Dataset.ImageSize { Dataset.ImageSize(rows: shape[1], columns: shape[2]) }
}
