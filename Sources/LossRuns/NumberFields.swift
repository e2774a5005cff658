/// A number of one of LossLab's structs, and what it is called in documents.
///
/// With such a list a struct is read and written in a line a number.
struct NumberField<Root> {
  let key: String
  let path: WritableKeyPath<Root, Double>
  /// Radians inside, degrees where a person reads them.
  let isAngle: Bool

  init(_ key: String, _ path: WritableKeyPath<Root, Double>, isAngle: Bool = false) {
    self.key = key
    self.path = path
    self.isAngle = isAngle
  }
}

/// A key of a document that is known only when it is read or written.
struct DocumentKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) {
    stringValue = text
  }

  init(stringValue: String) {
    self.stringValue = stringValue
  }

  init?(intValue: Int) { nil }
}

extension KeyedEncodingContainer<DocumentKey> {
  mutating func encode<Root>(_ fields: [NumberField<Root>], of root: Root) throws {
    for field in fields { try encode(root[keyPath: field.path], forKey: DocumentKey(field.key)) }
  }
}

extension KeyedDecodingContainer<DocumentKey> {
  func decode<Root>(_ fields: [NumberField<Root>], into root: inout Root) throws {
    for field in fields {
      root[keyPath: field.path] = try decode(Double.self, forKey: DocumentKey(field.key))
    }
  }
}

func degrees(_ radians: Double) -> Double { radians * 180 / .pi }

extension RunMetrics {
  static var fields: [NumberField<RunMetrics>] {
    [
      NumberField("loss", \.loss), NumberField("trainAccuracy", \.trainAccuracy),
      NumberField("testAccuracy", \.testAccuracy),
      NumberField("testAccuracyCosine", \.testAccuracyCosine),
      NumberField("intra", \.intra, isAngle: true),
      NumberField("intra95", \.intra95, isAngle: true),
      NumberField("inter", \.inter, isAngle: true),
      NumberField("minInter", \.minInter, isAngle: true),
      NumberField("gap", \.gap, isAngle: true), NumberField("minGap", \.minGap, isAngle: true),
      NumberField("angularFisherScore", \.angularFisherScore), NumberField("normCV", \.normCV),
      NumberField("violations", \.violations),
    ]
  }
}

extension TrainingOptions {
  static var fields: [NumberField<TrainingOptions>] {
    [
      NumberField("learningRate", \.learningRate), NumberField("momentum", \.momentum),
      NumberField("weightDecay", \.weightDecay), NumberField("annealingBase", \.annealing.base),
      NumberField("annealingRate", \.annealing.rate),
      NumberField("annealingPower", \.annealing.power),
      NumberField("annealingFloor", \.annealing.floor),
    ]
  }
}
