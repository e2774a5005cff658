/// What `--json` says of one run: recipe, metrics, bounds, classes, boundaries, history.
///
/// Angles are in degrees here, directions in 0 ..< 360; what cannot be said is null.
package struct RunReport: Sendable {
  package var run: Run
  package var recipe: JSONValue
  /// Of the program.
  package var version: String
  /// Paths as they were printed.
  package var outputs: [String]
  package var timing: Timing
  /// What logistic regression on the inputs reaches on the test; `nil` where that is not known.
  package var linearAccuracy: Double?

  /// In seconds.
  package struct Timing: Sendable, Equatable {
    package var data: Double
    /// Optimiser steps only.
    package var train: Double
    package var draw: Double
    package var total: Double

    package init(data: Double, train: Double, draw: Double, total: Double) {
      self.data = data
      self.train = train
      self.draw = draw
      self.total = total
    }

    package var document: JSONValue {
      [
        "data": .number(data), "train": .number(train), "draw": .number(draw),
        "total": .number(total),
      ]
    }
  }

  package init(
    run: Run, recipe: JSONValue, version: String, outputs: [String], timing: Timing,
    linearAccuracy: Double? = nil
  ) {
    self.linearAccuracy = linearAccuracy
    self.run = run
    self.recipe = recipe
    self.version = version
    self.outputs = outputs
    self.timing = timing
  }

  package var document: JSONValue {
    [
      "schema": 1, "version": .text(version), "recipe": recipe, "metrics": allMetrics,
      "bounds": bounds, "classes": .list(classes),
      "boundaries": .list(run.boundaries.map(boundary)), "history": .list(history),
      "warnings": .list(run.warnings.map { .text($0.words.en) }),
      "outputs": .list(outputs.map { .text($0) }),
      "timing": timing.document,
    ]
  }

  private var allMetrics: JSONValue {
    guard let linearAccuracy, case .object(var object) = metrics else { return metrics }
    object["linearAccuracy"] = number(linearAccuracy)
    return .object(object)
  }

  /// The numbers of `RunMetrics`, angles in degrees.
  package var metrics: JSONValue {
    var object: [String: JSONValue] = [:]
    for field in RunMetrics.fields {
      let value = run.metrics[keyPath: field.path]
      object[field.key] = number(field.isAngle ? degrees(value) : value)
    }
    object["collapsed"] = .bool(run.collapse != nil)
    return .object(object)
  }

  private var bounds: JSONValue {
    [
      "mMax": number(run.bounds.largestMargin), "sMin": number(run.bounds.smallestScale),
      "feasible": .bool(run.bounds.isFeasible),
    ]
  }

  private var classes: [JSONValue] {
    let parameters = run.parameters
    let centers = parameters.centers.rows > 0 ? parameters.centers : meanFeatures
    let classifier = run.classifier
    let dominant = classifier.dominantRows(in: run.train)
    return run.facts.classNames.enumerated().map { index, name in
      // Of several the one that most samples are nearest to.
      let weight = parameters.weights.row(dominant[index])
      let isPlanar = weight.count == 2
      var object: [String: JSONValue] = [
        "name": .text(name), "weight": .list(weight.map(number)),
        "bias": number(parameters.bias.isEmpty ? 0 : parameters.bias[index]),
        "center": .list(centers.row(index).map(number)),
        "angle": isPlanar ? direction(atan2(weight[1], weight[0])) : .null,
      ]
      if classifier.head.rowsPerClass > 1 {
        object["weights"] = .list(
          classifier.rows(of: index).map { .list(parameters.weights.row($0).map(number)) })
      }
      return .object(object)
    }
  }

  /// Of each class of the training, where the loss has learned no centers; NaN without samples.
  private var meanFeatures: Matrix<Double> {
    let spread = ClassSpread(run.train, classes: run.facts.classNames.count)
    var means = spread.means
    for label in 0..<means.rows where spread.counts[label] == 0 {
      for k in 0..<means.columns { means[label, k] = .nan }
    }
    return means
  }

  private func boundary(_ boundary: AngularBoundary) -> JSONValue {
    let names = run.facts.classNames
    return [
      "between": [.text(names[boundary.first]), .text(names[boundary.second])],
      "inference": direction(boundary.inference),
      "margin": [direction(boundary.firstRule), direction(boundary.secondRule)],
      "width": number(boundary.width.map(degrees)),
    ]
  }

  private var history: [JSONValue] {
    run.history.map { row in
      [
        "step": .number(Double(row.step)), "loss": number(row.loss),
        "accuracy": number(row.accuracy), "intra": number(degrees(row.intra)),
      ]
    }
  }

  private func direction(_ radians: Double?) -> JSONValue {
    guard let radians, radians.isFinite else { return .null }
    let angle = degrees(turned(radians))
    return .number(angle < 360 ? angle : 0)
  }

  /// Null for nothing and for what JSON has no number for.
  private func number(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    return .number(value)
  }
}
