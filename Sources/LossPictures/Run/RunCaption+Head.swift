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
        said(
          "the margin depends on ‖x‖: in the feature space its edges are curves; its width and the"
            + " angular space are those of the median length",
          zh: "间隔取决于 ‖x‖：在特征空间中其边缘是曲线；宽度与角度空间按中位长度计算"))
    }
    if head.rowsPerClass > 1 {
      notes.append(
        said(
          "\(head.rowsPerClass) weights a class, each with a cone of its own",
          zh: "每类 \(head.rowsPerClass) 个权重，各有自己的锥"))
    }
    if !head.softEdges.isEmpty && hasBand {
      notes.append(
        said(
          "the band is that of the mean margin; paler: of one standard deviation more",
          zh: "间隔带按平均间隔绘制；浅色：再加一个标准差"))
    }
    if head.hasThresholds {
      let widths = run.boundaries.compactMap { $0.width }
      let overlapping = widths.filter { $0 < -1e-9 }.count
      notes.append(
        widths.isEmpty
          ? said(
            "the threshold lies beyond every class: there are no cones to draw",
            zh: "阈值超出所有类：没有锥可画")
          : said("each class has a cone of its own", zh: "每类有自己的锥")
            + (overlapping > 0
              ? said(
                "; those of \(overlapping) of \(run.boundaries.count) neighbours overlap (paler)",
                zh: "；\(run.boundaries.count) 对相邻类中有 \(overlapping) 对重叠（浅色）")
              : ""))
    }
    return notes
  }

  /// Whether what lies between neighbours is no class's rather than a margin of both.
  var hasThresholds: Bool {
    entry?.make(run.settings).classifier?.hasThresholds ?? false
  }
}
