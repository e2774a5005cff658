import LossPlot

extension Option {
  static let generalOptions: [Option] = [
    flag("quiet", short: "q", \.messages.isQuiet, in: .general, help: "only errors"),
    flag("verbose", short: "v", \.messages.isVerbose, in: .general, help: "say more"),
    choice(
      "color", \.messages.color, in: .general, help: "of messages; NO_COLOR is heeded",
      isInRecipe: false),
    flag(
      "help", short: "h", \.messages.showsHelp, in: .general, help: "show this", isAmbient: false),
    flag(
      "version", short: "V", \.messages.showsVersion, in: .general, help: "show the version",
      isAmbient: false),
  ]

  static let settingsOptions: [Option] = [
    config,
    flag(
      "print-config", \.messages.printsConfig, in: .general,
      help: "show what all of it comes to, and stop", isAmbient: false),
    flag("strict", \.isStrict, in: .general, help: "what a loss cannot reach is an error (exit 2)"),
  ]

  static let config = text(
    "config", \.messages.config, placeholder: "FILE.json", in: .general,
    help: "options by name; a recipe is one. Precedence: option, LOSSVIZ_NAME in the environment,"
      + " --config, default",
    isAmbient: false)
}
