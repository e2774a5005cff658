import ResourceBytes

/// The digits as they were exported: a gzipped table with a header line, the label first, then 64
/// pixels from 0 to 16.
public enum DigitsFile {
  public static let bytes: [UInt8] = {
    let file = lossDigits()
    return Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))
  }()
}
