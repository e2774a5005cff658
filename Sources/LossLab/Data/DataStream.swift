/// The streams of a seed that data draw from, far from the small numbers that training uses.
///
/// Each purpose, and each identity, has a stream of its own: more samples or more classes leave
/// those that were there as they are.
enum DataStream: UInt64 {
  case identityDirections = 1
  case identitySamples
  case split
  case limit
  case noise
  case renderer
  case people
  case portraits
  /// Of the people that intervals draw, and of those that are enrolled.
  case bootstrap
  case enrolment
  /// Of class weights.
  case classStart
  case inputNoise

  func generator(seed: UInt64, index: Int = 0) -> SplitMix64 {
    SplitMix64(seed: seed, stream: 0xDA7A_0000_0000_0000 | rawValue << 32 | UInt64(index))
  }
}
