import LossPlot

/// What the page shows in a browser that cannot train: the picture of the command with its options.
struct PageStill {
  /// An SVG that is light or dark as its reader's system is.
  let svg: [UInt8]
  private let alt: String
  private let size: (width: Double, height: Double)
  private let recipe: Recipe

  /// Trains, as the command does.
  ///
  /// - Returns: `nil` where the training has no end to show: the page says why when it gets there.
  /// - Throws: what training and drawing throw, apart from `LabError.diverged` and `.collapsed`.
  init?(_ plan: TrainingPlan, _ picture: PictureOptions, _ console: Console) throws {
    let run: Run
    do {
      run = try plan.train(console, threads: availableCores).run
    } catch LabError.diverged, LabError.collapsed {
      return nil
    }
    func scene(_ theme: Theme) -> Scene { picture.scene(of: run, theme: picture.dressed(theme)) }
    let light = scene(picture.theme == .dark ? .dark : .light)
    let drawn =
      picture.theme == .dark
      ? try render(light, as: .svg) : try render(light, dark: scene(.dark), as: .svg)
    svg = drawn.bytes
    size = (light.width, light.height)
    alt = light.description
    recipe = plan.recipe
  }

  /// For the page: its words for those who do not see it, its size, and all that it shows.
  var json: String {
    let settings = recipe.entries.map { "\(jsonText($0.name)): \($0.value.json)" }
    return "{\"alt\": \(jsonText(alt)), \"width\": \(TypedText.text(size.width.rounded())), "
      + "\"height\": \(TypedText.text(size.height.rounded())), "
      + "\"settings\": {\(settings.joined(separator: ", "))}}"
  }
}
