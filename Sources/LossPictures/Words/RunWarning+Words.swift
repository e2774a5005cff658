import LossLab

extension RunWarning {
  /// One clause, as on a picture.
  public func text(in language: PageLanguage) -> String { words[language] }

  package var words: Wording {
    switch self {
    case .collapsed(let collapse): collapse.words
    case .marginAboveBound(let excess): excess.words
    case .inseparable(let classes):
      Wording(
        "with this margin \(classes) evenly spread classes cannot be told apart even at their"
          + " centers; try a smaller one",
        zh: "在此间隔下，均匀分布的 \(classes) 类即使在类中心也无法区分；可试更小的间隔")
    case .scaleBelowBound(let shortage): shortage.words
    case .sharedDirections(let pairs):
      Wording(
        "classes \(Self.list(pairs, and: " and ", comma: ", ") { "\($0) more pairs" })"
          + " share a direction",
        zh: "这些类方向相同：\(Self.list(pairs, and: " 与 ", comma: "、") { "另有 \($0) 对" })")
    case .noClassWeights:
      Wording(
        "no class weights given: arrows and regions are of class mean directions",
        zh: "未给出类权重：箭头和区域取自类均值方向")
    }
  }

  /// Of many pairs some are named and all counted.
  private static func list(
    _ pairs: [NamedPair], and: String, comma: String, more: (Int) -> String
  ) -> String {
    let told = pairs.count > 9 ? 3 : pairs.count
    let names = pairs.prefix(told).map { $0.first + and + $0.second }
    let rest = told < pairs.count ? [more(pairs.count - told)] : []
    return (names + rest).joined(separator: comma)
  }
}

extension Collapse {
  package var words: Wording {
    switch self {
    case .oneDirection(let angle):
      let degrees = Self.degrees(angle)
      return Wording(
        "collapsed: all features lie in one direction, \(degrees) from their mean",
        zh: "塌缩：所有特征都在同一方向，距其均值 \(degrees)")
    case .classDirections(let count, let angle):
      let degrees = Self.degrees(angle)
      return Wording(
        "collapsed: all \(count) class directions lie within \(degrees) of one another",
        zh: "塌缩：全部 \(count) 个类方向彼此相距不超过 \(degrees)")
    case .oneClass(let name, let share):
      let percent = decimal(threeDigits(100 * share))
      return Wording(
        "collapsed: class \(name) takes \(percent) % of the samples",
        zh: "塌缩：\(percent) % 的样本都归入类 \(name)")
    }
  }

  private static func degrees(_ angle: Double) -> String {
    decimal(threeDigits(angle * 180 / .pi)) + "°"
  }
}

extension RunWarning.MarginExcess {
  fileprivate var words: Wording {
    let usual = threeDigits(bound)
    let limit = decimal(margin > usual ? usual : bound)
    // A margin that is a hair too large is shown in full.
    let own = decimal(margin) == limit ? "\(margin)" : decimal(margin)
    let fix = decimal(threeDigits(bound, roundedDown: true), roundedDown: true)
    let meaning = meaning.words
    let others = fittingClasses.map { Wording(", or at most \($0) classes", zh: "，或最多 \($0) 类") }
    return Wording(
      "m = \(own) is above the bound \(limit) for \(classes) evenly spread classes: \(meaning.en);"
        + " try --m \(fix)\(others?.en ?? "")",
      zh: "m = \(own) 超过均匀分布的 \(classes) 类的上界 \(limit)：\(meaning.zh)；可试 --m \(fix)"
        + "\(others?.zh ?? "")")
  }
}

extension BeyondBound {
  fileprivate var words: Wording {
    switch self {
    case .noFeatures: Wording("no features can satisfy it", zh: "没有特征能满足它")
    case .rulesOverlap: Wording("the rules of two classes overlap", zh: "两类的规则重叠")
    case .noThreshold:
      Wording("no threshold fits between a class and its neighbours", zh: "类与其相邻类之间容不下任何阈值")
    }
  }
}

extension RunWarning.ScaleShortage {
  fileprivate var words: Wording {
    let usual = threeDigits(bound)
    let limit = decimal(scale < usual ? usual : bound)
    let own = decimal(scale)
    let fix =
      fittingScale.map { Wording("try --s \(Int($0))", zh: "可试 --s \(Int($0))") }
      ?? Wording("no --s is large enough; try fewer classes", zh: "再大的 --s 也不够；可试更少的类")
    return Wording(
      "s = \(own) is below \(limit), with which \(classes) evenly spread classes reach a posterior"
        + " of 0.9; \(fix.en)",
      zh: "s = \(own) 低于 \(limit)（均匀分布的 \(classes) 类后验概率达到 0.9 所需）；\(fix.zh)")
  }
}
