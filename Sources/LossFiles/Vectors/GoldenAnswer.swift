/// What `lossviz evaluate` answers: value and gradients of every case of a file, in doubles.
package struct GoldenAnswer: Sendable, Equatable {
  package let loss: String
  package let cases: [Case]

  /// The answer to one case; `nil` for what its loss does not have.
  package struct Case: Sendable, Equatable {
    package let id: String
    package let value: Double
    /// ∂value/∂x, `batch × dimensions`.
    package let featureGradient: Matrix<Double>
    package let weightGradient: Matrix<Double>?
    package let biasGradient: [Double]?
    package let centerGradient: Matrix<Double>?
    /// Δc of the paper, one row a class.
    package let centerStep: Matrix<Double>?
    /// By the learned scalars of the loss, under their names.
    package let scalarGradients: [ScalarGradient]
  }

  /// ∂value/∂ a learned scalar: `grad_R` in documents.
  package struct ScalarGradient: Sendable, Equatable {
    package let name: String
    package let value: Double
  }

  /// - Parameter path: of the file, for messages.
  /// - Throws: `LabError` for a loss that is not known, `UnfitCase` and `FileError.malformed` with
  ///   the case for one that cannot be evaluated.
  package init(to file: GoldenFile, path: String) throws {
    loss = file.loss
    // Said once, not as the fault of the first case.
    _ = try LossEntry.named(file.loss)
    var cases: [Case] = []
    for (index, one) in file.cases.enumerated() {
      let key = "cases[\(index)]"
      do {
        cases.append(try Case(one, loss: file.loss))
      } catch let error as LabError {
        throw UnfitCase(path: path, key: key, cause: error)
      } catch let problem as CaseProblem {
        throw FileError.malformed(
          path: path, place: .key(key), problem: problem.text, hint: problem.hint)
      }
    }
    self.cases = cases
  }
}

/// A case whose loss or parameters are not those of a loss: who knows the words says them.
package struct UnfitCase: Error, Equatable {
  package let path: String
  /// Of the document: `cases[3]`.
  package let key: String
  package let cause: LabError

  /// The same as an error of the file.
  ///
  /// - Parameters:
  ///   - problem: the cause in words, one lower-case clause without a full stop.
  ///   - hint: what to do next.
  package func inFile(_ problem: String, hint: String) -> FileError {
    .malformed(path: path, place: .key(key), problem: problem, hint: hint)
  }
}

/// What is wrong with the numbers of a case.
private struct CaseProblem: Error {
  let text: String
  let hint: String
}

extension GoldenAnswer.Case {
  /// Larger numbers than this would leave the range of doubles when they are squared and summed.
  private static let largest = 1e100

  init(_ question: GoldenFile.Case, loss name: String) throws {
    let reference = try ReferenceLoss(
      name, question.referenceParameters, hasWeights: question.weights != nil)
    let classes = try question.classes(of: reference)
    try reference.entry.check(classes: classes)
    let parameters = try question.classParameters(of: reference, name)
    let numbers =
      question.features.elements + parameters.weights.elements + parameters.bias
      + parameters.centers.elements
    if let number = numbers.first(where: { abs($0) > Self.largest }) {
      throw CaseProblem(text: "\(number) is beyond 1e100", hint: "scale the case down")
    }
    let alphas = reference.classWeights
    if !alphas.isEmpty && alphas.count != classes {
      throw CaseProblem(
        text: "alpha has \(alphas.count) numbers for \(classes) classes",
        hint: "give one number for all classes, or one a class")
    }
    let output = reference.loss.evaluate(
      LossInput(
        features: question.features, labels: question.labels, parameters: parameters))
    id = question.id
    value = output.value
    featureGradient = output.featureGradient
    weightGradient = reference.usesWeights ? output.weightGradient : nil
    biasGradient = parameters.bias.isEmpty ? nil : output.biasGradient
    centerGradient = reference.usesCenters ? output.centerGradient : nil
    centerStep = reference.usesCenters ? output.centerStep : nil
    scalarGradients = zip(reference.entry.stateNames, output.scalarGradient).map {
      GoldenAnswer.ScalarGradient(name: $0, value: $1)
    }
  }
}

extension GoldenFile.Case {
  fileprivate func classParameters(
    of reference: ReferenceLoss, _ name: String
  ) throws -> ClassParameters {
    let none = Matrix<Double>(rows: 0, columns: features.columns)
    let parameters = ClassParameters(
      weights: weights ?? none, bias: reference.usesWeights ? bias ?? [] : [],
      centers: centers ?? none, scalars: reference.loss.scalars, means: reference.loss.means)
    if reference.usesWeights && parameters.weights.rows == 0 {
      throw CaseProblem(text: "\(name) needs class weights", hint: "W has one row a class")
    }
    if reference.usesCenters && parameters.centers.rows == 0 {
      throw CaseProblem(
        text: "\(name) needs centers",
        hint: "one row a class: centers in the case, or --centers FILE")
    }
    return parameters
  }

  /// The number of classes, each with as many rows of weights as the loss says.
  fileprivate func classes(of reference: ReferenceLoss) throws -> Int {
    if let count = reference.sampleCount, count != labels.count {
      throw CaseProblem(
        text: "'margins' has \(count) numbers for \(labels.count) samples",
        hint: "give one a sample")
    }
    let rows = reference.rowsPerClass
    guard rows > 1 else { return rowCount }
    let classes = rowCount / rows
    guard classes * rows == rowCount else {
      throw CaseProblem(
        text: "\(rowCount) rows of class weights are not \(rows) for each class",
        hint: "W has k rows a class, one after another")
    }
    if let label = labels.first(where: { $0 >= classes }) {
      throw CaseProblem(
        text: "label \(label) of \(classes) classes with \(rows) rows of weights each",
        hint: "labels are classes from 0, not rows of W")
    }
    return classes
  }

  /// The parameters in the words of `ReferenceLoss`, by name; what is none of its kinds left out.
  var referenceParameters: [(name: String, value: ReferenceParameter)] {
    parameters.sorted { $0.key < $1.key }.compactMap { name, value in
      switch value {
      case .number(let number): return (name, .number(number))
      case .text(let word): return (name, .word(word))
      case .bool(let flag): return (name, .flag(flag))
      case .list(let list):
        let numbers = list.compactMap { item -> Double? in
          if case .number(let number) = item { number } else { nil }
        }
        return numbers.count == list.count ? (name, .numbers(numbers)) : nil
      case .null, .object: return nil
      }
    }
  }
}

extension GoldenAnswer {
  /// `{"loss": …, "cases": [{"id": …, "value": …, "grad_x": …}, …]}`.
  package var document: JSONValue {
    ["loss": .text(loss), "cases": .list(cases.map { $0.document })]
  }
}

extension GoldenAnswer.Case {
  var document: JSONValue {
    var object: [String: JSONValue] = [
      "id": .text(id), "value": .number(value), "grad_x": rows(featureGradient),
    ]
    object["grad_W"] = weightGradient.map(rows)
    object["grad_b"] = biasGradient.map { .list($0.map { .number($0) }) }
    object["grad_centers"] = centerGradient.map(rows)
    object["delta_centers"] = centerStep.map(rows)
    for scalar in scalarGradients { object["grad_\(scalar.name)"] = .number(scalar.value) }
    return .object(object)
  }

  private func rows(_ matrix: Matrix<Double>) -> JSONValue {
    .list((0..<matrix.rows).map { .list(matrix.row($0).map { .number($0) }) })
  }
}
