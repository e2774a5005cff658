/// The numbers of one step of SGD.
struct MomentumRule {
  var rate: Float
  var momentum: Float
  var decay: Float
  var scale: Float
}

/// The numbers of one step of Adam: p ← p − step · mean / (√square / root + 1e-8).
struct AdamRule {
  /// The rate over 1 − β₁ᵗ.
  var step: Float
  var decay: Float
  var scale: Float
  /// √(1 − β₂ᵗ).
  var root: Float
}
