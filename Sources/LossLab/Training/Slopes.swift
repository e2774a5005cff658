/// A slope as the network takes it: 0 where it is too small to move anything.
///
/// A large s makes the probabilities of other classes vanish, and with them slopes down to 1e-45.
/// Products of `Float` below 1e-38 are computed ten times as slowly, or as 0, by different
/// processors; what is below 1e-30 here changes no sum with a sample that is still learned from.
func slopeInFloat(_ slope: Double) -> Float {
  abs(slope) < 1e-30 ? 0 : Float(slope)
}
