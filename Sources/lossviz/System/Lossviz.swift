/// This program.
enum Lossviz {
  static let version = "0.2.0"
}
