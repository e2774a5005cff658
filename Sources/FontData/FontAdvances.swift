/// The widths of DejaVu Sans, regular and bold, as `packaging/advances` writes them.
///
/// A target of its own, as the digits have one: the compiler is slow over the array literal.
public enum FontAdvances {
  public static var bytes: [UInt8] { PackageResources.advances_bin }
}
