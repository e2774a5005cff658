import LossLab

extension Mistake {
  /// One clause: what is so, and what would be right.
  package var text: String {
    switch self {
    case .sumOverBatch: "the losses of the batch are summed, not averaged"
    case .detachedGradient:
      "the gradient does not go through the margin: dψ/dcos θ is taken as 1"
    case .weightsNotNormalised: "class weights are not normalised: their lengths stay in cos θ"
    case .featuresNotNormalised: "features are not normalised: their lengths stay in cos θ"
    case .negativesMargined: "the margin is given to every class, not to the sample's own alone"
    case .easyMargin: "the margin counts only where cos θ > 0 (easy margin)"
    case .degreesAsRadians: "m is in degrees and taken for radians"
    case .radiansAsDegrees: "m is in radians and taken for degrees"
    case .sumInExponent: "the sum over the other classes stands inside the exponent"
    case .targetNormForOthers: "the other classes have ‖W_y‖ where each has its own ‖W_j‖"
    case .psiOutsideExponential: "ψ stands before the exponential, not in its exponent"
    case .scaleForNorm: "one scale s stands where the loss has ‖x‖ (and ‖W‖)"
    case .otherFeatureNorm: "the other classes have ‖x_j‖ of another sample, not the sample's own"
    case .cosineLost: "the denominator has m₁θ + m₂ − m₃ without its cosine"
    case .factorOfCosine: "m cos θ in place of cos mθ"
    case .factorTwice: "ψ(mθ), which multiplies the angle by m twice"
    case .noContinuation: "cos mθ without (−1)^k … − 2k, so that it rises again past π/m"
    case .pieceFromOne: "k is counted from 1, not from 0"
    case .wrongTerms: "the sum for cos mθ runs over 2n ≥ m, not 2n ≤ m"
    case .taylorTerm: "cos mθ is a Taylor series that ends with −x⁹/9!"
    case .focalOfMean: "the focal weight is that of the mean over the batch, not of each sample"
    case .interAdded: "the Inter-loss is added, not subtracted"
    case .farthestNegative: "the hardest negative is the farthest one, not the nearest"
    case .unsquaredDistance: "distances are not squared"
    case .noHalf: "the factor ½ is missing"
    case .meanOverDimensions: "the mean is taken over the dimensions, too"
    case .scaleOfTwoClasses: "√2 ln(C − 1) is 0 for two classes: nothing is learned"
    }
  }
}
