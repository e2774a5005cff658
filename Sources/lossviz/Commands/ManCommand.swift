extension Command {
  static let man = Command(
    name: "man", summary: "print the manual page", usage: "man",
    examples: [
      "lossviz man > lossviz.1 && man ./lossviz.1": "read it"
    ],
    values: { _ in }
  ) { _, console in
    try console.output.write(ManualPage().text)
  }
}
