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
    return head.hasThresholds ? notes + [coneNote] : notes
  }

  /// Of a loss that holds each class against a threshold.
  private var coneNote: String {
    let widths = run.boundaries.compactMap { $0.width }
    guard !widths.isEmpty else {
      return said(
        "the threshold lies beyond every class: there are no cones to draw",
        zh: "阈值超出所有类：没有锥可画")
    }
    let cones = said("each class has a cone of its own", zh: "每类有自己的锥")
    let (overlapping, all) = (widths.filter { $0 < -1e-9 }.count, run.boundaries.count)
    guard overlapping > 0 else { return cones }
    return cones
      + said(
        "; those of \(overlapping) of \(all) neighbours overlap (paler)",
        zh: "；\(all) 对相邻类中有 \(overlapping) 对重叠（浅色）")
  }

  /// Whether what lies between neighbours is no class's rather than a margin of both.
  var hasThresholds: Bool { entry?.make(run.settings).classifier?.hasThresholds ?? false }
}
