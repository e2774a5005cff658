/// A slope as the network takes it: 0 where it is too small to move anything.
///
/// A large s makes the probabilities of other classes vanish, and with them slopes to where `Float`
/// is subnormal, which processors may treat differently.
func slopeInFloat(_ slope: Double) -> Float {
  abs(slope) < 1e-30 ? 0 : Float(slope)
}
