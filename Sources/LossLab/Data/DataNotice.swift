/// What was decided or left out when data were read: facts, which `LossPictures` says in words.
package enum DataNotice: Equatable, Sendable {
  /// The labels are taken from a column, counted from 1, which nobody named as such.
  case labelColumn(number: Int, name: String?)
  /// Columns of texts are left out, by their names or, without, by their numbers from 1.
  case textColumns([String])
  /// Images of several channels are taken as plain numbers.
  case flattenedImages(shape: [Int])
  /// So many of all images have colours and are turned gray.
  case colouredImages(Int, of: Int)
  /// Rows are left out, of so many.
  case leftOut([LeftOutRow], of: Int)
  /// Features of about so large a power of ten are measured as if they were of about 1.
  case rescaled(powerOfTen: Int)
  /// Groups of class names that are one number each, written in several ways.
  case numberSpellings([[String]])
  /// How the rows of class weights were taken.
  case weights(file: String, TakenWeights)
}

/// A row of a file that has no direction or no label.
package struct LeftOutRow: Sendable, Equatable {
  /// From 0.
  package let row: Int
  /// Why it is left out.
  package let reason: Reason

  package init(row: Int, reason: Reason) {
    self.row = row
    self.reason = reason
  }

  /// Why a row is left out.
  package enum Reason: Sendable, CaseIterable {
    /// A number of it is not finite.
    case notFinite
    /// All its numbers are zero.
    case zero
    /// It has no label.
    case unlabelled
  }
}
