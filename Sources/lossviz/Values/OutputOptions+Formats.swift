extension OutputOptions {
  /// Of the pictures that are written.
  var formats: [OutputFormat] {
    let usual = filmFormat.map { OutputFormat.film($0) } ?? .still(format ?? .png)
    guard !files.isEmpty else { return [usual] }
    return files.map { OutputFormat(ending: $0.ending) ?? usual }
  }
}
