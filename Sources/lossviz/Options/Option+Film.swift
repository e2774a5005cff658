extension Option {
  static let filmOptions: [Option] = [
    integer(
      "fps", \.picture.fps, 1...50, in: .picture, help: "pictures a second of a film",
      default: "\(PictureOptions.usualFPS)"),
    seconds,
  ]

  static let seconds = Option(
    name: "seconds", placeholder: "X", group: .picture,
    help: "until the last picture of a film, which stands for 2 more",
    allowed: "0.1 to 30", range: "0.1 to 30",
    defaultText: TypedText.text(PictureOptions.usualSeconds),
    write: { options, given throws(ValueProblem) in
      options.picture.seconds = try NumberRange(lower: 0.1, upper: 30, text: "0.1 to 30")
        .number(given.text)
    },
    read: { $0.picture.seconds.map { .number($0) } })
}

extension PictureOptions {
  static let usualFPS = 12
  static let usualSeconds = 5.0
}
