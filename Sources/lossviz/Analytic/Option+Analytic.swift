import LossPlot

extension Option {
  static let curveOptions: [Option] =
    lossLists() + [
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
    lossLists() + [
      choice(
        "plane", \.analytic.plane, in: .picture,
        help: "features around a circle, both angles, or both cosines"),
      number(
        "angle", \.analytic.angle,
        NumberRange(lower: 1, upper: 179, text: "1 to 179 degrees"), in: .picture,
        help: "between the two class weights, degrees (circle)"),
      norms,
    ] + analyticOutputs.explaining(palette.name, palette.help, default: "okabe-ito")

  /// The options of losses with a class layer, `--loss` as a list.
  ///
  /// - Parameter standard: the losses where nobody says anything.
  private static func lossLists(_ standard: [String] = LossSeries.standard) -> [Option] {
    let names = loss.explained(
      "losses side by side; so are lists of their options", default: standard.joined(separator: ",")
    ).takingLists.with {
      $0.allowed = "names of losses with commas between them"
      $0.words = LossSeries.losses.map(\.name)
      $0.read = { options in
        let texts =
          options.swept[loss.name]?.values.texts
          ?? LossSeries.usual(for: options.swept, standard: standard)
        return .list(texts.map { .word($0.lowercased()) })
      }
    }
    let lists = hyperParameters(of: LossSeries.losses).map { option in
      option.takingLists.with {
        $0.write = { [write = $0.write] options, given throws(ValueProblem) in
          _ = try given.filled("a value")
          try write(&options, given)
        }
        $0.read = { options in
          options.swept[option.name].map { .list($0.values.texts.map { .typed($0) }) }
        }
      }
    }
    return [names] + lists
  }

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

  static let pullOptions: [Option] =
    lossLists(usualPulls) + [
      integer(
        "classes", \.analytic.classes, 2...20, in: .data, help: "evenly around the circle"),
      own,
      Option.limit.explained(
        "the plane goes from −X to X", default: "10"),
    ] + analyticOutputs.explaining(palette.name, palette.help)

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

  /// Of pictures without a training.
  static let analyticPicture: [Option] =
    stillPictureOptions.filter {
      ["theme", "palette", "width", "scale", "title", "adaptive"].contains($0.name)
        || pageOptions.map(\.name).contains($0.name)
    }
    .explaining("title", "instead of the usual one; \"\" for none")
    .explaining("width", default: "what the panels need")

  private static let analyticOutputs: [Option] =
    analyticPicture.explaining("palette", "colors of the losses: \(Palette.all.map(\.name).listed)")
    + stillPictureOutputs.without("json") + [config]
}
