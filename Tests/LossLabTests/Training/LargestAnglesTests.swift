import LossLab
import Testing

@Suite struct LargestAnglesTests {
  /// Unit features at these angles, in degrees.
  private func features(_ degrees: [Double]) -> Matrix<Double> {
    Matrix(
      rows: degrees.count, columns: 2,
      elements: degrees.flatMap { angle -> [Double] in
        let (sine, cosine) = sinCos(angle * .pi / 180)
        return [cosine, sine]
      })
  }

  @Test func theLargestAngleIsThatOfTheWidestPair() {
    let angles = largestAngles(features([0, 10, 40, 90]), labels: [0, 0, 0, 1], classes: 2)
    #expect(abs(angles[0] - 40 * .pi / 180) < 1e-12)
    #expect(angles[1] == 0)
  }
}
