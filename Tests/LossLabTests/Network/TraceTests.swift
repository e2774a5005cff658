import LossLab
import Testing

/// Losses of the same training in double precision, by another program (NumPy).
@Test func trainingFollowsTheDoublePrecisionTrace() throws {
  let reference = [
    2.476572939416908, 2.3084518648801744, 2.2695075220621352, 2.3737859964719443,
    2.2552357208847083, 2.2215247765160613, 2.1807627765046136, 2.206003479712974,
    2.174040905841623, 2.0899817514571337, 2.05194071821386,
  ]
  let losses = try ToyWorkload(steps: reference.count).losses(
    steps: reference.count, kernels: .fastest, parallel: .serial)
  for (loss, expected) in zip(losses, reference) {
    #expect(abs(loss - expected) < 1e-5 * expected)
  }
}
