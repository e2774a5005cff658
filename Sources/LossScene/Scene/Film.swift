/// Pictures that follow one another, drawn when they are needed.
package struct Film: Sendable {
  package let title: String
  package let description: String
  /// As that of its last scene.
  package var caption: RichText = ""
  package var size: (width: Double, height: Double) = (0, 0)
  /// Pictures a second; each frame stands a whole number of them.
  package let fps: Int
  /// How many pictures each frame stands.
  package let ticks: [Int]
  /// The frame of that number; all of one size.
  package let scene: @Sendable (Int) -> Scene

  package init(
    title: String, description: String, fps: Int, ticks: [Int],
    scene: @escaping @Sendable (Int) -> Scene
  ) {
    self.title = title.drawable
    self.description = description.drawable
    self.fps = fps
    self.ticks = ticks
    self.scene = scene
  }
}
