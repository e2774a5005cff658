import LossPlot

/// The contact sheet: every loss at its defaults on the same data, in the order of the article.
struct Gallery: Sendable, Speaking {
  let values: GalleryValues
  let members: [Member]

  struct Member: Sendable {
    let entry: LossEntry
    /// `nil` for a loss that these data are nothing for.
    let plan: TrainingPlan?
    /// Why there is none.
    var reason = ""
  }

  /// Reads the data once and decides every training.
  ///
  /// - Throws: `UsageError`, `FileError`, `LabError` for what is wrong with the data.
  init(_ values: GalleryValues) throws {
    self.values = values
    var shelf = DataShelf()
    _ = try shelf.load(values.training.data)
    var members: [Member] = []
    for entry in LossEntry.articleOrder {
      var own = values.training
      own.loss.entry = entry
      do {
        members.append(Member(entry: entry, plan: try TrainingPlan(own, shelf: &shelf)))
      } catch LabError.misfit(let misfit) {
        members.append(Member(entry: entry, plan: nil, reason: LabError.misfit(misfit).description))
      }
    }
    self.members = members
  }

  var language: PageLanguage { values.training.picture.language }
  var plans: [TrainingPlan] { members.compactMap(\.plan) }

  var recipe: Recipe {
    Recipe(command: Command.gallery.name, values.recorded, files: plans.first?.recipe.files ?? [])
  }

  /// - Parameter outcomes: one for each plan; empty before the trainings, for the size of the page.
  func comparison(_ outcomes: [TrainingOutcome]) -> Comparison {
    var rest = outcomes[...]
    let cells = members.map { member -> Comparison.Cell in
      let content: Comparison.Cell.Content
      switch member.plan == nil ? nil : rest.popFirst() {
      case .success(let run)?: content = .run(run)
      case .failure(let failure)?: content = .failed(failure.message)
      case nil: content = .failed(member.reason)
      }
      var cell = Comparison.Cell(title: RichText(plain: member.entry.title), content: content)
      cell.lesson = text(member.entry.lesson)
      return cell
    }
    var comparison = Comparison(
      title: values.training.picture.title.map { RichText(plain: $0) } ?? name, equal: equal,
      facts: [
        text(
          Wording(
            "each loss at its defaults, trained from the same initial weights; each panel has axes of"
              + " its own", zh: "每种损失取默认参数，初始权重相同；各图坐标轴独立"))
      ], cells: cells, columns: Self.columns(cells.count))
    comparison.name = name
    comparison.hasEqualAxes = false
    return comparison
  }

  func scene(_ outcomes: [TrainingOutcome], _ theme: Theme) -> Scene {
    var style = values.training.picture.figureStyle(theme)
    // Few enough that all of them stay shapes in an SVG.
    style.dotLimit = 500
    return comparisonScene(comparison(outcomes), style: style)
  }

  /// Full rows where there are such, about as many columns as make a page.
  static func columns(_ count: Int) -> Int {
    [7, 6, 8, 5].min { left, right in
      (left - count % left) % left < (right - count % right) % right
    } ?? 7
  }

  private var name: RichText {
    text("\(members.count) losses on the same data", zh: "同一数据上的 \(members.count) 种损失")
  }

  private var equal: [RichText] {
    guard let plan = plans.first else { return [] }
    let seed = values.training.data.options.seed
    return [
      RichText(plain: plan.data.title(in: language)),
      text(Wording("seed \(seed)", zh: "种子 \(seed)")),
    ]
  }
}
