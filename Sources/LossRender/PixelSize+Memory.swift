import LossSystem

extension PixelSize {
  /// Asks for the memory of the pixels and of what is made of them.
  ///
  /// - Throws: `RenderError.noMemory`.
  func checkMemory() throws(RenderError) {
    do throws(MemoryShortage) {
      try MemoryRoom.check(
        8 * Double(width * height), for: "\(width) × \(height) pixels",
        hint: "lower --scale or --width")
    } catch {
      throw .noMemory(error.description, hint: error.hint)
    }
  }
}
