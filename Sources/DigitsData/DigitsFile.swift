/// The digits as they were exported: a gzipped table with a header line, the label first, then 64
/// pixels from 0 to 16.
///
/// A target of its own, because the compiler takes ten seconds over the array literal that a
/// resource inside the binary is: so it is compiled once, not with every change of LossPlot.
public enum DigitsFile {
  public static var bytes: [UInt8] { PackageResources.digits_csv_gz }
}
