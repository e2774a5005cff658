#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Seconds that passed, and seconds that the threads of this process worked.
struct Moment {
  let wall: Double
  let work: Double

  static var now: Moment {
    Moment(wall: seconds(CLOCK_MONOTONIC), work: seconds(CLOCK_PROCESS_CPUTIME_ID))
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// What one piece of work took, several times over.
struct Timing {
  private var walls: [Double] = []
  private var works: [Double] = []

  /// - Parameter count: pieces in one call of `body`.
  init(repeats: Int, count: Int = 1, _ body: () throws -> Void) rethrows {
    for _ in 0..<repeats {
      let start = Moment.now
      try body()
      let end = Moment.now
      walls.append((end.wall - start.wall) / Double(count))
      works.append((end.work - start.work) / Double(count))
    }
  }

  /// As the fields of a result, in seconds.
  func fields(_ name: String = "") -> [Field] {
    let prefix = name.isEmpty ? "" : name + "_"
    return [
      Field(prefix + "wall", middle(walls)), Field(prefix + "wall_least", walls.min() ?? 0),
      Field(prefix + "cpu", middle(works)), Field(prefix + "cpu_least", works.min() ?? 0),
    ]
  }

  var least: Double { works.min() ?? 0 }

  private func middle(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}

/// One number of a result.
struct Field {
  let name: String
  let value: Double

  init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }
}

extension [Field] {
  /// One line of JSON.
  var line: String {
    "{" + map { "\"\($0.name)\": \($0.value.isFinite ? $0.value : -1)" }.joined(separator: ", ")
      + "}"
  }
}
