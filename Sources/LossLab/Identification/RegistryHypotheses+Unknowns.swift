extension RegistryHypotheses {
  /// Its numbers, by the names of reference cases.
  var unknowns: [Unknown] {
    var names = entry.options.compactMap { option -> String? in
      guard case .number = option.values else { return nil }
      let isAddition = entry.kind == .softmax && ["gamma", "keep"].contains(option.name)
      return isAddition && entry.name != "focal" || option.name == "rate-of-means"
        || ["keep", "k", "h"].contains(option.name) ? nil : option.name
    }
    for name in entry.stateParameters where !names.contains(name) && !["k", "h"].contains(name) {
      names.append(name)
    }
    return names.compactMap { unknown($0) }
  }

  private func unknown(_ name: String) -> Unknown? {
    let mean = norms.reduce(0, +) / Double(max(1, count))
    let spread = (norms.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, count)))
      .squareRoot()
    switch name {
    case "s": return .scale()
    case "m": return margin
    case "m1": return .number("m1", [1, 1.35], from: 0, to: 8)
    case "m2": return .number("m2", [0.1, 0.5], from: 0, to: 2 * .pi)
    case "m3": return .number("m3", [0, 0.2], from: 0, to: 2)
    case "gamma": return .focus
    case "lambda":
      return entry.name == "sphereface2"
        ? .number("lambda", [0.7], from: 1e-6, to: 1 - 1e-6) : .positive("lambda", [0.01, 1])
    case "t":
      return entry.name == "sphereface2"
        ? .number("t", [3, 1.5], from: 1, to: 100) : .number("t", [0, 0.3], from: -1, to: 100)
    case "b": return .number("b", [-6, 0, 6])
    case "R": return .positive("R", [1, mean])
    case "temperature": return .positive("temperature", [0.07, 0.5], to: 100)
    case "mu": return .number("mu", [mean])
    case "sigma": return .positive("sigma", [max(1e-3, spread), 3 * max(1e-3, spread)])
    case "la", "lm", "ua", "um": return .number(name, [], from: 0, to: 1e9)
    default: return .number(name, [0, 1])
    }
  }

  private var margin: Unknown {
    guard let option = entry.option(named: "m"), case .number(let range, _) = option.values else {
      return .number("m", [0, 0.5])
    }
    // What is in degrees comes round again.
    if option.unit == .radians { return .number("m", [0.1, 0.5, 2.5, 4.5], from: 0, to: 2 * .pi) }
    return range.lower >= 1
      ? .number("m", [1.2, 1.7, 3], from: 1, to: range.upper)
      : .number(
        // Pairs and triplets come in one by one, each with a kink: no start is near for all.
        "m",
        entry.kind == .metric
          ? [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.7, 1, 1.5] : [0.1, 0.4],
        from: 0, to: range.upper)
  }

  /// Where numbers hang together.
  func starts(_ unknowns: [Unknown]) -> [[Double]] {
    guard entry.name == "magface" else { return [] }
    let ends = [(1.0, 10.0), (10, 110), ((norms.min() ?? 1) / 2, 2 * (norms.max() ?? 1))]
    return ends.flatMap { low, high in
      [(0.2, 0.6), (0.45, 0.8)].flatMap { least, most in
        [8.0, 30, 64].flatMap { s in
          [1.0, 20].map { weight in
            unknowns.map {
              switch $0.name {
              case "la": low
              case "ua": high
              case "lm": least
              case "um": most
              case "s": s
              default: weight
              }
            }
          }
        }
      }
    }
  }
}
