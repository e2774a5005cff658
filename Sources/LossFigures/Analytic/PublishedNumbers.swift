/// Numbers that the papers print, each table with where it was read.
///
/// Two of them stand otherwise elsewhere: FaceNet on LFW is 99.63 (99.65 on two posters), CosFace's
/// MegaFace verification with large data 96.65 (93.69 in one transcription of the ArcFace paper).
package struct PublishedTable: Sendable {
  package let title: Wording
  /// Where the numbers stand.
  package let source: Wording
  /// Of the numbers: "LFW", "YTF".
  package let columns: [String]
  package let rows: [Row]

  package struct Row: Sendable {
    package let name: String
    /// Percent; `nil` where the table has none.
    package let values: [Double?]

    /// The name as a picture has it: those of losses are the same in any language.
    package var title: Wording {
      let refined = ", refined gallery"
      guard name.hasSuffix(refined) else { return Wording(name) }
      return Wording(name, zh: name.dropLast(refined.count) + "，清洗后的图库")
    }

    init(_ name: String, _ values: Double?...) {
      self.name = name
      self.values = values
    }
  }

  /// The value of a row in a column; `nil` where there is none.
  package func value(_ row: String, _ column: String) -> Double? {
    guard let index = columns.firstIndex(of: column) else { return nil }
    return rows.first { $0.name == row }?.values[index]
  }

  package static let all = [
    sameNetwork, arcFaceLosses, centerLoss, largeMargin, multiplicative, megaFaceSmall,
    megaFaceLarge, pairs,
  ]

  static let sameNetwork = PublishedTable(
    title: Wording("One network, eight losses (CASIA-WebFace)", zh: "同一网络，八种损失（CASIA-WebFace）"),
    source: Wording("CosFace, arXiv:1801.09414, Table 2", zh: "CosFace，arXiv:1801.09414，表 2"),
    columns: ["LFW", "YTF", "MegaFace rank-1", "MegaFace ver. @1e-6"],
    rows: [
      Row("Softmax", 97.88, 93.1, 54.85, 65.92),
      Row("Softmax + Contrastive", 98.78, 93.5, 65.21, 78.86),
      Row("Triplet", 98.70, 93.4, 64.79, 78.32),
      Row("L-Softmax", 99.10, 94.0, 67.12, 80.42),
      Row("Softmax + Center", 99.05, 94.4, 65.49, 80.14),
      Row("A-Softmax", 99.42, 95.0, 72.72, 85.56),
      Row("A-Softmax-NormFea", 99.32, 95.4, 75.42, 88.82),
      Row("LMCL (CosFace)", 99.33, 96.1, 77.11, 89.88),
    ])

  static let arcFaceLosses = PublishedTable(
    title: Wording("ResNet-50 on CASIA, by loss", zh: "CASIA 上的 ResNet-50，不同损失"),
    source: Wording("ArcFace, arXiv:1801.07698v3, Table 2", zh: "ArcFace，arXiv:1801.07698v3，表 2"),
    columns: ["LFW", "CFP-FP", "AgeDB-30"],
    rows: [
      Row("Softmax", 99.08, 94.39, 92.33), Row("Norm-Softmax, s = 64", 98.56, 89.79, 88.72),
      Row("Triplet (0.35)", 98.98, 91.90, 89.98), Row("SphereFace (1.35)", 99.11, 94.38, 91.70),
      Row("CosFace (0.35)", 99.51, 95.44, 94.56), Row("CM1 (1, 0.3, 0.2)", 99.48, 95.12, 94.38),
      Row("CM2 (0.9, 0.4, 0.15)", 99.50, 95.24, 94.86),
      Row("ArcFace (0.4)", 99.53, 95.41, 94.98), Row("ArcFace (0.45)", 99.46, 95.47, 94.93),
      Row("ArcFace (0.5)", 99.53, 95.56, 95.15), Row("ArcFace (0.55)", 99.41, 95.32, 95.05),
    ])

  static let centerLoss = PublishedTable(
    title: Wording("Center loss", zh: "Center loss"), source: "Center loss, ECCV 2016",
    columns: ["LFW", "YTF"],
    rows: [
      Row("softmax", 97.37, 91.1), Row("softmax + Contrastive", 99.10, 93.8),
      Row("softmax + center", 99.28, 94.9),
    ])

  static let largeMargin = PublishedTable(
    title: Wording("L-Softmax, error", zh: "L-Softmax，错误率"),
    source: Wording("L-Softmax, ICML 2016, poster", zh: "L-Softmax，ICML 2016，海报"),
    columns: ["MNIST", "CIFAR10", "CIFAR10+", "CIFAR100"],
    rows: [
      Row("Hinge", 0.47, 9.91, 6.96, 32.90), Row("Softmax", 0.40, 9.05, 6.50, 32.74),
      Row("m = 2", 0.32, 7.73, 6.01, 29.95), Row("m = 3", 0.31, 7.66, 5.94, 29.87),
      Row("m = 4", 0.31, 7.58, 5.92, 29.53),
    ])

  static let multiplicative = PublishedTable(
    title: Wording(
      "L-Softmax, 2-D features of MNIST, test accuracy", zh: "L-Softmax，MNIST 二维特征，测试准确率"),
    source: Wording("L-Softmax, authors' figure", zh: "L-Softmax，作者的图"), columns: ["MNIST, 2-D"],
    rows: [Row("m = 1", 98.45), Row("m = 2", 98.96), Row("m = 3", 99.22), Row("m = 4", 99.34)])

  static let megaFaceSmall = PublishedTable(
    title: Wording("MegaFace challenge 1, small training data", zh: "MegaFace 挑战 1，小训练集"),
    source: Wording(
      "ArcFace, arXiv:1801.07698v3, Table 6; ArcFace's own 77.50 from memory, unverified",
      zh: "ArcFace，arXiv:1801.07698v3，表 6；其中 ArcFace 的 77.50 凭记忆，未核实"),
    columns: ["rank-1", "ver. @1e-6"],
    rows: [
      Row("Softmax", 54.85, 65.92), Row("Contrastive", 65.21, 78.86), Row("Triplet", 64.79, 78.32),
      Row("Center", 65.49, 80.14), Row("SphereFace", 72.729, 85.561), Row("CosFace", 77.11, 89.88),
      Row("AM-Softmax", 72.47, 84.44), Row("ArcFace R50", 77.50, 92.34),
      Row("ArcFace R50, refined gallery", 91.75, 93.69),
    ])

  static let megaFaceLarge = PublishedTable(
    title: Wording("MegaFace challenge 1, large training data", zh: "MegaFace 挑战 1，大训练集"),
    source: Wording(
      "CosFace, Table 4; ArcFace, arXiv:1801.07698v3, Table 6",
      zh: "CosFace，表 4；ArcFace，arXiv:1801.07698v3，表 6"),
    columns: ["rank-1", "ver. @1e-6"],
    rows: [
      Row("FaceNet", 70.49, 86.47), Row("CosFace", 82.72, 96.65),
      Row("CosFace R100", 80.56, 96.56), Row("ArcFace R100", 81.03, 96.98),
      Row("CosFace R100, refined gallery", 97.91, 97.91),
      Row("ArcFace R100, refined gallery", 98.35, 98.48),
    ])

  static let pairs = PublishedTable(
    title: Wording("Best reported verification", zh: "各论文报告的验证准确率"),
    source: Wording(
      "ArcFace, arXiv:1801.07698v3; FaceNet also in Center loss and CosFace",
      zh: "ArcFace，arXiv:1801.07698v3；FaceNet 亦见于 Center loss 与 CosFace"),
    columns: ["LFW", "YTF"],
    rows: [
      Row("Center loss", 99.28, 94.9), Row("FaceNet", 99.63, 95.1), Row("SphereFace", 99.42, 95.0),
      Row("CosFace", 99.73, 97.6), Row("ArcFace", 99.83, 98.02),
    ])
}
