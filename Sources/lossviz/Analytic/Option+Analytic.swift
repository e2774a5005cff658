import LossLab
import LossPlot

extension Option {
  static let curveOptions: [Option] =
    lossLists + [
      flag(
        "slope", \.analytic.showsSlope, in: .picture, help: "dψ/dθ instead of ψ", isInRecipe: true),
      number(
        "from", \.analytic.from, NumberRange(lower: 0, upper: 179, text: "0 to 179 degrees"),
        in: .picture, help: "smallest angle, degrees"),
      number(
        "to", \.analytic.to, NumberRange(lower: 1, upper: 180, text: "1 to 180 degrees"),
        in: .picture, help: "largest angle, degrees"),
    ] + analyticOutputs

  static let boundaryOptions: [Option] =
    lossLists + [
      choice(
        "plane", \.analytic.plane, in: .picture,
        help: "features around a circle, both angles, or both cosines"),
      number(
        "angle", \.analytic.angle,
        NumberRange(lower: 1, upper: 179, text: "1 to 179 degrees"), in: .picture,
        help: "between the two class weights, degrees (circle)"),
      norms,
    ] + analyticOutputs.without(palette.name)

  /// The options of losses, `--loss` as a list.
  static let lossLists: [Option] =
    [
      Option(
        name: "loss", placeholder: "NAME,…", group: .loss,
        help: "losses side by side; so are lists of their options",
        allowed: "names of losses with commas between them", words: LossEntry.all.map(\.name),
        defaultText: "softmax,sphereface,cosface,arcface",
        write: { options, given throws(ValueProblem) in options.analytic.losses = given },
        read: { options in
          .list(
            (options.analytic.losses.map { TypedText.list($0.text) ?? [] }
              ?? LossSeries.usual(for: options.loss.given))
              .map { .word($0.lowercased()) })
        })
    ] + lossOptions.filter { $0.isOfLosses }.map(\.asTyped).map(\.takingLists)

  private static let norms = Option(
    name: "norms", placeholder: "X,Y", group: .picture,
    help: "lengths of the two weights; they matter to softmax and L-Softmax",
    allowed: "two numbers from 0.1 to 10", defaultText: "1,1",
    write: { options, given throws(ValueProblem) in
      let problem = ValueProblem(expected: "two numbers from 0.1 to 10, with a comma between them")
      let parts = (TypedText.list(given.text) ?? []).compactMap { TypedText.number($0) }
      guard parts.count == 2, parts.allSatisfy({ (0.1...10).contains($0) }) else { throw problem }
      options.analytic.norms = TwoClasses.Norms(first: parts[0], second: parts[1])
    },
    read: { .list([.number($0.analytic.norms.first), .number($0.analytic.norms.second)]) })

  /// The losses of a picture of pulls where nobody names any.
  static let usualPulls = ["cosface", "arcface"]

  private static func pulledLosses(_ option: Option) -> Option {
    var losses = option.explained(option.help, default: usualPulls.joined(separator: ","))
    losses.read = { options in
      options.analytic.losses == nil && options.loss.given.isEmpty
        ? .list(usualPulls.map { .word($0) }) : option.read?(options)
    }
    return losses
  }

  static let pullOptions: [Option] =
    lossLists.map { $0.name == "loss" ? pulledLosses($0) : $0 } + [
      integer(
        "classes", \.analytic.classes, 2...20, in: .data, help: "evenly around the circle"),
      own,
      Option.limit.explained(
        "the plane goes from −X to X", default: "10"),
    ] + analyticOutputs

  private static let own = Option(
    name: "own", placeholder: "nearest|N", group: .data,
    help: "the class that every point is taken as: the nearest, or one by its number from 1",
    allowed: "nearest, or a whole number from 1 to 20", defaultText: "nearest",
    write: { options, given throws(ValueProblem) in
      if given.text.lowercased() == "nearest" {
        options.analytic.own = nil
      } else {
        options.analytic.own = try integer(given.text, in: 1...20)
      }
    },
    read: { options in
      options.analytic.own.map { .number(Double($0)) } ?? .word("nearest")
    })

  private static let analyticOutputs: [Option] =
    stillPictureOptions.filter {
      ["theme", "palette", "width", "scale", "title", "adaptive"].contains($0.name)
        || pageOptions.map(\.name).contains($0.name)
    }
    .explaining("title", "instead of the usual one; \"\" for none")
    .explaining("width", default: "what the panels need")
    .explaining("palette", "colors of the losses: \(Palette.all.map(\.name).listed)")
    + stillPictureOutputs.without("json") + [config]

  /// The same hyper-parameter, in a recipe as the list that it may be.
  var asTyped: Option {
    var option = self
    option.read = { options in
      guard let given = options.loss.given.last(where: { $0.option == name }) else { return nil }
      return .list((TypedText.list(given.value.text) ?? []).map { .typed($0) })
    }
    return option
  }
}

extension Option {
  /// The same hyper-parameter where help says that it takes lists and ranges.
  fileprivate var takingLists: Option {
    var option = self
    option.placeholder = placeholder.map { $0 + ",…" }
    return option
  }
}

extension Recipe.Value {
  /// A number where the text is one, so that the recipe reads back to the same.
  static func typed(_ text: String) -> Recipe.Value {
    TypedText.number(text).map { .number($0) } ?? .word(text)
  }
}
