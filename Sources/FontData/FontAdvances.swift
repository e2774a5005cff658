import ResourceBytes

/// The widths of DejaVu Sans, regular and bold, as `packaging/advances` writes them.
public enum FontAdvances {
  public static let bytes: [UInt8] = {
    let file = lossFontAdvances()
    return Array(UnsafeBufferPointer(start: file.bytes, count: Int(file.count)))
  }()
}
