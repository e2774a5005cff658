import LossPlot

extension PlotSession {
  /// What was left out or stands in, small on the picture.
  func notes(on input: FeatureInput) -> [String] {
    var notes = input.notes
    if let text = input.leftOutText { notes.append(text) }
    if let warning = LabelSpelling(input.classNames).warning { notes.append(warning) }
    if let pairs = input.pairs, pairs.contradictions > 0 {
      notes.append(
        "\(pairs.contradictions) of \(pairs.pairs.count) pairs are listed otherwise than their"
          + " labels say: the list counts")
    }
    if let pairs = input.pairs, pairs.leftOut > 0 {
      notes.append("\(pairs.leftOut) pairs are left out: a sample of theirs has no direction")
    }
    if input.singleClasses > 0 {
      let count = input.singleClasses
      notes.append(
        count == 1
          ? "one class has a single sample: it makes no pair of one class, and is its own center"
          : "\(count) classes have a single sample: they make no pair of one class, and are their"
            + " own centers")
    }
    if let weights = input.weights, !weights.bias.isEmpty {
      notes.append("the weights have a bias, which angles do not know")
    }
    return notes
  }

  /// Says the notes once on the messages, with what the measurement could not tell, or tells of all
  /// its numbers: that first.
  func say(of measurement: FeatureMeasurement, _ notes: inout [String]) throws {
    if !measurement.comparesAll {
      notes.append(
        "with a list of pairs, \(groupedText(measurement.count)) samples are not compared with all"
          + " classes: no identification, nearest class or margin")
    }
    let names = measurement.withoutDirection.map { measurement.classNames[$0] }
    if !names.isEmpty {
      let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
      let words =
        names.count == 1
        ? "class \(shown) has no mean direction, its features cancel: it is"
        : "\(names.count) classes (\(shown)) have no mean direction, their features cancel: they are"
      notes.append(words + " left out of all angles to class centers")
    }
    if let intervals = measurement.intervals, intervals.people < RateIntervals.fewest,
      measurement.dimensions > 3 || values.plot.panels != nil
    {
      notes.append(
        "\(intervals.people) classes have pairs of their own, fewer than \(RateIntervals.fewest):"
          + " the intervals are Wilson's, of as many trials as there are classes")
    }
    if let collapse = measurement.collapse { notes.insert(collapse, at: 0) }
    for note in notes { try console.warn(note.warning(in: picture.language)) }
  }

  func sayFacts(_ files: [MeasuredFile], _ comparisons: [ModelComparison]) throws {
    guard !console.isQuiet else { return }
    for file in files {
      let facts = FeatureFacts(file, in: picture.language)
      if files.count > 1 { try console.say(file.title) }
      try say(facts.rates + facts.angles + facts.standouts)
    }
    for one in comparisons {
      try console.say(one.title)
      try say(one.rows)
    }
  }

  private func say(_ rows: [TableRow]) throws {
    let cells = rows.map { [$0.name, $0.values.joined(separator: "  ")] }
    for line in alignedCells(cells, gap: 2) { try console.say(line) }
  }
}
