import LossPlot

@testable import LossScene

extension Scene {
  /// The summary with long lines made short: their beginning, a few of the points that follow, so
  /// that a reader sees what moved, and a hash of all, so that nothing moves unseen.
  var condensedSummary: String {
    summary.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let points = line.dropFirst(160).split(separator: " ").filter {
        $0.contains(",") && $0.last != ","
      }
      guard line.count > 240, points.count >= 8 else { return String(line) }
      var hash = ContentHash()
      hash.add(Array(line.utf8))
      let shown = stride(from: 1, to: points.count, by: points.count / 8).map { points[$0] }
      return "\(line.prefix(160))… \(shown.joined(separator: " … ")) … \(line.count) characters,"
        + " hash \(hash.text)"
    }.joined(separator: "\n")
  }
}
