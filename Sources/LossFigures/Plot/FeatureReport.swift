/// What `plot --json` says of one file: angles in degrees, rates from 0 to 1, null for what cannot
/// be measured.
package struct FeatureReport: Sendable {
  package var file: MeasuredFile
  /// With which the picture was drawn, where features have two or three dimensions.
  package var run: Run?
  package var recipe: JSONValue
  package var version: String
  package var outputs: [String]
  /// In seconds.
  package var timing: [String: Double]

  package init(
    file: MeasuredFile, run: Run?, recipe: JSONValue, version: String, outputs: [String],
    timing: [String: Double]
  ) {
    self.file = file
    self.run = run
    self.recipe = recipe
    self.version = version
    self.outputs = outputs
    self.timing = timing
  }

  var measured: FeatureMeasurement { file.measurement }

  package var document: JSONValue {
    var object: [String: JSONValue] = [
      "schema": 1, "version": .text(version), "recipe": recipe, "title": .text(file.title),
      "samples": number(Double(measured.count)), "dimensions": number(Double(measured.dimensions)),
    ]
    var warnings = file.notes.map { $0.en }
    if let run {
      if case .object(let fields) = report(run).document {
        for key in ["bounds", "boundaries"] { object[key] = fields[key] }
      }
      warnings += run.warnings.map { $0.words.en }.filter { !warnings.contains($0) }
    }
    object["metrics"] = .object(metrics)
    object["classes"] = .list(measured.table.rows.map(row))
    object["confusions"] = .list(measured.table.confusions.map(confusion))
    object["suspects"] = .list(
      measured.collapse == nil ? measured.table.suspects.prefix(20).map(suspect) : [])
    object["warnings"] = .list(warnings.map { .text($0) })
    object["outputs"] = .list(outputs.map { .text($0) })
    object["timing"] = .object(timing.mapValues { .number($0) })
    return .object(object)
  }

  private func report(_ run: Run) -> RunReport {
    RunReport(
      run: run, recipe: recipe, version: version, outputs: outputs,
      timing: .init(data: 0, train: 0, draw: 0, total: 0))
  }

  /// In two and three dimensions those of a training, too.
  private var metrics: [String: JSONValue] {
    var metrics: [String: JSONValue] = [
      "normCV": number(measured.normCV), "testAccuracyCosine": number(measured.accuracy),
      "violations": number(measured.violations),
    ]
    if let run {
      if case .object(let own) = report(run).metrics { metrics.merge(own) { _, new in new } }
      // Without a loss nothing was measured of these.
      if run.facts.loss.isEmpty {
        metrics["loss"] = .null
        metrics["violations"] = .null
      }
    }
    // Of one definition with `table3`, and null where that is.
    metrics["intra"] = degrees(measured.table3.intra)
    metrics["intra95"] = degrees(measured.intra95)
    metrics["inter"] = degrees(measured.table3.inter)
    metrics["minInter"] = degrees(measured.minInter)
    if measured.table3.inter.isNaN {
      for key in ["gap", "minGap", "angularFisherScore"] where metrics[key] != nil {
        metrics[key] = .null
      }
    }
    metrics["collapsed"] = .bool(measured.collapse != nil)
    metrics["pairs"] = pairs
    metrics["identification"] = identification
    metrics["openSet"] = openSet
    metrics["quality"] = quality
    metrics["suspects"] = .list(
      measured.collapse == nil ? measured.table.suspects.map(suspect) : [])
    metrics["table3"] = [
      "W-EC": degrees(measured.table3.weightToCenter),
      "W-Inter": degrees(measured.table3.weightInter),
      "Intra": degrees(measured.table3.intra), "Inter": degrees(measured.table3.inter),
    ]
    return metrics
  }

  private func row(_ row: ClassTable.Row) -> JSONValue {
    var object: [String: JSONValue] = [
      "name": name(row.classIndex), "samples": number(Double(row.count)),
      "intra": degrees(row.intra), "nearest": row.nearest.map(name) ?? .null,
      "distance": row.nearest == nil ? .null : degrees(row.distance), "strays": number(row.strays),
      "length": number(row.length),
    ]
    if let run {
      let weight = run.parameters.weights.row(row.classIndex)
      object["weight"] = .list(weight.map(number))
    }
    return .object(object)
  }

  private func confusion(_ pair: ClassTable.Confusion) -> JSONValue {
    [
      "between": [name(pair.first), name(pair.second)], "samples": number(Double(pair.samples)),
      "angle": degrees(pair.angle),
    ]
  }

  private func suspect(_ suspect: ClassTable.Suspect) -> JSONValue {
    [
      "row": number(Double(file.places[suspect.row])), "label": name(suspect.label),
      "looksLike": name(suspect.looksLike), "own": degrees(suspect.own),
      "other": degrees(suspect.other), "cause": .text(suspect.cause.rawValue),
    ]
  }

  private func name(_ index: Int) -> JSONValue { .text(measured.classNames[index]) }

  func degrees(_ angle: Double?) -> JSONValue { number(angle.map { $0 * 180 / .pi }) }

  func number(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return .number(value)
  }
}

extension [MeasuredFile] {
  /// The numbers of all files side by side, as a Markdown table.
  package var markdownTable: String {
    let columns = map { FeatureFacts($0).rates + FeatureFacts($0).angles }
    var text = "| | \(map { $0.title.markdownCell }.joined(separator: " | ")) |\n"
    text += "|---|\(String(repeating: "---:|", count: count))\n"
    for index in columns.first?.indices ?? 0..<0 {
      let values = columns.map { $0[index].values.joined(separator: " ").markdownCell }
      text += "| \(columns[0][index].name) | \(values.joined(separator: " | ")) |\n"
    }
    return text
  }

  /// One line a sample that lies nearer to another class than to its own, worst first: its row in
  /// the file, from 0, both classes, angles in degrees, and the likely cause: label or image.
  package var suspectTable: String {
    var text = "file,row,label,looks_like,own,other,cause\n"
    for file in self where file.measurement.collapse == nil {
      let names = file.measurement.classNames.map(tableCell)
      for suspect in file.measurement.table.suspects {
        text +=
          "\(tableCell(file.title)),\(file.places[suspect.row]),\(names[suspect.label]),"
          + "\(names[suspect.looksLike]),\(suspect.own * 180 / .pi),\(suspect.other * 180 / .pi),"
          + "\(suspect.cause.rawValue)\n"
      }
    }
    return text
  }

  /// One line a class: how tight it is and what lies next to it, angles in degrees.
  package var classTable: String {
    var text = "file,class,samples,intra,nearest,distance,strays,length\n"
    for file in self {
      let names = file.measurement.classNames.map(tableCell)
      for row in file.measurement.table.rows {
        let intra = row.intra.isNaN ? "" : "\(row.intra * 180 / .pi)"
        let nearest = row.nearest.map { names[$0] } ?? ""
        let distance = row.nearest == nil ? "" : "\(row.distance * 180 / .pi)"
        text +=
          "\(tableCell(file.title)),\(names[row.classIndex]),\(row.count),"
          + "\(intra),\(nearest),\(distance),\(row.strays.isNaN ? "" : "\(row.strays)"),"
          + "\(row.length)\n"
      }
    }
    return text
  }
}
