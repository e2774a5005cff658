import LossLab

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
      "The paper's data are MNIST, where 97 % is within reach of two dimensions.",
      zh: "论文使用 MNIST，二维特征在其上可达 97 %。"),
    citations: ["Wen et al. 2016, ECCV"], data: .any(standard: "digits")
  ) { context in
    let groups = try context.groups(
      [
        RunVariant("softmax", "softmax"),
        RunVariant("Center loss, λ = 0.1", "center") { $0["lambda"] = 0.1 },
      ], data: context.request(standard: "digits"))
    return FigureResult(
      claims: petalClaims(groups[0]), dataTitle: groups[0].dataTitle
    ) { paper in
      let layout = paper.gridPage(
        rows: 2, columns: 2, side: 290,
        key: paper.classKey(groups[0].shown) + [paper.centerKey])
      let halves = [paper.word("training", zh: "训练集"), paper.word("test", zh: "测试集")]
      var items: [Scene.Item] = []
      for (row, half) in halves.enumerated() {
        for (column, group) in groups.enumerated() {
          let run = group.shown
          var panel = SamplePanel(row == 0 ? run.train : run.test, of: run, on: paper)
          panel.reach = SamplePanel.reach(of: [run.train, run.test])
          if run.parameters.centers.rows > 0 { panel.centers = run.parameters.centers }
          items.append(
            panel.item(
              in: layout.grid.frames[row * 2 + column],
              heading: RichText(plain: paper.listed(group.label[paper.language], half))))
        }
      }
      return paper.scene(layout.page, items)
    }
  }
}

/// - Parameter softmax: runs of plain softmax.
func petalClaims(_ softmax: RunGroup) -> [Claim] {
  func spread(_ run: Run) -> ClassSpread { ClassSpread(run.test, classes: run.classCount) }
  let elongation = softmax.mean { spread($0).elongations.min() ?? 0 }
  let diameter = softmax.mean { percentile(50, of: spread($0).diameterRatios()) }
  let train = softmax.mean { run in
    mean(ClassDirections(run.train, classes: run.classCount).deviations).degrees
  }
  let test = softmax.mean { $0.metrics.intra.degrees }
  return [
    .each(
      Wording("softmax tells the classes apart", zh: "softmax 能把各类分开"),
      threshold: Wording("test accuracy at least 97 %", zh: "测试准确率至少 97 %"),
      [
        NamedValue(
          Wording("test accuracy", zh: "测试准确率"), softmax.mean { $0.metrics.testAccuracy.percent })
      ],
      as: .percent
    ) { $0 >= 97 },
    .each(
      Wording("its classes are petals", zh: "各类呈花瓣状"),
      threshold: Wording(
        "for every class the deviation along its mean above 3 × that across",
        zh: "每类沿均值方向的标准差都大于横向的 3 倍"),
      [NamedValue(Wording("least along/across", zh: "最小纵横比"), elongation)]
    ) { $0 > 3 },
    .each(
      Wording(
        "a class is wider than the way to the next: separable, not discriminative",
        zh: "类的直径大于到邻类的距离：可分而不可辨"),
      threshold: Wording(
        "median of largest distance within over smallest between class means above 1",
        zh: "最大类内距离与最小类均值距离之比的中位数大于 1"),
      [NamedValue(Wording("median ratio", zh: "比值中位数"), diameter)]
    ) { $0 > 1 },
    Claim(
      Wording("test samples scatter at least as much", zh: "测试样本更分散"),
      threshold: Wording(
        "intra-class angle on test at least that on training", zh: "测试集类内角不小于训练集"),
      measured: ValueForm.degrees.measures([
        NamedValue(Wording("training", zh: "训练集"), train),
        NamedValue(Wording("test", zh: "测试集"), test),
      ]), isReproduced: test >= train),
  ]
}
