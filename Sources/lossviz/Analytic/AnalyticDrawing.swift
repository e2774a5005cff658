import LossLab
import LossPlot

/// The last part of `curve` and `boundary`: a scene, drawn and written.
struct AnalyticDrawing {
  let name: String
  let options: RunOptions

  func write(_ console: Console, scene: (Theme) -> Scene) throws {
    let outputs = try OutputPlan(options, name: name)
    try outputs.checkWritable()
    var warnings: [String] = []
    for output in outputs.pictures {
      let picture = try render(
        scene(output.isDark ? .dark : .light),
        as: output.format.pictureFormat(scale: options.picture.scale),
        metadata: options.output.omitsMetadata ? nil : metadata(isDark: output.isDark))
      for warning in picture.warnings where !warnings.contains(warning) {
        warnings.append(warning)
        try console.warn(warning)
      }
      try writeWhole(picture.bytes, to: output.path)
      if output.path != "-" { try console.print(output.path) }
    }
  }

  private func metadata(isDark: Bool) -> PictureMetadata {
    var entries = [Recipe.Entry("command", .word(name))]
    if let losses = options.analytic.losses {
      entries.append(Recipe.Entry("loss", .word(losses.text)))
    }
    entries += options.loss.given.map { Recipe.Entry($0.option, .word($0.value.text)) }
    entries.append(Recipe.Entry("theme", .word(isDark ? "dark" : "light")))
    return PictureMetadata(
      software: "lossviz \(Lossviz.version)",
      recipe: Recipe(entries: entries).document(version: Lossviz.version))
  }
}
