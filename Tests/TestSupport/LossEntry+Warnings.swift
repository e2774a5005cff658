import LossLab

extension LossEntry {
  /// What the bounds of so many classes in the plane say against its defaults with a change.
  package func boundWarnings(
    classes: Int, _ change: (inout LossSettings) -> Void
  ) -> [RunWarning] {
    var settings = settings(classes: classes)
    change(&settings)
    return Bounds(entry: self, settings: settings, classes: classes, dimensions: 2)
      .warnings(entry: self, settings: settings, classes: classes)
  }
}
