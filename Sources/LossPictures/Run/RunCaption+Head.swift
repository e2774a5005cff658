import LossLab
import LossScene

extension RunCaption {
  /// What the drawing of this loss's own rules needs to be read.
  var headNotes: [String] {
    guard run.options.dimensions == 2, let head = entry?.make(run.settings).classifier else {
      return []
    }
    var notes: [String] = []
    if head.marginUsesNorm {
      notes.append(
        "the margin depends on ‖x‖: in the feature space its edges are curves; its width and the"
          + " angular space are those of the median length")
    }
    if head.rowsPerClass > 1 {
      notes.append("\(head.rowsPerClass) weights a class, each with a cone of its own")
    }
    if !head.softEdges.isEmpty && hasBand {
      notes.append("the band is that of the mean margin; paler: of one standard deviation more")
    }
    if head.hasThresholds {
      let widths = run.boundaries.compactMap { $0.width }
      let overlapping = widths.filter { $0 < -1e-9 }.count
      notes.append(
        widths.isEmpty
          ? "the threshold lies beyond every class: there are no cones to draw"
          : "each class has a cone of its own"
            + (overlapping > 0
              ? "; those of \(overlapping) of \(run.boundaries.count) neighbours overlap (paler)"
              : ""))
    }
    return notes
  }

  /// Whether what lies between neighbours is no class's rather than a margin of both.
  var hasThresholds: Bool {
    entry?.make(run.settings).classifier?.hasThresholds ?? false
  }
}
