extension Option {
  static let filmOptions: [Option] = [
    integer(
      "fps", \.picture.fps, 1...50, in: .picture, help: "pictures a second of a film",
      default: "\(PictureOptions.usualFPS)"),
    seconds,
  ]

  static let seconds = number(
    "seconds", \.picture.seconds, NumberRange(lower: 0.1, upper: 30, text: "0.1 to 30"),
    in: .picture, help: "until the last picture of a film, which stands for 2 more",
    default: TypedText.text(PictureOptions.usualSeconds))
}

extension PictureOptions {
  static let usualFPS = 12
  static let usualSeconds = 5.0
}
