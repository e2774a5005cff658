import LossScene

extension DataNotice {
  package var words: Wording {
    switch self {
    case .labelColumn(let number, let name):
      let column = "\(number)" + (name.map { " ('\($0)')" } ?? "")
      return Wording("the labels are taken from column \(column)", zh: "标签取自第 \(column) 列")
    case .textColumns(let names):
      let (list, isOne) = (names.joined(separator: ", "), names.count == 1)
      return Wording(
        isOne
          ? "column \(list) holds texts and is left out"
          : "columns \(list) hold texts and are left out", zh: "第 \(list) 列是文字，未计入")
    case .flattenedImages(let shape):
      let sides = shape.map { "\($0)" }.joined(separator: " × ")
      return Wording(
        "images of \(sides) are flattened: no network for images takes several channels",
        zh: "\(sides) 的图像被展平：图像网络不接受多通道")
    case .colouredImages(let count, let all):
      return Wording(
        "\(count == all ? "all" : "\(count) of") \(all) pictures have colours and are turned gray",
        zh: "\(all) 张图片中 \(count) 张有颜色，已转为灰度")
    case .leftOut(let rows, let all): return rows.words(of: all)
    case .rescaled(let power):
      return Wording(
        "features of about 1e\(power) are measured and drawn as if of about 1: angles stay",
        zh: "约为 1e\(power) 的特征按约为 1 测量和绘制：角度不变")
    case .numberSpellings(let groups): return Self.spellings(groups)
    case .weights(let file, let taken):
      return Wording("\(file): \(taken.words.en)", zh: "\(file)：\(taken.words.zh)")
    }
  }

  /// Labels that are one number each and were told apart.
  private static func spellings(_ groups: [[String]]) -> Wording {
    let first = groups.first ?? []
    let shown = first.prefix(4).map { Wording("'\($0)'") }
    let more = first.count - shown.count
    let all = more > 0 ? shown + [Wording("\(more) more", zh: "另外 \(more) 个")] : shown
    let listed = Wording(
      all.map { $0.en }.joined(last: " and "), zh: all.map { $0.zh }.joined(by: "、", last: " 与 "))
    let count = groups.count - 1
    let others =
      count > 0
      ? Wording(
        ", and so are those of \(count) more number\(count == 1 ? "" : "s")",
        zh: "，另有 \(count) 个数也是如此") : ""
    let fix = "numpy.save('labels.npy', labels.astype(float).astype(int))"
    return Wording(
      "labels are texts: \(listed.en) are told apart\(others.en); to merge them, spell them alike,"
        + " or save them as whole numbers: \(fix)",
      zh: "标签是文字：\(listed.zh) 视为不同\(others.zh)；要合并，请统一写法，或存为整数：\(fix)")
  }
}

extension [LeftOutRow] {
  /// "3 of 1580 rows are left out, counted from 0: 12, 77 (not finite), 300 (all zeros)".
  fileprivate func words(of all: Int) -> Wording {
    let parts = LeftOutRow.Reason.allCases.compactMap { reason -> Wording? in
      let places = filter { $0.reason == reason }.map { "\($0.row)" }
      guard !places.isEmpty else { return nil }
      let shown = places.prefix(5).joined(separator: ", ") + (places.count > 5 ? ", …" : "")
      return Wording("\(shown) (\(reason.words.en))", zh: "\(shown)（\(reason.words.zh)）")
    }
    return Wording(
      "\(count) of \(all) rows \(count == 1 ? "is" : "are") left out, counted from 0: "
        + parts.map { $0.en }.joined(separator: ", "),
      zh: "\(all) 行中 \(count) 行未计入（从 0 数起）："
        + parts.map { $0.zh }.joined(separator: "、"))
  }
}

extension LeftOutRow.Reason {
  fileprivate var words: Wording {
    switch self {
    case .notFinite: Wording("not finite", zh: "非有限数")
    case .zero: Wording("all zeros", zh: "全零")
    case .unlabelled: Wording("no label", zh: "无标签")
    }
  }
}
