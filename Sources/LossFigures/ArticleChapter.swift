/// A step of the article's argument, with the figures that show it.
package enum ArticleChapter: CaseIterable, Sendable {
  case softmax, triplets, center, largeMargin, sphere, cosine, arc, boundaries, experiments, since
  case papers

  /// In the order of the page; a new figure is one line here.
  package var figures: [Figure] {
    switch self {
    case .softmax: [.focalCurves, .hardMining]
    case .triplets: [.tripletPicture, .tripletConvergence]
    case .center: [.separableDiscriminative, .centerTrainTest, .centerLambda]
    case .largeMargin: [.lsoftmaxPsi, .lsoftmaxGeometry, .lsoftmaxMargins]
    case .sphere: [.spherefaceToy, .spherefaceGeometry, .spherefaceSphere, .labelNoise]
    case .cosine: [.normfaceNorms, .lossLowerBound, .cosfaceToy, .cosfaceBounds]
    case .arc: [.arcfaceToy, .targetLogits, .thetaHistograms, .gradientScale]
    case .boundaries: [.decisionMargins, .marginVsAngle]
    case .experiments: [.published, .identification]
    case .since:
      [
        .subcenterNoise,
        .circleBoundary,
        .curricularTime,
        .magfaceNorms,
        .adafaceQuality,
        .elasticBand,
        .thresholdLosses,
        .familyTree,
      ]
    case .papers: []
    }
  }
}
