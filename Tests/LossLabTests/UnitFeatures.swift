import LossLab

/// Unit features in the plane at these angles, in degrees; samples × 2.
func unitFeatures(_ degrees: [Double]) -> Matrix<Double> {
  Matrix(
    rows: degrees.count, columns: 2,
    elements: degrees.flatMap { angle -> [Double] in
      let (sine, cosine) = sinCos(angle * .pi / 180)
      return [cosine, sine]
    })
}
