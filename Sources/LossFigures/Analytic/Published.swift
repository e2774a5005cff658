extension Figure {
  /// The papers' own tables of controlled experiments.
  static let published = Figure(
    name: "published",
    title: Wording("What the papers measured", zh: "论文中的对照实验"),
    source: Wording("CosFace Table 2, ArcFace Table 2", zh: "CosFace 表 2、ArcFace 表 2"),
    summary: Wording(
      "Two tables in which everything but the loss is equal. Losses with a margin are ahead of "
        + "softmax, most of all where a face must be found among a million others.",
      zh: "两张除损失外一切相同的对照表。带间隔的损失优于 softmax，在百万干扰人脸中检索时差距最大。"),
    caveat: Wording(
      "Numbers of the papers, not of lossviz. The article's MegaFace step from 91 % to 98 % compares "
        + "the raw gallery with the refined one.",
      zh: "均为论文数字而非 lossviz 测得；文章所说 MegaFace 从 91 % 到 98 % 比较的是原始库与清洗后的库。"),
    citations: [
      "Wang et al. 2018, CVPR, arXiv:1801.09414, Table 2",
      "Deng et al. 2019, CVPR, arXiv:1801.07698, Table 2",
    ]
  ) { _ in
    FigureResult(claims: publishedClaims()) { paper in
      let tables: [(table: PublishedTable, columns: [Int], range: ClosedRange<Double>)] = [
        (.sameNetwork, [2, 3], 50...95), (.arcFaceLosses, [0, 1, 2], 87...100.5),
      ]
      return paper.gridPage(
        FigureGrid(
          columns: 2, aspect: nil, gap: 26, top: 22, bottom: Panel.tickRoom + 4, keepsHeight: true),
        size: (980, 620)
      ).scene {
        zip(tables, $0).map { shown, frame in
          TableChart(table: shown.table, columns: shown.columns, range: shown.range).item(
            in: frame, theme: paper.theme, language: paper.language)
        }
      }
    }
  }

  private static func publishedClaims() -> [Claim] {
    func value(_ row: String, _ column: String) -> Double {
      PublishedTable.sameNetwork.value(row, column) ?? .nan
    }
    let column = "MegaFace rank-1"
    let order = ["Softmax", "Softmax + Center", "L-Softmax", "A-Softmax", "LMCL (CosFace)"]
    let values = order.map { value($0, column) }
    let arc = PublishedTable.arcFaceLosses
    let columns = arc.columns
    let wins = columns.allSatisfy { column in
      guard let best = arc.value("ArcFace (0.5)", column) else { return false }
      return arc.rows.allSatisfy { (arc.value($0.name, column) ?? 0) <= best }
    }
    return [
      Claim(
        Wording(
          "MegaFace rank-1 rises from softmax over center loss, L-Softmax and A-Softmax to CosFace",
          zh: "MegaFace rank-1 依 softmax、center、L-Softmax、A-Softmax、CosFace 之序上升"),
        threshold: Wording("strictly rising in CosFace's Table 2", zh: "CosFace 表 2 中严格上升"),
        measured: zip(order, values).map { .init(Wording($0), $1, unit: " %") },
        isReproduced: zip(values, values.dropFirst()).allSatisfy { $0 < $1 }),
      Claim(
        Wording(
          "ArcFace with m = 0.5 is best or equal on all three sets",
          zh: "ArcFace（m = 0.5）在三个测试集上最佳或并列"),
        threshold: Wording("no larger number in ArcFace's Table 2", zh: "ArcFace 表 2 中没有更大的数"),
        measured: columns.map {
          .init(Wording($0), arc.value("ArcFace (0.5)", $0) ?? .nan, unit: " %")
        },
        isReproduced: wins),
    ]
  }
}

/// A table as dots on one scale, a line for each row.
struct TableChart {
  var table: PublishedTable
  /// Columns shown.
  var columns: [Int]
  /// Percent.
  var range: ClosedRange<Double>

  func item(in frame: Rectangle, theme: Theme, language: PageLanguage) -> Scene.Item {
    let names = table.rows.map { RichText(plain: $0.title[language]) }
    let room = (names.map { $0.width(size: theme.smallSize, by: theme.measure) }.max() ?? 0) + 10
    let count = Double(table.rows.count)
    let inner = frame.inset(left: room, top: 16)
    let panel = Panel(in: inner, x: range, y: -0.5...count - 0.5, theme: theme)
    let colors = [0, 4, 2].map { theme.mark(Palette.okabeIto.colors[$0]) }
    let head: [Scene.Item] = [
      panel.axes(x: Axis(grid: true, unit: " %"), y: nil), panel.border,
      .text(
        RichText(plain: table.title[language]), at: Point(x: frame.x, y: frame.y - 7),
        size: theme.textSize, color: theme.muted),
    ]
    let rows = table.rows.enumerated().flatMap { index, row in
      let y = count - 1 - Double(index)
      let line = [
        theme.words(
          names[index], at: Point(x: inner.x - 6, y: panel.y(y)), color: theme.ink, anchor: .end),
        panel.line(
          [Point(range.lowerBound, y), Point(range.upperBound, y)], color: theme.faint, width: 0.6),
      ]
      return line
        + columns.enumerated().flatMap { place, column -> [Scene.Item] in
          guard let value = row.values[column] else { return [] }
          return [
            .dots([panel.point(Point(value, y))], radius: 3.4, fill: colors[place]),
            panel.label(
              RichText(plain: decimalText(value, places: 2)), at: Point(value, y),
              offset: Point(x: 0, y: place == 2 ? 10 : -10), color: colors[place], size: 8.7),
          ]
        }
    }
    return .group("table", items: head + rows + columnNames(colors, above: inner, in: frame, theme))
  }

  /// The columns' names with their dots, above the rows.
  private func columnNames(
    _ colors: [Color], above inner: Rectangle, in frame: Rectangle, _ theme: Theme
  ) -> [Scene.Item] {
    let names = columns.map { RichText(plain: table.columns[$0]) }
    let widths = names.map { $0.width(size: theme.smallSize, by: theme.measure) + 28 }
    var x = max(frame.x, min(inner.x, frame.maxX - widths.reduce(-17, +)))
    return names.indices.flatMap { place -> [Scene.Item] in
      defer { x += widths[place] }
      return [
        .dots([Point(x: x + 4, y: inner.y - 8)], radius: 3, fill: colors[place]),
        theme.words(names[place], at: Point(x: x + 11, y: inner.y - 8)),
      ]
    }
  }
}
