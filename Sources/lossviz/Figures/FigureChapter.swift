import LossPlot

/// What a step of the article's argument says.
struct FigureChapter: Sendable {
  let title: Wording
  /// A paragraph.
  let text: Wording
}

extension FigureChapter {
  init(_ chapter: ArticleChapter) {
    self =
      switch chapter {
      case .softmax: .softmax
      case .triplets: .triplets
      case .center: .center
      case .largeMargin: .largeMargin
      case .sphere: .sphere
      case .cosine: .cosine
      case .arc: .arc
      case .boundaries: .boundaries
      case .experiments: .experiments
      case .since: .since
      case .papers: .papers
      }
  }

  private static let softmax = FigureChapter(
    title: Wording("Softmax learns fast, then stalls", zh: "softmax 收敛快，随后停滞"),
    text: Wording(
      "A classifier trained with softmax soon has nearly every training face right. From there on "
        + "its gradient is the sum of very many small pulls by samples that are right already, and "
        + "the few hard ones hardly count. Focal loss turns the easy ones down; OHEM leaves them out.",
      zh: "用 softmax 训练的分类器很快就能把几乎所有训练人脸分对。此后梯度由大量已分对样本的微小拉力累加而成，"
        + "少数难样本几乎不起作用。Focal loss 调低简单样本的权重，OHEM 干脆丢掉它们。"))

  private static let triplets = FigureChapter(
    title: Wording("Comparing samples: triplets", zh: "比较样本：三元组"),
    text: Wording(
      "Recognition compares two faces, so why not train on comparisons? A triplet asks that a face "
        + "be nearer to another of the same person than to a stranger's. There are far more triplets "
        + "than faces, most of them say nothing, and the useful ones must be searched for: training "
        + "is slow and depends on how they are picked.",
      zh: "识别比较的是两张脸，何不直接用比较来训练？三元组要求一张脸离同一人的另一张比离陌生人更近。"
        + "三元组的数量远多于人脸，多数毫无信息，有用的须去寻找：训练慢，且取决于挑选方式。"))

  private static let center = FigureChapter(
    title: Wording("Center loss: from separable to discriminative", zh: "Center loss：从可分到可判别"),
    text: Wording(
      "Softmax asks only that classes can be told apart, and its features are long petals. Two "
        + "samples of one person may then be farther apart than samples of two people. Center loss "
        + "keeps a center for each class and pulls the samples towards it, without any triplets.",
      zh: "softmax 只要求类别可分，其特征呈长花瓣状：同一人的两个样本可能比不同人的样本相距更远。"
        + "Center loss 为每类保存一个中心并把样本拉向它，无需三元组。"))

  private static let largeMargin = FigureChapter(
    title: Wording("L-Softmax: a margin on the angle", zh: "L-Softmax：角度上的间隔"),
    text: Wording(
      "A logit is ‖W‖ ‖x‖ cos θ. The cosine falls all the way from 0 to π, so asking the sample's "
        + "own class to win with m θ in the place of θ is asking for more: each class must fit into "
        + "a narrower sector, and an empty one opens between neighbours.",
      zh: "logit 等于 ‖W‖ ‖x‖ cos θ。余弦在 0 到 π 上单调下降，因此要求本类以 mθ 代替 θ 仍能获胜，条件更严："
        + "每类必须落入更窄的扇形，相邻类之间便空出一个扇形。"))

  private static let sphere = FigureChapter(
    title: Wording("SphereFace: the angle alone", zh: "SphereFace：只看角度"),
    text: Wording(
      "SphereFace normalises the weights and drops the bias, so that nothing but the angle decides; "
        + "the margin is still a factor. A sample is then pulled the harder the worse it fits, which "
        + "is a fault where its label is wrong: the article names label noise as the price.",
      zh: "SphereFace 归一化权重、去掉偏置，于是只由角度判决；间隔仍是乘法形式。样本越不合群受到的拉力越大，"
        + "若标签本身有错，这就成了缺陷：文章指出代价是对标签噪声敏感。"))

  private static let cosine = FigureChapter(
    title: Wording("CosFace: lengths away, a margin on the cosine", zh: "CosFace：去掉长度，间隔加在余弦上"),
    text: Wording(
      "Lengths mislead: a long feature is a confident one, not a similar one. With features "
        + "normalised too, the loss needs a scale s, or it has a floor it cannot pass. CosFace then "
        + "takes m off the cosine, which is simple to train and leaves the same gap everywhere on "
        + "the cosine axis.",
      zh: "长度会误导：特征长代表自信，而不代表相似。特征也归一化之后，损失需要尺度 s，否则有无法突破的下限。"
        + "CosFace 再从余弦中减去 m：训练简单，且在余弦轴上处处留下同样的间隔。"))

  private static let arc = FigureChapter(
    title: Wording("ArcFace: a margin on the angle itself", zh: "ArcFace：间隔直接加在角度上"),
    text: Wording(
      "ArcFace adds m to the angle: on the sphere a distance along the surface, the same "
        + "everywhere. The curves show what that does to the target logit, the gradients what it "
        + "does to a sample.",
      zh: "ArcFace 把 m 加在角度上：即球面上的测地距离，处处相同。曲线显示它对目标 logit 的改变，"
        + "梯度显示它对样本的作用。"))

  private static let boundaries = FigureChapter(
    title: Wording("All boundaries side by side", zh: "决策边界对照"),
    text: Wording(
      "Between two classes each of these losses is a pair of curves. Put side by side they carry "
        + "the article's argument: a factor on the angle gives the least where classes are nearest, "
        + "a term on the cosine or on the angle does not.",
      zh: "在两类之间，每种损失就是一对曲线。并排来看正是文章的论点：角度上的乘法间隔在类别最接近处给得最少，"
        + "余弦或角度上的加法间隔则不然。"))

  private static let experiments = FigureChapter(
    title: Wording("Controlled experiments, and a crowd of distractors", zh: "对照实验与干扰者"),
    text: Wording(
      "Which loss is better is a question for experiments in which nothing else differs. The "
        + "papers have such tables; MegaFace asks the hardest question, to find a face among a "
        + "million others. Below are their numbers, and the same question put to a toy.",
      zh: "哪种损失更好，要由其他条件完全相同的实验回答。论文中有这样的表；MegaFace 提出最难的问题："
        + "在一百万张脸中找到一张。下面是论文的数字，以及对玩具数据提出的同一问题。"))

  private static let since = FigureChapter(
    title: Wording("After ArcFace", zh: "ArcFace 之后"),
    text: Wording(
      "The losses that came later keep the angle and change the rest: how much margin a sample "
        + "gets (by the length of its feature, by chance), how much the hard classes weigh, how many "
        + "weights a class has, or whether there is a choice between classes at all rather than one "
        + "threshold for all.",
      zh: "此后的损失保留角度而改变其余：一个样本得到多少间隔（按特征长度、或随机），难类占多大权重，一个类有几个权重，"
        + "乃至是否仍在类别间选择、还是全部共用一个阈值。"))

  private static let papers = FigureChapter(
    title: Wording("Back to the papers", zh: "回到论文"),
    text: Wording(
      "For training on real faces there are facenet (triplets and center loss, TensorFlow) and "
        + "insightface (ArcFace and its relatives, with data and models). A toy in the plane shows "
        + "geometry, not accuracy: what a loss is worth on faces stands in the papers named under "
        + "each figure.",
      zh: "在真实人脸上训练可用 facenet（三元组与 Center loss，TensorFlow）和 insightface（ArcFace 及其同类，"
        + "含数据与模型）。平面上的玩具展示的是几何而非准确率：损失在人脸上的价值，请看各图所列论文。"))
}
