import LossLab
import LossScene

/// What the picture of a moment takes from the rest of its film.
package struct FilmFrame {
  /// Of the still picture: a film keeps its words, its key and its notes from the first frame on.
  package let still: RunCaption
  /// Of the still picture: so that the curve's axis stands still.
  let ownCurve: [Point]
  /// How many samples the tallest bar of a rose has in the still picture.
  let fullBin: Int
  /// Where the names of the classes stand; steadier than the classes themselves.
  let classVectors: [[Double]]
  /// "step 120 of 700   loss 0.482".
  let progress: RichText
  let widestProgress: RichText

  package init(
    still: RunCaption, ownCurve: [Point], fullBin: Int, classVectors: [[Double]],
    progress: RichText, widestProgress: RichText
  ) {
    self.still = still
    self.ownCurve = ownCurve
    self.fullBin = fullBin
    self.classVectors = classVectors
    self.progress = progress
    self.widestProgress = widestProgress
  }
}
