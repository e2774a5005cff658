extension Option {
  /// Whether `compare` may go through several values of it.
  var isSweepable: Bool { isOfLosses || ["loss", "noise", "seed"].contains(name) }

  /// The same option taking lists and ranges; where one value is asked for, it is the first.
  var sweeping: Option {
    guard isSweepable else { return self }
    return takingLists.with {
      $0.write = { [name, write] options, given throws(ValueProblem) in
        let axis = try SweepAxis(name, given)
        for text in axis.values.telling {
          var trial = options
          try write(&trial, axis.single(text))
        }
        try write(&options, axis.single(axis.values[0]))
        options.swept.replace(by: axis)
      }
    }
  }

  /// The same option where what it takes are lists and ranges, and nothing else is kept.
  var takingLists: Option {
    with {
      $0.placeholder = placeholder.map { $0 + ",…" }
      $0.write = { [name] options, given throws(ValueProblem) in
        options.swept.replace(by: try SweepAxis(name, given))
      }
    }
  }
}
