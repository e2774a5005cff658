import LossLab
import LossPlot

@main
struct Lossviz {
  static func main() {}
}
