import LossLab

extension LossEntry {
  /// What to learn from its picture, in one line; its summary where nobody wrote one.
  package var lesson: Wording {
    for lesson in Self.lessons where lesson.name == name { return lesson.words }
    return Wording(summary)
  }

  /// Its place in a contact sheet: the order in which the article comes to it.
  package static var articleOrder: [LossEntry] {
    let named = lessons.compactMap { lesson in all.first { $0.name == lesson.name } }
    return named + all.filter { entry in !named.contains { $0.name == entry.name } }
  }

  private struct Lesson: Sendable {
    let name: String
    let words: Wording

    init(_ name: String, _ en: String, zh: String) {
      self.name = name
      words = Wording(en, zh: zh)
    }
  }

  private static let lessons: [Lesson] = [
    Lesson(
      "softmax", "Classes can be told apart, but are long petals that touch.",
      zh: "类别可分，但呈彼此相接的长花瓣。"),
    Lesson("focal", "Easy samples count less; the petals stay.", zh: "简单样本权重降低；花瓣形状不变。"),
    Lesson("ohem", "Only the hardest samples count; the petals stay.", zh: "只计最难的样本；花瓣形状不变。"),
    Lesson(
      "triplet", "A stranger must be farther than a friend, by m.",
      zh: "比较样本：异类须比同类远 m。"),
    Lesson("contrastive", "Pairs: one class together, two classes m apart.", zh: "成对：同类靠拢，异类相距 m。"),
    Lesson(
      "center", "Each sample is drawn to its class's center: compact, at any length.",
      zh: "样本被拉向类中心：紧凑，但长度不限。"),
    Lesson(
      "lsoftmax", "m θ in the place of θ: each class gets a narrower sector.",
      zh: "以 mθ 代替 θ：每类的扇形更窄。"),
    Lesson(
      "modified-softmax", "Weights of one length: the boundary halves the angle.",
      zh: "权重等长：边界平分夹角。"),
    Lesson(
      "sphereface", "m θ with weights of one length: the margin is an angle.",
      zh: "权重等长的 mθ：间隔是一个角度。"),
    Lesson("l2-softmax", "Features of one length: directions are what is left.", zh: "特征等长：只剩方向。"),
    Lesson("normface", "Both of one length: the cosine alone decides.", zh: "两者等长：只由余弦决定。"),
    Lesson("cosface", "The own cosine must win by m.", zh: "本类余弦须领先 m。"),
    Lesson(
      "arcface", "The own angle must win by m: the margin is an arc.", zh: "本类角度须领先 m：间隔是一段弧。"),
    Lesson("combined", "The three margins in one formula.", zh: "三种间隔合为一式。"),
    Lesson(
      "li-arcface", "A straight line in the place of the cosine: the angle is the logit.",
      zh: "以直线代替余弦：角度即 logit。"),
    Lesson(
      "sphereface-r", "SphereFace with features of one length; m need not be whole.",
      zh: "特征等长的 SphereFace；m 可为小数。"),
    Lesson(
      "adacos", "The scale follows the training, and there is no margin to choose.",
      zh: "尺度随训练自适应，无需选择间隔。"),
    Lesson("ring", "Features are drawn to a ring whose radius is learned.", zh: "特征被拉向半径可学的圆环。"),
    Lesson(
      "supcon", "All samples of a class attract one another; no class layer.", zh: "同类样本互相吸引；没有类别层。"
    ),
    Lesson("mv-softmax", "Classes that a sample is mistaken for weigh more.", zh: "被误认的类权重更大。"),
    Lesson(
      "curricularface", "Hard classes weigh more as the training gets on.", zh: "随训练推进，难类权重渐增。"),
    Lesson("magface", "The longer the feature, the larger its margin.", zh: "特征越长，间隔越大。"),
    Lesson(
      "adaface", "The length of a feature says which kind of margin it gets.", zh: "特征的长度决定间隔的形式。"),
    Lesson(
      "elasticface", "The margin is drawn anew for each sample: no edge is hard.",
      zh: "每个样本的间隔随机：边缘不硬。"),
    Lesson(
      "subcenter-arcface", "Several weights a class: each sample joins the nearest.",
      zh: "每类多个权重：样本归最近者。"),
    Lesson("circle", "Each cosine is pulled by how far it is from its goal.", zh: "每个余弦按离目标的远近受力。"),
    Lesson(
      "sphereface2", "A yes or no for each class: cones instead of neighbours.",
      zh: "每类各自是非判断：锥而非相邻边界。"),
    Lesson("uniface", "One threshold parts own cosines from all others.", zh: "一个阈值分开本类与其他余弦。"),
  ]
}
