/// The words within a third of `word`'s length in edits, nearest first.
package func nearestWords(to word: String, in candidates: [String]) -> [String] {
  let limit = max(1, (word.count + 2) / 3)
  let length = word.utf8.count
  var scored: [(distance: Int, word: String)] = []
  for candidate in candidates {
    // Each edit changes the length by at most one; a word may be as long as a file.
    guard length - candidate.utf8.count <= limit else { continue }
    let distance = editDistance(Array(word.utf8), Array(candidate.utf8))
    if distance <= limit || (word.count > 2 && candidate.hasPrefix(word)) {
      scored.append((distance, candidate))
    }
  }
  scored.sort { $0.distance != $1.distance ? $0.distance < $1.distance : $0.word < $1.word }
  return scored.prefix(3).map { $0.word }
}

/// Levenshtein's distance, with a swap of neighbours as one edit.
func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  var before: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
      row.append(best)
    }
    before = last
    last = row
  }
  return last[b.count]
}
