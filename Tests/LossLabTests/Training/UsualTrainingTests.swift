import Testing

@testable import LossLab

struct UsualTrainingTests {
  @Test func aComparisonTakesWhatOneOfItsLossesNeeds() {
    let slow = UsualTraining(rounds: 20, batch: 64)
    let late = UsualTraining(warmupShare: 0.5)
    let usual = UsualTraining()
    #expect(usual.joined(usual) == usual)
    #expect(slow.joined(late) == UsualTraining(rounds: 20, batch: 64, warmupShare: 0.5))
    #expect(late.joined(slow) == slow.joined(late))
    #expect(late.joined(UsualTraining(warmupShare: 0.2)) == late)
  }

  @Test func convolutionsTakeFewerRoundsInSmallerBatches() {
    let entry = LossEntry.circle
    #expect(entry.usual(of: .mlp([128])) == entry.usual)
    #expect(
      entry.usual(of: .lenet5) == UsualTraining(rounds: 7, batch: 64, warmupShare: 0.5))
    #expect(entry.usual(of: .lenet).rounds == 4)
    #expect(LossEntry.triplet.usual(of: .lenet).rounds == 6)
  }
}
