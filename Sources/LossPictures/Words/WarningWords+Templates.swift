extension WarningWords {
  /// Its hole has pairs of classes.
  static let sharedDirection = Wording(
    "classes {1} share a direction", zh: "这些类方向相同：{1}")

  /// The first that fits counts.
  static let templates = [
    Wording(
      "m = {1} is above the bound {2} for {3} evenly spread classes: {4}; try --m {5},"
        + " or at most {6} classes",
      zh: "m = {1} 超过均匀分布的 {3} 类的上界 {2}：{4}；可试 --m {5}，或最多 {6} 类"),
    Wording(
      "m = {1} is above the bound {2} for {3} evenly spread classes: {4}; try --m {5}",
      zh: "m = {1} 超过均匀分布的 {3} 类的上界 {2}：{4}；可试 --m {5}"),
    Wording("no features can satisfy it", zh: "没有特征能满足它"),
    Wording("the rules of two classes overlap", zh: "两类的规则重叠"),
    Wording(
      "no threshold fits between a class and its neighbours", zh: "类与其相邻类之间容不下任何阈值"),
    Wording(
      "with this margin {1} evenly spread classes cannot be told apart even at their centers; try"
        + " a smaller one",
      zh: "在此间隔下，均匀分布的 {1} 类即使在类中心也无法区分；可试更小的间隔"),
    Wording(
      "s = {1} is below {2}, with which {3} evenly spread classes reach a posterior of 0.9; {4}",
      zh: "s = {1} 低于 {2}（均匀分布的 {3} 类后验概率达到 0.9 所需）；{4}"),
    Wording("try --s {1}", zh: "可试 --s {1}"),
    Wording(
      "no --s is large enough; try fewer classes", zh: "再大的 --s 也不够；可试更少的类"),
    Wording(
      "collapsed: all features lie in one direction, {1} from their mean",
      zh: "塌缩：所有特征都在同一方向，距其均值 {1}"),
    Wording(
      "collapsed: all {1} class directions lie within {2} of one another",
      zh: "塌缩：全部 {1} 个类方向彼此相距不超过 {2}"),
    Wording(
      "collapsed: class {1} takes {2} % of the samples", zh: "塌缩：{2} % 的样本都归入类 {1}"),
    sharedDirection,
    Wording(
      "{1} of {2} pairs are listed otherwise than their labels say: the list counts",
      zh: "{2} 对中有 {1} 对的列表与标签不符：以列表为准"),
    Wording(
      "{1} pairs are left out: a sample of theirs has no direction",
      zh: "{1} 对未计入：其中有样本没有方向"),
    Wording(
      "one class has a single sample: it makes no pair of one class, and is its own center",
      zh: "有一类只有一个样本：它没有同类对，自身即为中心"),
    Wording(
      "{1} classes have a single sample: they make no pair of one class, and are their own centers",
      zh: "{1} 类只有一个样本：它们没有同类对，自身即为中心"),
    Wording("the weights have a bias, which angles do not know", zh: "权重带有偏置，角度不计偏置"),
    Wording(
      "with a list of pairs, {1} samples are not compared with all classes: no identification,"
        + " nearest class or margin",
      zh: "给出样本对列表时，{1} 个样本不与所有类比较：没有识别、最近类与间隔"),
    Wording(
      "class {1} has no mean direction, its features cancel: it is left out of all angles to class"
        + " centers",
      zh: "类 {1} 没有平均方向（特征相互抵消）：不计入到类中心的角度"),
    Wording(
      "{1} classes ({2}) have no mean direction, their features cancel: they are left out of all"
        + " angles to class centers",
      zh: "{1} 类（{2}）没有平均方向（特征相互抵消）：不计入到类中心的角度"),
    Wording(
      "{1} classes have pairs of their own, fewer than {2}: the intervals are Wilson's, of as many"
        + " trials as there are classes",
      zh: "有同类对的类只有 {1} 个，少于 {2}：区间为威尔逊区间，试验数取类数"),
    Wording("measured on the test set: {1} of {2} rows", zh: "在测试集上测量：{2} 行中的 {1} 行"),
    Wording(
      "{1}, m = {2}: {3} % of the samples violate the margin",
      zh: "{1}，m = {2}：{3} % 的样本违反间隔"),
    Wording("one row was left out: all zeros", zh: "一行未计入：全为零"),
    Wording("the labels are taken from column {1}", zh: "标签取自第 {1} 列"),
    Wording("columns {1} hold texts and are left out", zh: "第 {1} 列是文字，未计入"),
    Wording("column {1} holds texts and is left out", zh: "第 {1} 列是文字，未计入"),
    Wording(
      "features of about {1} are measured and drawn as if of about 1: angles stay",
      zh: "约为 {1} 的特征按约为 1 测量和绘制：角度不变"),
    Wording(
      "{1} of {2} rows are left out, counted from 0: {3}", zh: "{2} 行中 {1} 行未计入（从 0 数起）：{3}"),
    Wording(
      "{1} of {2} rows is left out, counted from 0: {3}", zh: "{2} 行中 {1} 行未计入（从 0 数起）：{3}"),
    Wording("{1} (not finite), {2}", zh: "{1}（非有限数）、{2}"),
    Wording("{1} (not finite)", zh: "{1}（非有限数）"),
    Wording("{1} (all zeros), {2}", zh: "{1}（全零）、{2}"),
    Wording("{1} (all zeros)", zh: "{1}（全零）"),
    Wording(
      "labels are texts: {1} are told apart; to merge them, spell them alike, or save them as whole"
        + " numbers: {2}",
      zh: "标签是文字：{1} 视为不同；要合并，请统一写法，或存为整数：{2}"),
  ]
}
