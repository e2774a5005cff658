/// What `lossviz identify` answers: for each case the loss that its numbers are.
package struct IdentifyAnswer: Sendable {
  package let cases: [Case]

  package struct Case: Sendable {
    package let id: String
    package let found: IdentifiedLoss
  }

  /// - Throws: `LabError` for a batch or results that are too few, with the case.
  package init(to request: IdentifyRequest) throws(LabError) {
    var cases: [Case] = []
    for one in request.observations {
      cases.append(Case(id: one.id, found: try Identifier.identify(one.observation)))
    }
    self.cases = cases
  }

  /// The answer to the one case, or `{"cases": […]}`; each also stands in `cases`.
  package var document: JSONValue {
    let all = cases.map { $0.document }
    guard all.count == 1, case .object(var only) = all[0] else { return ["cases": .list(all)] }
    only["cases"] = .list(all)
    return .object(only)
  }
}

extension IdentifyAnswer.Case {
  var document: JSONValue {
    var fields: [String: JSONValue] = [
      "id": .text(id), "tried": .number(Double(found.tried)),
      "fits": .bool(found.answer != nil), "undetermined": .bool(found.isUndetermined),
      "same": .list(found.same.map { .object($0.fields) }),
    ]
    if let answer = found.answer {
      fields.merge(answer.fields) { $1 }
    } else {
      fields["loss"] = .text("none")
      fields["nearest"] = found.nearest.map { .object($0.fields) } ?? .null
      fields["differs"] = .list(found.differing.map { .number(Double($0)) })
    }
    return .object(fields)
  }
}

extension IdentifiedLoss.Match {
  /// Its numbers also stand by their own names, as in the parameters of `evaluate`.
  var fields: [String: JSONValue] {
    var parameters: [String: JSONValue] = [:]
    for number in numbers where !number.name.hasPrefix("margins[") {
      parameters[number.name] = .number(number.value)
    }
    let margins = numbers.filter { $0.name.hasPrefix("margins[") }
    if !margins.isEmpty { parameters["margins"] = .list(margins.map { .number($0.value) }) }
    for word in words { parameters[word.name] = .text(word.value) }
    let gradient = mistakes.contains(.detachedGradient) ? "detached" : "exact"
    var fields: [String: JSONValue] = [
      "loss": .text(loss), "title": .text(title), "gradient": .text(gradient),
      "reduction": .text(reduction), "factor": .number(factor),
      "mistakes": .list(mistakes.map { .text($0.rawValue) }),
      "explanations": .list(mistakes.map { .text($0.text) }),
      "digits": .number(leastDigits), "open": .list(open.map { .text($0) }),
      "parameters": .object(parameters),
      "digits_of": .object(
        Dictionary(digits.map { ($0.result.rawValue, .number($0.count)) }) { first, _ in first }),
    ]
    fields["angle"] = angle.map { .number($0) }
    for (name, value) in parameters { fields[name] = value }
    return fields
  }

  /// As a heading: "ArcFace".
  package var title: String { LossEntry.all.first { $0.name == loss }?.title ?? loss }
}
