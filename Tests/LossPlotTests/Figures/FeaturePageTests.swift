import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossPictures
@testable import LossScene

/// What somebody who has to choose a threshold finds on the page.
struct FeaturePageTests {
  /// Noisy features, so that both kinds of pairs overlap and lengths differ.
  private func file(
    _ title: String = "mine", noise: Double = 1.2, names: [String]? = nil
  ) throws -> MeasuredFile {
    var generator = SplitMix64(seed: 5)
    let centers = (0..<12).map { _ in generator.normals(8) }
    let labels = (0..<120).map { $0 / 10 }
    var elements: [Double] = []
    for (index, label) in labels.enumerated() {
      let length = 1 + 0.01 * Double(index)
      let own: [Double] = generator.normals(8)
      let center = centers[label]
      elements += (0..<8).map { length * (center[$0] + noise * own[$0]) }
    }
    let measurement = try MeasurementRequest(
      rows: FeatureRows(Matrix(rows: 120, columns: 8, elements: elements)), labels: labels,
      classNames: names ?? (0..<12).map { "p\($0)" }
    ).measure()
    return MeasuredFile(
      title: title, measurement: measurement, labels: labels, places: Array(0..<120))
  }

  /// With long names fewer classes are listed, and each has its angle.
  @Test(arguments: [PageLanguage.en, .zh])
  func noBracketOfATableIsCut(language: PageLanguage) throws {
    let long = try file(names: (0..<12).map { "Alexandra_Rozovskaya_\($0)_Junior" })
    var style = FigureStyle()
    style.language = language
    for width in [240.0, 316, 516, 900] {
      style.fit.width = width
      let texts = featureScene([long], panels: [.pairs, .numbers], style: style).texts
      let said = texts.map(\.content.text).filter { $0.contains("…") }
      #expect(said.contains { $0.contains("°)") }, "\(width)")
      for words in said {
        #expect(words.count { $0 == "(" } == words.count { $0 == ")" }, "\(words) at \(width)")
      }
    }
  }

  private func words(
    _ panels: [FeaturePanel], files: [MeasuredFile]? = nil, bare: Bool = false,
    language: PageLanguage = .en
  ) throws -> [String] {
    var style = FigureStyle()
    style.language = language
    if bare { style.theme.omitted = PagePart.allCases }
    return featureScene(try files ?? [file()], panels: panels, style: style)
      .texts.map(\.content.text)
  }

  @Test func thePanelOfStrangersSaysRatesAndThresholds() throws {
    let file = try file()
    let set = try #require(file.measurement.openSet)
    #expect(!set.points.isEmpty)
    let said = try words([.openset], files: [file])
    for point in set.points {
      let found = said.first { $0.hasPrefix("FPIR 1e\(point.exponent): FNIR ") }
      #expect(found?.contains(rateText(point.falseNegative)) == true)
      #expect(found?.contains("°") == true)
    }
    let two = try words([.openset], files: [file, self.file("yours", noise: 0.9)])
    #expect(two.filter { $0.hasPrefix("FPIR 1e-1: FNIR ") }.count == 2)
  }

  @Test func ratesAreSpelledOutWhereTheyAreUsed() throws {
    let all = ["EER: ", "FAR: ", "TAR: ", "FPIR: ", "FNIR: "]
    let said = try words(FeaturePanel.usual(isComparison: false))
    for name in all { #expect(said.filter { $0.hasPrefix(name) }.count == 1, "\(name)") }
    let pairs = try words([.pairs])
    #expect(all.filter { name in pairs.contains { $0.hasPrefix(name) } } == ["EER: "])
    #expect(try words([.openset], language: .zh).contains { $0.hasPrefix("FNIR：漏识别率") })
  }

  @Test func searchesAndDistractorsAreToldApart() throws {
    let file = try file()
    let found = try #require(file.measurement.identification)
    let said = try words([.cmc], files: [file])
    #expect(said.contains("found at rank 1, of \(found.probes) searches"))
    #expect(said.contains("among 12 people, with"))
    let row = try #require(FeatureFacts(file).rates.first { $0.name.hasPrefix("rank 1") })
    #expect(row.values[0].hasSuffix("of \(found.probes) searches, 108 distractors"))
    let confused = try #require(FeatureFacts(file).standouts.first { $0.name == "most confused" })
    #expect(confused.values[0].hasSuffix(" of 20 samples"))
  }

  @Test func itSaysAtWhichLengthOneWouldCut() throws {
    let file = try file()
    let quality = try #require(file.measurement.quality)
    let said = try words([.lengths], files: [file])
    let line = try #require(said.first { $0.hasPrefix("10 % rejected: length below ") })
    let number = try #require(Double(line.split(separator: " ").last ?? ""))
    #expect(abs(number - quality.lengths[2]) < 0.01 * number)
  }

  @Test func arraysAreMeasuredWithoutRowsThatHaveNoDirection() throws {
    let file = try MeasuredFile(
      title: "mine",
      features: Matrix(rows: 5, columns: 2, elements: [1, 0, 1, 0.1, 0, 0, 0, 1, 0.1, 1]),
      labels: [0, 0, 0, 1, 1], classNames: ["a", "b"])
    #expect(file.places == [0, 1, 3, 4] && file.labels == [0, 0, 1, 1])
    #expect(file.measurement.accuracy == 1)
  }

  @Test func theSwatchOfWhatIsSharedHasTheColorThatIsDrawn() throws {
    let scene = featureScene([try file(noise: 2)], panels: [.pairs], style: FigureStyle())
    let colors = scene.groups("footer").flatMap(\.items).compactMap { item -> Color? in
      guard case .path(_, let fill, nil) = item else { return nil }
      return fill
    }
    let shared = try #require(colors.last)
    #expect(colors.count == 3 && shared.opacity == 1)
    let image = try renderPixels(scene, pixelsPerPoint: 2)
    // Above the footer.
    let rows = image.height * 3 / 4
    let drawn = stride(from: 0, to: rows * image.width * 3, by: 3).filter { place in
      zip(image.pixels[place..<place + 3], [shared.red, shared.green, shared.blue]).allSatisfy {
        abs(Int($0) - Int($1)) <= 2
      }
    }
    #expect(drawn.count > 500)
  }

  @Test func theNumbersOfAnAxisKeepApart() throws {
    let frame = Rectangle(x: 0, y: 0, width: 250, height: 200)
    let rates = 1e-6...0.5
    let panel = Panel(
      in: frame, x: Probit.value(of: 1e-6)...Probit.value(of: 0.5), y: 0...1, theme: .light)
    let all = Probit.ticks(in: rates)
    let ticks = panel.apart(all)
    #expect(ticks.count > 3 && ticks.count < all.count)
    for (one, next) in zip(ticks, ticks.dropFirst()) {
      let widths = [one, next].map { $0.label.width(size: 9.5, by: .pango) / 2 }
      #expect(panel.x(next.value) - panel.x(one.value) >= widths[0] + widths[1] + 7)
    }
  }

  @Test func bareIsThePanelsAlone() throws {
    let said = try words(FeaturePanel.usual(isComparison: false), bare: true)
    for panel in FeaturePanel.allCases {
      #expect(!said.contains { $0.hasPrefix(panel.question.en) }, "\(panel)")
    }
    #expect(said.contains("angle between the two samples of a pair"))
    var style = FigureStyle()
    style.theme.omitted = PagePart.allCases
    let cells = try (0..<2).map {
      Comparison.Cell(title: "m = 0.\($0)", content: .run(try FormulaRun().run))
    }
    let grid = comparisonScene(Comparison(title: "t", cells: cells), style: style)
    #expect(!grid.texts.contains { $0.content.text.hasPrefix("m = ") })
  }

  @Test func tablesFillTheirFrames() throws {
    let rows = (0..<8).map { TableRow("row \($0)", ["\($0)"]) }
    let frame = Rectangle(x: 0, y: 0, width: 300, height: 280)
    func height(_ isLoose: Bool) -> Double {
      TableColumns(rows, in: frame, theme: .light, isLoose: isLoose).height
    }
    #expect(height(true) == 8 * 22 && height(false) == 8 * 16)
  }

  @Test func theNameOfALossTakesTwoLinesBeforeItIsCut() throws {
    var style = FigureStyle()
    style.views = [.features]
    style.fit.width = 300
    let cells = try (0..<6).map { _ in
      Comparison.Cell(
        title: "Supervised contrastive loss", content: .run(try FormulaRun().run))
    }
    let scene = comparisonScene(Comparison(title: "t", cells: cells, columns: 3), style: style)
    let said = scene.texts.map(\.content.text)
    #expect(!said.contains { $0.hasPrefix("Supervised") && $0.hasSuffix("…") })
    #expect(said.contains("Supervised contrastive loss") || said.contains { $0.hasSuffix("loss") })
  }
}
