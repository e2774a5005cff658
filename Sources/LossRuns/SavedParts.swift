// The parts of a saved run that stand otherwise in the document than in memory.

extension OptimizerKind: Codable {}

extension ClassStart: Codable {}

/// Column by column: a history may have tens of thousands of rows.
struct SavedHistory: Codable {
  var step: [Int]
  var loss: [Double]
  var accuracy: [Double]
  var intra: [Double]

  init(_ rows: [HistoryRow]) {
    step = rows.map { $0.step }
    loss = rows.map { $0.loss }
    accuracy = rows.map { $0.accuracy }
    intra = rows.map { $0.intra }
  }
}

struct SavedOptions: Codable {
  var value: TrainingOptions

  private enum Key: String, CodingKey {
    case network, dimensions, usesBias, steps, batch, optimizer, warmup, marginWarmup, clip, seed
    case snapshotInterval, start, inputNoise
  }

  private static var integers: [(Key, WritableKeyPath<TrainingOptions, Int>)] {
    [
      (.dimensions, \.dimensions), (.steps, \.steps), (.batch, \.batch), (.warmup, \.warmup),
      (.marginWarmup, \.marginWarmup), (.snapshotInterval, \.snapshotInterval),
    ]
  }

  init(value: TrainingOptions) {
    self.value = value
  }

  init(from decoder: any Decoder) throws {
    value = TrainingOptions()
    try decoder.container(keyedBy: DocumentKey.self).decode(TrainingOptions.fields, into: &value)
    let container = try decoder.container(keyedBy: Key.self)
    for (key, place) in Self.integers {
      value[keyPath: place] = try container.decode(Int.self, forKey: key)
    }
    value.network = try SavedOptions.network(in: container)
    value.usesBias = try container.decode(Bool.self, forKey: .usesBias)
    value.optimizer = try container.decode(OptimizerKind.self, forKey: .optimizer)
    // Not there in what was saved before there was a choice.
    value.start = try container.decodeIfPresent(ClassStart.self, forKey: .start) ?? .even
    value.inputNoise = try container.decodeIfPresent(Double.self, forKey: .inputNoise) ?? 0
    value.clip = try container.decode(Double?.self, forKey: .clip)
    value.seed = try SavedOptions.seed(in: container)
  }

  /// The widths of an MLP; null for LeNets++, and a name for what came after it.
  private static func network(
    in container: KeyedDecodingContainer<Key>
  ) throws -> NetworkShape {
    if case .text(let name) = try container.decode(JSONValue.self, forKey: .network) {
      guard name == NetworkShape.lenet5.typed else {
        throw DecodingError.dataCorruptedError(
          forKey: .network, in: container, debugDescription: "a network that is not known")
      }
      return .lenet5
    }
    return try container.decode([Int]?.self, forKey: .network).map { .mlp($0) } ?? .lenet
  }

  /// A number of JSON is a double: a seed beyond those that a double holds exactly is a text.
  private static func seed(in container: KeyedDecodingContainer<Key>) throws -> UInt64 {
    if case .text(let text) = try container.decode(JSONValue.self, forKey: .seed),
      let seed = UInt64(text)
    {
      return seed
    }
    return try container.decode(UInt64.self, forKey: .seed)
  }

  func encode(to encoder: any Encoder) throws {
    var numbers = encoder.container(keyedBy: DocumentKey.self)
    try numbers.encode(TrainingOptions.fields, of: value)
    var container = encoder.container(keyedBy: Key.self)
    switch value.network {
    case .mlp(let widths): try container.encode(widths, forKey: .network)
    case .lenet: try container.encodeNil(forKey: .network)
    case .lenet5: try container.encode(value.network.typed, forKey: .network)
    }
    for (key, place) in Self.integers { try container.encode(value[keyPath: place], forKey: key) }
    try container.encode(value.usesBias, forKey: .usesBias)
    try container.encode(value.optimizer, forKey: .optimizer)
    try container.encode(value.clip, forKey: .clip)
    if value.inputNoise > 0 { try container.encode(value.inputNoise, forKey: .inputNoise) }
    if value.start != .even { try container.encode(value.start, forKey: .start) }
    if value.seed < 1 << 53 {
      try container.encode(value.seed, forKey: .seed)
    } else {
      try container.encode("\(value.seed)", forKey: .seed)
    }
  }
}
