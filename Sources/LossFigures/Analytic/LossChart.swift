/// A picture of losses for which nothing is trained.
package protocol LossChart: Sendable, Speaking {
  var style: FigureStyle { get set }
  /// Units of its page where no other width is wanted.
  var naturalWidth: Double { get }
  /// In the units of its page, its type as it suits these.
  var unscaled: Scene { get }
}

extension LossChart {
  package var language: PageLanguage { style.language }
  var theme: Theme { style.theme }
  var fit: PageFit { style.fit }

  package func scene(theme: Theme) -> Scene {
    var chart = self
    chart.style.theme = fit.printed(theme, natural: naturalWidth)
    return chart.unscaled.scaled(by: fit.scale(natural: naturalWidth))
  }
}
