import LossFigures
import LossRender

extension FigureStyle {
  /// On white ground, measured by Pango.
  public init() { self.init(theme: .light) }
}

/// The picture of a run: its panels side by side, with what was measured underneath.
public func runScene(_ run: Run) -> Scene { runScene(run, style: FigureStyle()) }

/// One page on features of any dimension; with several files, these against one another.
public func featureScene(_ files: [MeasuredFile]) -> Scene {
  featureScene(files, style: FigureStyle())
}

extension Run {
  /// The title and what was trained, then what was measured: two lines for a terminal.
  package var factLines: [String] { factLines(style: FigureStyle()) }

  /// One paragraph of the run's facts, for people who cannot see its picture.
  package func altText() -> String { altText(style: FigureStyle()) }
}
