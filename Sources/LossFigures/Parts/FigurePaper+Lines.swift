extension FigurePaper {
  /// Colors of lines that differ from one another on this paper.
  func lineColors(_ count: Int) -> [Color] {
    let colors = Palette.okabeIto.colors.map { theme.mark($0) }
    return (0..<count).map { colors[$0 % colors.count] }
  }

  /// A key of lines in these colors, each with the dashes that its place gives it in grey.
  func lineKey(_ names: [RichText], _ colors: [Color], width: Double) -> [KeyItem] {
    zip(names, colors).enumerated().map { index, one in
      KeyItem(.line(theme.line(index).stroke(one.1, width: width)), one.0)
    }
  }
}
