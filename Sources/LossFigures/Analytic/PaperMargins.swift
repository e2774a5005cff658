/// What a paper or its code trained with, at a size of data.
package struct PaperMargin: Sendable {
  package let loss: String
  /// `nil` where there is none.
  package let m: Double?
  package let s: Double?
  /// As the paper calls the data; how many people are in it says `classes`.
  package let data: String
  package let classes: Int
  package let dimensions: Int
  /// Where it stands.
  package let source: String

  /// By the number of classes.
  ///
  /// Those of MS1MV2, MS1MV3 and Glint360K are `num_classes` of insightface,
  /// recognition/arcface_torch/configs/ms1mv2_r50.py, ms1mv3_r50.py and glint360k_r50.py (the first
  /// also the FC size in the README of MagFace's code); that of CASIA-WebFace is the paper's; s and m
  /// on Glint360K are those of recognition/Partial-FC/README.md.
  package static let all: [PaperMargin] = [
    PaperMargin(
      loss: "cosface", m: 0.2, s: nil, data: "8 people", classes: 8, dimensions: 2,
      source: "Wang et al. 2018, CosFace, its toy of 8 people"),
    casia("sphereface", 4, nil, "Liu et al. 2017, SphereFace"),
    casia("cosface", 0.35, 64, "Wang et al. 2018, CosFace"),
    casia("cosface", 0.35, 30, "Wang et al. 2018, AM-Softmax, its code"),
    casia("normface", nil, 64, "Deng et al. 2022, ArcFace, Table 2"),
    casia("arcface", 0.5, 64, "Deng et al. 2019, ArcFace"),
    wide("arcface", 0.5, 64, "MS1MV2", 85_742, "Deng et al. 2019, ArcFace"),
    wide("curricularface", 0.5, 64, "MS1MV2", 85_742, "Huang et al. 2020, CurricularFace"),
    wide(
      "magface", 0.8, 64, "MS1MV2", 85_742, "Meng et al. 2021, MagFace, its code: l_m 0.45, u_m 0.8"
    ),
    wide("adaface", 0.4, 64, "MS1MV2", 85_742, "Kim et al. 2022, AdaFace"),
    wide("elasticface", 0.5, 64, "MS1MV2", 85_742, "Boutros et al. 2022, ElasticFace"),
    wide("subcenter-arcface", 0.5, 64, "MS1MV3", 93_431, "Deng et al. 2020, Sub-center ArcFace"),
    wide("cosface", 0.4, 64, "Glint360K", 360_232, "An et al. 2021, Partial FC, its code"),
  ]

  private static func casia(
    _ loss: String, _ m: Double?, _ s: Double?, _ source: String
  ) -> PaperMargin {
    wide(loss, m, s, "CASIA-WebFace", 10_575, source)
  }

  private static func wide(
    _ loss: String, _ m: Double?, _ s: Double?, _ data: String, _ classes: Int, _ source: String
  ) -> PaperMargin {
    PaperMargin(
      loss: loss, m: m, s: s, data: data, classes: classes, dimensions: 512, source: source)
  }

  /// Those of a loss, or of all, the nearest sizes first.
  package static func near(classes: Int, loss: String? = nil) -> [PaperMargin] {
    func distance(_ one: PaperMargin) -> Double {
      abs(log(Double(one.classes)) - log(Double(max(1, classes))))
    }
    return all.filter { loss == nil || $0.loss == loss }.enumerated().sorted {
      let (first, second) = (distance($0.element), distance($1.element))
      return first != second ? first < second : $0.offset < $1.offset
    }.map(\.element)
  }
}
