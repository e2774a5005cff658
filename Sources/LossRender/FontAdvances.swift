import LossSystem
import ResourceBytes

/// The widths of DejaVu Sans, regular and bold, as `packaging/advances` writes them.
package enum FontAdvances {
  package static let bytes = lossFontAdvances().array
}
