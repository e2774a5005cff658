import LossLab
import LossPlot

func runScene(_ run: Run, style: Int) -> Scene { Scene(width: 100, height: 100) }
extension PictureOptions { var style: Int { 0 } }
extension FormatChoice {
  func pictureFormat(scale: Double) -> PictureFormat {
    switch self {
    case .png: .png(pixelsPerPoint: scale)
    case .svg: .svg
    case .pdf: .pdf
    }
  }
}
extension Run { func factLines(classNames: [String]?) -> [String] { [] } }
