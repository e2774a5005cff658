import LossPlot
import Testing

@testable import LossScene

struct SceneScaledTests {
  @Test func scalingAndScalingBackChangesNothing() {
    #expect(Scene.sample.scaled(by: 2) != .sample)
    #expect(Scene.sample.scaled(by: 2).scaled(by: 0.5) == .sample)
  }

  @Test func aSceneTwiceAsLargeHasThePixelsOfTwiceTheDensity() throws {
    var scene = Scene.sample
    // Dashes and letters round differently.
    scene.items.remove(at: 2)
    let dense = try renderPixels(scene, pixelsPerPoint: 2)
    #expect(try renderPixels(scene.scaled(by: 2), pixelsPerPoint: 1) == dense)
  }
}
