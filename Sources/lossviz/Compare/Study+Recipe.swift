import LossPlot

extension Study {
  /// The comparison as options: a list for each option that is swept, one value for what all
  /// settings share, and nothing for what each setting decides by itself.
  ///
  /// - Parameter only: the picture that carries it; `nil` for all of them.
  func recipe(only: OnlyPicture?) -> Recipe {
    let entries = Command.compare.options.compactMap { option in
      value(of: option, only: only).map { Recipe.Entry(option.name, $0) }
    }
    return Recipe(
      command: Command.compare.name, Recipe(entries: entries), files: settings[0].recipe.files)
  }

  private func value(of option: Option, only: OnlyPicture?) -> Recipe.Value? {
    if let axis = axes[option.name] {
      // Every value by itself, where they are few enough to be read.
      return axis.values.count <= Self.usualLimit
        ? .list(axis.values.all.map { .typed($0) }) : .word(axis.given.text)
    }
    switch option.name {
    case "seed" where seeds.count > 1 && !areCounted:
      return .list(seeds.map { .number(Double($0)) })
    case Option.view.name where !values.hasChosenViews: return nil
    case Option.only.name: return only.map { .word($0.rawValue) }
    case "seeds": return areCounted ? .number(Double(seeds.count)) : nil
    case Option.axes.name: return values.recorded[option.name]
    case _ where option.group == .compare: return values.recorded[option.name]
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
