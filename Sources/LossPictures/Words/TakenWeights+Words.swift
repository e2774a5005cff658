import LossLab

extension TakenWeights {
  var words: Wording { isInDoubt ? doubt : taken }

  private var taken: Wording {
    guard let other else { return way.said }
    return Wording(
      "the rows of the weights are taken \(way.said.en); \(other.said.en); \(way.option) says so"
        + " without a guess, \(other.option) takes the other",
      zh: "权重的各行\(way.said.zh)；\(other.said.zh)；\(way.option) 可明确指定，\(other.option) 取另一种")
  }

  private var doubt: Wording {
    var words = Wording(
      "the weights may not belong to these classes: their rows are taken \(way.phrase.en),"
        + " \(way.fit.words.en)",
      zh: "权重可能不属于这些类：各行\(way.phrase.zh)，\(way.fit.words.zh)")
    if let stray {
      words.en +=
        "; row \(stray.row) goes to class '\(stray.className)', whose samples lie nearest to row"
        + " \(stray.nearestRow)"
      words.zh += "；第 \(stray.row) 行给了类 '\(stray.className)'，其样本离第 \(stray.nearestRow) 行最近"
    }
    if let other {
      words.en += "; \(other.said.en); \(other.option) takes that, \(way.option) this"
      words.zh += "；\(other.said.zh)；\(other.option) 取那种，\(way.option) 取这种"
    }
    return words
  }
}

extension TakenWeights.Way {
  fileprivate var option: String { "--weights-order \(order.text)" }

  fileprivate var said: Wording {
    Wording("\(phrase.en): \(fit.words.en)", zh: "\(phrase.zh)：\(fit.words.zh)")
  }

  /// After "rows are taken".
  fileprivate var phrase: Wording {
    guard isTransposed else { return sequence.phrase }
    return isUsual
      ? Wording("transposed, with one column a class", zh: "转置，每类一列")
      : Wording("transposed, \(sequence.phrase.en)", zh: "转置，\(sequence.phrase.zh)")
  }
}

extension WeightsOrder.Sequence {
  fileprivate var phrase: Wording {
    switch self {
    case .natural: Wording("in the natural order of the class names", zh: "按类名的自然顺序")
    case .bytes: Wording("in the byte order of the class names", zh: "按类名的字节顺序")
    case .appearance: Wording("in the order in which the labels appear", zh: "按标签出现的顺序")
    case .rowAfter: Wording("one row after the class's own", zh: "取本类的下一行")
    case .rowBefore: Wording("one row before the class's own", zh: "取本类的上一行")
    }
  }
}

extension PairingFit {
  fileprivate var words: Wording {
    let share = decimalText(100 * accuracy, places: 1)
    let degrees = decimalText(angle * 180 / .pi, places: 1)
    return Wording(
      "\(share) % of the samples lie nearest to their class's weight and the weights \(degrees)° from"
        + " the class centers",
      zh: "\(share) % 的样本离本类权重最近，权重与类中心相距 \(degrees)°")
  }
}
