import LossPlot

extension Study {
  /// The comparison as options: a list for each option that is swept, one value for what all
  /// settings share, and nothing for what each setting decides by itself.
  ///
  /// - Parameters:
  ///   - only: the picture that carries it; `nil` for all of them.
  ///   - hasChosenViews: whether the panels were asked for; else their number follows from the
  ///     number of settings.
  func recipe(only: OnlyPicture?, hasChosenViews: Bool) -> Recipe {
    var own = options
    own.compare.only = only
    own.compare.seeds = areCounted ? seeds.count : nil
    var entries: [Recipe.Entry] = []
    for option in Command.compare.options {
      guard let value = value(of: option, own, hasChosenViews: hasChosenViews) else { continue }
      entries.append(.init(option.name, value))
    }
    return Recipe(
      entries: [.init(Recipe.commandKey, .word(Command.compare.name))] + entries,
      files: settings[0].recipe.files)
  }

  private func value(
    of option: Option, _ own: RunOptions, hasChosenViews: Bool
  ) -> Recipe.Value? {
    if let axis = axes.first(where: { $0.name == option.name }) { return axis.recipeValue }
    switch option.name {
    case "seed" where seeds.count > 1 && !areCounted:
      return .list(seeds.map { .number(Double($0)) })
    case Option.view.name where !hasChosenViews: return nil
    case Option.axes.name: return option.read?(own)
    case _ where option.group == .compare: return option.read?(own)
    default: break
    }
    let values = settings.compactMap { $0.recipe[option.name] }
    guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// Whether the seeds are the ones from the first on.
  private var areCounted: Bool {
    seeds.count > 1 && seeds.indices.allSatisfy { seeds[$0] == seeds[0] + $0 }
  }
}

extension SweepAxis {
  /// Every value by itself, where they are few enough to be read.
  fileprivate var recipeValue: Recipe.Value {
    guard values.count <= Study.usualLimit else { return .word(typed) }
    return .list((0..<values.count).map { .typed(values[$0]) })
  }
}
