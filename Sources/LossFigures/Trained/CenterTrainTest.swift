extension Figure {
  static let centerTrainTest = Figure(
    name: "center-train-test",
    title: Wording(
      "Separable is not discriminative: softmax and center loss, training and test",
      zh: "可分不等于可辨：softmax 与 Center loss 的训练集与测试集特征"),
    source: Wording("Center loss Fig. 2 and 3", zh: "Center loss 图 2、3"),
    summary: Wording(
      "Left softmax, right center loss; above the training samples, below the test samples. "
        + "Softmax gives each class a long petal: two samples of one class may lie farther apart "
        + "than two classes.",
      zh: "左为 softmax，右为 Center loss；上排训练样本，下排测试样本。"
        + "softmax 给每类一片长花瓣：同类两个样本的距离可能大于两类之间的距离。"),
    caveat: Wording(
      "Follows the paper on MNIST (--data): a convolutional network with a feature of two units, lenet5 "
        + "unless --network lenet (the paper's LeNets++) is asked for. The digits that come with lossviz "
        + "are 1,797 pictures of 8 × 8, for a perceptron.",
      zh: "用 MNIST（--data）时与论文一致：卷积网络，二维特征，默认 lenet5，--network lenet 为论文的 LeNets++。"
        + "lossviz 自带的数字仅 1797 幅 8 × 8 图像，用感知机训练。"),
    citations: ["Wen et al. 2016, ECCV"], data: .any(standard: "digits")
  ) { context in
    let groups = try context.groups(
      [
        RunVariant("softmax", "softmax"),
        RunVariant("Center loss, λ = 0.1", "center") { $0["lambda"] = 0.1 },
      ], data: context.request(standard: "digits"), setup: .images)
    return FigureResult(petalClaims(groups[0], groups[1]), of: groups) { paper in
      let halves = [Wording("training", zh: "训练集"), Wording("test", zh: "测试集")]
      return paper.gridPage(
        rows: 2, columns: 2, side: 290, key: paper.classKey(groups[0].shown) + [paper.centerKey]
      ).scene { frames in
        halves.enumerated().flatMap { row, half in
          groups.enumerated().map { column, group in
            let run = group.shown
            var panel = SamplePanel(row == 0 ? run.train : run.test, of: run, on: paper)
            panel.reach = SamplePanel.reach(of: [run.train, run.test])
            return panel.item(
              in: frames[row * 2 + column], heading: paper.listed(group.label, half))
          }
        }
      }
    }
  }
}

/// - Parameters:
///   - softmax: runs of plain softmax.
///   - center: with center loss.
func petalClaims(_ softmax: RunGroup, _ center: RunGroup) -> [Claim] {
  func shape(_ run: Run) -> MedianShape { MedianShape(run.train, classes: run.classCount) }
  let widths = [softmax, center].map { group in
    group.named { percentile(50, of: shape($0).widths) }
  }
  return [
    .each(
      Wording("softmax tells the classes apart", zh: "softmax 能把各类分开"),
      threshold: Wording("test accuracy at least 97 %", zh: "测试准确率至少 97 %"),
      [softmax.named(Wording("test accuracy", zh: "测试准确率")) { $0.metrics.testAccuracy.percent }],
      as: .percent
    ) { $0 >= 97 }.refuted(.withoutLearning).unless(softmax.shown.tooFewToTest),
    .each(
      Wording("its classes are petals", zh: "各类呈花瓣状"),
      threshold: Wording(
        "training samples: median distance from the middle along the class mean over that across, "
          + "median over classes above 3", zh: "训练样本：沿类均值方向与横向到中位的中位距离之比，各类中位数大于 3"),
      [
        softmax.named(Wording("along/across", zh: "纵横比")) {
          percentile(50, of: shape($0).elongations)
        }
      ]
    ) { $0 > 3 }.refuted(Wording("center loss in its place", zh: "换成 Center loss")),
    Claim(
      Wording(
        "a class of softmax is wider than the way to the next one, a class of center loss is not",
        zh: "softmax 的类宽于到邻类的距离，Center loss 则不然"),
      threshold: Wording(
        "training samples: 95th percentile of distances within a class over that of its mean to the "
          + "next, median over classes: above 1 for softmax, below for center loss",
        zh: "训练样本：类内距离的 95 百分位与类均值到最近类均值距离之比，各类中位数：softmax 大于 1，Center loss 小于 1"),
      measured: ValueForm.plain.measures(widths),
      isReproduced: widths[0].value > 1 && widths[1].value < 1
    ).refuted(Wording("center loss with λ = 0", zh: "λ = 0 的 Center loss")),
    scatterClaim(softmax),
  ]
}

private func scatterClaim(_ softmax: RunGroup) -> Claim {
  let spreads = [
    softmax.named(Wording("training", zh: "训练集")) { $0.medianDeviation($0.train).degrees },
    softmax.named(Wording("test", zh: "测试集")) { $0.medianDeviation($0.test).degrees },
  ]
  let accuracies = [
    softmax.named(Wording("accuracy on training", zh: "训练集准确率")) {
      $0.metrics.trainAccuracy.percent
    },
    softmax.named(Wording("on test", zh: "测试集准确率")) { $0.metrics.testAccuracy.percent },
  ]
  return Claim(
    Wording("test samples scatter more", zh: "测试样本更分散"),
    threshold: Wording(
      "median angle to the class mean on test at least a tenth above that on training",
      zh: "到类均值夹角的中位数：测试集比训练集至少大十分之一"),
    measured: ValueForm.degrees.measures(spreads) + ValueForm.percent.measures(accuracies),
    isReproduced: spreads[1].value >= 1.1 * spreads[0].value
  ).failing(
    because: Wording(
      "the network has learned hardly anything by heart: the median sample lies alike in both, and "
        + "only the few further errors lie elsewhere",
      zh: "网络几乎没有死记训练样本：两者的中位样本位置相当，只有少数多出的错误样本落在别处")
  ).refuted(.withoutLearning)
}
