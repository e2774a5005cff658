import LossLab
import LossPlot
import Testing

@testable import LossScene

struct DensityTests {
  /// Ten pixels by ten.
  private let panel = Panel(
    in: Rectangle(x: 20, y: 30, width: 5, height: 5), x: 0...10, y: 0...10, theme: .light)

  private func raster(_ places: [Double], _ labels: [Int]) throws -> Scene.Raster {
    var density = Density(panel, colors: [.black, Color(hex: 0xFF8040)])
    density.add(places, labels: labels)
    guard case .raster(let raster) = density.item else {
      throw RenderError.failed("no raster")
    }
    return raster
  }

  private func pixel(_ raster: Scene.Raster, column: Int, row: Int) -> [UInt8] {
    let start = 4 * (row * raster.columns + column)
    return Array(raster.pixels[start..<start + 4])
  }

  @Test func aSampleMarksItsPixelInItsColor() throws {
    let raster = try raster([2.5, 9.5, 7.5, 0.5], [1, 0])
    #expect(raster.columns == 10 && raster.rows == 10 && raster.frame == panel.frame)
    #expect(pixel(raster, column: 2, row: 0) == [0xFF, 0x80, 0x40, 255])
    #expect(pixel(raster, column: 7, row: 9) == [0, 0, 0, 255])
    #expect(stride(from: 3, to: 400, by: 4).filter { raster.pixels[$0] != 0 }.count == 2)
  }

  @Test func aPixelHasTheMeanColorOfItsSamples() throws {
    let raster = try raster([1.5, 1.5, 1.2, 1.9], [0, 1])
    #expect(pixel(raster, column: 1, row: 8) == [127, 64, 32, 255])
  }

  @Test func opacityGrowsWithTheLogarithmOfTheNumber() throws {
    let many = Array(repeating: [5.5, 5.5], count: 100).flatMap { $0 }
    let ten = Array(repeating: [3.5, 5.5], count: 10).flatMap { $0 }
    let raster = try raster(
      many + ten + [8.5, 5.5], Array(repeating: 0, count: 111))
    let opacities = [8, 3, 5].map { Int(pixel(raster, column: $0, row: 4)[3]) }
    #expect(opacities[2] == 255)
    #expect(abs(opacities[1] * 2 - opacities[0] - opacities[2]) <= 1)
    #expect(opacities[0] >= 64)
  }

  @Test func whatIsOutsideOrNoNumberIsLeftOut() throws {
    let raster = try raster([-0.1, 5, 10, 5, 5, 10.1, .nan, 5, 5, .infinity], [0, 0, 0, 0, 0])
    #expect(raster.pixels.allSatisfy { $0 == 0 })
  }
}
