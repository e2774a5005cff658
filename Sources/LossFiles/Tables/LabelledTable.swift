/// Rows of numbers with their labels, from a `.csv` or `.tsv` file.
package struct LabelledTable: Sendable {
  /// Of the columns of numbers; empty where the file has no header.
  package var columnNames: [String]
  /// `rows × columns`.
  package var numbers: NumericMatrix
  /// `nil` where the file was read without labels.
  package var labels: ClassLabels?
  /// Whether the labels are where they are only because nothing says which column holds them.
  var isGuess = false
  /// For each row whether it is of the test set; `nil` where the file has no column `split`.
  package var isTest: [Bool]?
  /// What the samples are called, where a column has the names of their files.
  var sampleNames: [String]?
  /// What was decided that somebody may want to know.
  package var notes: [DataNotice] = []

  /// The numbers in double precision.
  package var values: Matrix<Double> { numbers.doubles }

  /// Which column holds the labels.
  package enum LabelColumn: Sendable, Equatable {
    /// The one that the header calls `label` or the like; else the one with texts; else the first
    /// or the last, whichever holds a few whole numbers.
    case automatic
    /// There is none: all columns are numbers.
    case none
    /// From 1.
    case number(Int)
    case name(String)
  }

  /// Reads a table: numbers and one label a row, with or without a header line.
  ///
  /// Divided by commas, tabs, semicolons, bars or spaces, as the first lines show; then with points
  /// or, where nothing is divided by commas, with commas in numbers; lines end in any way; gzip or
  /// not; `-` is standard input. A cell may hold a vector, `[0.1, 0.2]`. A column that the header
  /// calls `split` says `train` or `test`; one that counts the rows is passed over.
  ///
  /// - Parameters:
  ///   - allowsGaps: whether numbers may be missing or not finite, which are NaN or
  ///     infinite then, labels may be missing, and columns of other texts are passed over.
  ///   - rowLimit: with more rows than this, `Float` is precise enough; `nil` for never.
  static func read(
    _ stream: ByteStream, labels: LabelColumn = .automatic, allowsGaps: Bool = false,
    narrowingAbove rowLimit: Int? = nil
  ) throws(FileError) -> LabelledTable {
    var reader = try TableReader(
      stream, labels: labels, allowsGaps: allowsGaps, rowLimit: rowLimit ?? .max)
    return try reader.table()
  }
}
