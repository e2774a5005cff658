import LossLab
import LossPlot

extension Option {
  static let pictureOptions: [Option] = [
    choice(
      "theme", \.picture.theme, in: .picture,
      help: "both: light, and dark beside it as NAME-dark.png"),
    width,
    number(
      "scale", \.picture.scale, NumberRange(lower: 0.1, upper: 10, text: "0.1 to 10"),
      in: .picture, help: "pixels of a PNG per point"),
    text(
      "title", \.picture.title, placeholder: "TEXT", in: .picture, help: "instead of the loss",
      isInRecipe: true),
    classNames,
    choice(
      "points", \.picture.points, in: .picture,
      help: "dots of SVG and PDF as shapes, or as one embedded image"),
  ]

  static let width = Option(
    name: "width", placeholder: "PT", group: .picture, help: "width of the picture in points",
    allowed: "100 to 10,000", defaultText: "900 for two panels, 600 for one",
    write: { options, given throws(ValueProblem) in
      let range = NumberRange(lower: 100, upper: 10_000, text: "100 to 10,000")
      options.picture.width = try range.number(given.text)
    },
    read: { $0.picture.width.map { .number($0) } })

  static let classNames = Option(
    name: "class-names", placeholder: "a,b,…", group: .picture,
    help: "what the classes are called on the picture", allowed: "names with commas between them",
    write: { options, given throws(ValueProblem) in
      guard let names = TypedText.list(given.text) else {
        throw ValueProblem(expected: "names with commas between them")
      }
      options.picture.classNames = names
    },
    read: { options in options.picture.classNames.map { .list($0.map { .word($0) }) } })
}
