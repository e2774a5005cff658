extension Rectangle {
  /// Less so much at its sides, for what stands beside a panel.
  func inset(left: Double = 0, top: Double = 0, right: Double = 0, bottom: Double = 0) -> Rectangle
  {
    Rectangle(x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }
}

extension Panel {
  /// Room for the numbers and titles of x axes.
  static let axisRoom = tickRoom + titleRoom
  /// The same where words follow below.
  static let wideAxisRoom = tickRoom + titleRoom + 8
}
