import LossSystem
import ResourceBytes

/// The digits as they were exported: a gzipped table with a header line, the label first, then 64
/// pixels from 0 to 16.
enum DigitsFile {
  static let bytes = lossDigits().array
}
