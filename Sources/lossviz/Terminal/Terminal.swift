/// The terminal to which the results go.
struct Terminal: Sendable {
  /// `nil` where nobody knows.
  let size: @Sendable () -> Size?
  /// Sends a question and returns what comes back, without showing it, until it is enough or that
  /// many seconds have passed.
  let ask:
    @Sendable (_ question: [UInt8], _ seconds: Double, _ isEnough: ([UInt8]) -> Bool) -> [UInt8]
  /// Writes a picture.
  let draw: @Sendable ([UInt8]) throws -> Void

  struct Size: Sendable, Equatable {
    var columns: Int
    var rows: Int
    /// Pixels of all of it; 0 where that is not known.
    var width = 0
    var height = 0
  }
}
