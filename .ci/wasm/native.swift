import Glibc

@main struct Native {
  static func main() {
    for byte in sampleSVG() { putchar(Int32(byte)) }
  }
}
