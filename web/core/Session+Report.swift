import LossLab
import LossPictures
import LossScene

extension Session {
  /// Where the training stands, in words and numbers, as JSON.
  ///
  /// - Parameter isBrief: without what need not follow every picture, until the last one.
  func report(isBrief: Bool) -> [UInt8] {
    let run = shownRun
    let caption = RunCaption(run, style: shownStyle)
    let warnings = run.warnings.map { jsonText($0.text(in: shownStyle.language)) }
    var fields = [
      "\"step\": \(stepsDone)", "\"steps\": \(options.steps)",
      "\"done\": \(isDone ? "true" : "false")", "\"loss\": \(number(loss))",
      "\"title\": \(jsonText(caption.title))",
      "\"facts\": [\(caption.facts.map { jsonText($0) }.joined(separator: ", "))]",
      "\"warnings\": [\(warnings.joined(separator: ", "))]",
    ]
    let metrics = run.metrics
    fields.append(
      "\"metrics\": {\"testAccuracy\": \(number(metrics.testAccuracy)), "
        + "\"intra\": \(number(metrics.intra * 180 / .pi)), "
        + "\"inter\": \(number(metrics.inter * 180 / .pi)), "
        + "\"gap\": \(number(metrics.gap * 180 / .pi)), "
        + "\"band\": \(number((caption.bandWidth ?? .nan) * 180 / .pi))}")
    // Where most of them are unfit, the band has no width.
    fields.append("\"unfitPairs\": \(caption.unfitPairs)")
    let rows = run.history.map { "[\($0.step), \(number($0.loss)), \(number($0.accuracy))]" }
    fields.append("\"history\": [\(rows.joined(separator: ", "))]")
    if !isBrief || isDone {
      let names = caption.classNames.map { jsonText($0) }.joined(separator: ", ")
      fields.append("\"classNames\": [\(names)]")
      fields.append("\"description\": \(jsonText(run.altText(style: shownStyle)))")
      fields.append("\"recipe\": \(recipeText)")
    }
    return Array("{\(fields.joined(separator: ", "))}".utf8)
  }

  private func number(_ value: Double) -> String { value.isFinite ? numberText(value) : "null" }

  /// Class weights, test features and training features of the finished run, as they are in memory:
  /// for comparing bits.
  func bits() throws(LabError) -> [UInt8] {
    let run = try run()
    var bytes: [UInt8] = []
    for matrix in [run.parameters.weights, run.test.features, run.train.features] {
      for element in matrix.elements {
        let bits = element.bitPattern
        SceneBytes.append(UInt32(truncatingIfNeeded: bits), to: &bytes)
        SceneBytes.append(UInt32(truncatingIfNeeded: bits >> 32), to: &bytes)
      }
    }
    return bytes
  }
}
