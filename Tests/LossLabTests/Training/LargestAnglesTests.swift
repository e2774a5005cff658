import LossLab
import Testing

@Suite struct LargestAnglesTests {
  @Test func theLargestAngleIsThatOfTheWidestPair() {
    let angles = largestAngles(unitFeatures([0, 10, 40, 90]), labels: [0, 0, 0, 1], classes: 2)
    #expect(abs(angles[0] - 40 * .pi / 180) < 1e-12)
    #expect(angles[1] == 0)
  }
}
