extension Figure {
  /// Softmax and L-Softmax between two weights of equal and of different length.
  static let lsoftmaxGeometry = Figure(
    name: "lsoftmax-geometry",
    title: Wording("Two weights, equal or not: where the boundary lies", zh: "两个权重，长短相同或不同：边界在哪里"),
    source: Wording("L-Softmax, geometry figure", zh: "L-Softmax 几何示意图"),
    summary: Wording(
      "One sample x and its angles to both weights. Plain softmax decides by ‖W‖ cos θ: with equal norms the boundary bisects the angle, a longer "
        + "weight pushes it away. L-Softmax asks the own class for more, so each class has a rule of "
        + "its own and a sector opens between the two, whatever the norms are.",
      zh: "图中标出样本 x 与两个权重的夹角。普通 softmax 以 ‖W‖ cos θ 判决：范数相等时边界平分夹角，较长的权重会把边界推开。L-Softmax 对本类要求更严，"
        + "于是两类各有一条判决线，无论范数如何，两线之间都张开一个扇形间隔。"),
    formulas: ["‖W_1‖ cos θ_1 = ‖W_2‖ cos θ_2", "‖W_1‖ ψ(θ_1) = ‖W_2‖ cos θ_2"],
    citations: ["Liu et al. 2016, ICML, arXiv:1612.02295"]
  ) { _ in
    let angle = Double.pi / 4
    let lengths: [(label: RichText, norms: TwoClasses.Norms)] = [
      ("$‖W_1‖ = ‖W_2‖$", .init(first: 1, second: 1)),
      ("$‖W_1‖ > ‖W_2‖$", .init(first: 1.15, second: 0.9)),
      ("$‖W_1‖ < ‖W_2‖$", .init(first: 0.9, second: 1.15)),
    ]
    let heads = (LossEntry.softmax.namedHead(), LossEntry.lsoftmax.namedHead { $0["m"] = 2 })
    let rows = lengths.map { label, norms in
      (
        label, TwoClasses(heads.0, angle: angle, norms: norms),
        TwoClasses(heads.1, angle: angle, norms: norms)
      )
    }
    return FigureResult(claims: lsoftmaxClaims(rows.map { ($0.1, $0.2) }, angle: angle)) { paper in
      let names = [
        paper.text("softmax, ", zh: "softmax，"), paper.text("L-Softmax, ", zh: "L-Softmax，"),
      ]
      return paper.gridPage(
        FigureGrid(rows: 2, columns: 3, aspect: 1.25, gap: 20, top: 24, bottom: 4),
        size: (900, 612),
        subtitle: ["$θ_{12} = 45°$", "$m = 2$"],
        key: [
          paper.boundaryKey,
          paper.keyItem(
            .area(paper.theme.band), "decision margin of L-Softmax (dashed: the two rules)",
            zh: "L-Softmax 的决策间隔（虚线：两条规则）"),
          paper.keyItem(.arrow(paper.theme.ink), "class weight, length to scale", zh: "类权重，长度按比例"),
        ]
      ).scene { frames in
        rows.enumerated().flatMap { column, row in
          [row.1, row.2].enumerated().map { place, classes in
            TwoClassPanel(
              classes: classes, heading: names[place] + row.0, x: -0.3...1.35, y: -0.28...1.04,
              arc: 1.02, sample: .pi / 6
            ).item(in: frames[place * 3 + column], theme: paper.theme)
          }
        }
      }
    }
  }

  private static func lsoftmaxClaims(
    _ pairs: [(plain: TwoClasses, margined: TwoClasses)], angle: Double
  ) -> [Claim] {
    var error = 0.0
    for (plain, _) in pairs {
      let ratio = plain.norms.first / plain.norms.second
      // tan θ₁ = (r − cos θ₁₂)/sin θ₁₂, with θ₁ counted from W₁.
      let expected = atan2(ratio - cos(angle), sin(angle))
      error = max(error, abs((plain.inside?.inference ?? .nan) - (angle - expected)))
    }
    let changes = pairs.map { ($0.plain.inside?.inference ?? .nan) * 180 / .pi }
    let gaps = pairs.map { ($0.margined.gap ?? .nan) * 180 / .pi }
    let isBetween = pairs.allSatisfy { $0.margined.holds($0.plain) }
    let names: [Wording] = [
      .init("equal", zh: "等长"), .init("longer W₁", zh: "W₁ 更长"), .init("longer W₂", zh: "W₂ 更长"),
    ]
    func measures(_ angles: [Double]) -> [Claim.Measure] {
      ValueForm.degrees.measures(zip(names, angles).map { NamedValue($0, $1) })
    }
    return [
      Claim(
        Wording(
          "equal norms: the boundary bisects the angle; a longer W₁ moves it towards W₂",
          zh: "范数相等时边界平分夹角；W₁ 更长时边界移向 W₂"),
        threshold: Wording(
          "within 1e-9 of the closed form; direction above W₂ falls as ‖W₁‖/‖W₂‖ rises",
          zh: "与闭式解相差 1e-9 以内；‖W₁‖/‖W₂‖ 越大，边界相对 W₂ 的方向角越小"),
        measured: measures(changes) + [.init(.largestError, error)],
        isReproduced: error < 1e-9 && changes[1] < changes[0] && changes[0] < changes[2]),
      Claim(
        Wording(
          "L-Softmax opens a sector for all three, with the softmax boundary inside",
          zh: "三种情形下 L-Softmax 都张开扇形间隔，且 softmax 边界位于其中"),
        threshold: Wording(
          "all gaps > 0; with equal norms (m − 1)/(m + 1) θ₁₂ = 15° within 1e-9",
          zh: "间隔均大于 0；范数相等时 (m − 1)/(m + 1) θ₁₂ = 15°，误差 1e-9 以内"),
        measured: measures(gaps),
        isReproduced: gaps.allSatisfy { $0 > 0 } && isBetween && abs(gaps[0] - 15) < 1e-9),
    ]
  }
}

extension TwoClasses {
  /// Whether the boundary of the other pair lies between the rules of this one.
  fileprivate func holds(_ plain: TwoClasses) -> Bool {
    guard let low = inside?.firstRule, let high = inside?.secondRule,
      let boundary = plain.inside?.inference
    else { return false }
    return low < boundary && boundary < high
  }
}
