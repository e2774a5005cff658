extension ConeGeometry {
  /// A point of a cap's edge, with its angles to the own and the other weight.
  struct EdgePoint {
    var point: (x: Double, y: Double, z: Double)
    var own: Double
    var other: Double
  }

  /// The edge of a class's rule on the sphere, all round its weight; found on the logits by
  /// halving along each great circle through the weight.
  func capEdge(_ head: MarginSoftmax, of index: Int) -> [EdgePoint] {
    let rule = BinaryRule(head: head)
    let side: Double = index == 0 ? -1 : 1
    let weight = (x: side * sin(angle / 2), y: 0.0, z: cos(angle / 2))
    let rival = (x: -weight.x, y: 0.0, z: weight.z)
    // Two unit tangents at the weight: towards the rival and across.
    let along = (x: -side * cos(angle / 2), y: 0.0, z: sin(angle / 2))
    return (0..<180).map { step in
      let (sine, cosine) = sinCos(2 * .pi * Double(step) / 180)
      func place(_ reach: Double) -> (x: Double, y: Double, z: Double) {
        let (far, near) = sinCos(reach)
        return (
          near * weight.x + far * cosine * along.x, far * sine,
          near * weight.z + far * cosine * along.z
        )
      }
      func other(_ reach: Double) -> Double {
        let point = place(reach)
        return acos(max(-1, min(1, point.x * rival.x + point.z * rival.z)))
      }
      let edge = halved(0, .pi / factor, times: 60) {
        rule.difference($0, other($0), margined: 0) > 0
      }.low
      return EdgePoint(point: place(edge), own: edge, other: other(edge))
    }
  }

  var claims: [Claim] {
    let inner = (margined.firstReach ?? .nan) * 180 / .pi
    let outer = (margined.outerReach ?? .nan) * 180 / .pi
    let middle = (plain.changeFromFirst ?? .nan) * 180 / .pi
    let edge = capEdge(margined.head, of: 0)
    let error = edge.reduce(0) { max($0, abs(factor * $1.own - $1.other)) }
    return [
      Claim(
        Wording("modified softmax: the bisector", zh: "修正 softmax：以角平分线为界"),
        threshold: Wording("30° within 1e-9°", zh: "30°，误差 1e-9° 以内"),
        measured: [.init(Wording("boundary", zh: "边界"), middle, unit: "°", places: 1)],
        isReproduced: abs(middle - 30) < 1e-9),
      Claim(
        Wording(
          "SphereFace: a cone of θ₁₂/(m + 1) towards the other class, θ₁₂/(m − 1) away from it",
          zh: "SphereFace：朝他类方向 θ₁₂/(m + 1)，背离方向 θ₁₂/(m − 1)"),
        threshold: Wording("12° and 20° within 1e-9°", zh: "12° 与 20°，误差 1e-9° 以内"),
        measured: [
          .init(Wording("towards", zh: "朝向"), inner, unit: "°", places: 1),
          .init(Wording("away", zh: "背离"), outer, unit: "°", places: 1),
        ], isReproduced: abs(inner - 12) < 1e-9 && abs(outer - 20) < 1e-9),
      Claim(
        Wording("on the sphere the cap's edge has mω₁ = ω₂ everywhere", zh: "球面上冠的边缘处处满足 mω₁ = ω₂"),
        threshold: Wording("within 1e-9 rad at 180 points", zh: "180 个点，误差 1e-9 rad 以内"),
        measured: [.init(.largestError, error, unit: " rad", places: 3)], isReproduced: error < 1e-9
      ),
    ]
  }
}
