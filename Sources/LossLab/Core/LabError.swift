/// What a user of LossLab can put right: facts, which `LossPictures` says in words.
public enum LabError: Error, Equatable, Sendable {
  /// `nearest` of the `known` names; empty where none is near.
  case unknownLoss(name: String, nearest: [String], known: [String])
  /// A value that an option does not take, and those that it takes as the option itself says them.
  case outOfRange(option: String, value: String, allowed: String)
  /// Two options of a loss in the wrong order.
  case outOfOrder(OptionOrder)
  /// A batch of so many rows, which needs more than the most memory, bytes.
  case batchOutOfRange(rows: Int, mostMemory: Int)
  /// What does not go together with the rest of what was asked.
  case misfit(Misfit)
  /// Data that nothing can be learned or measured from.
  case badData(DataFault)
  /// A parameter that was stated for a reference loss.
  case badParameter(name: String, ParameterFault)
  /// A loss or gradient that is no longer finite; a cosine of NaN where there is no class layer.
  case diverged(loss: String, step: Int, classIndex: Int, cosine: Double)
  /// Features that ended where there is nothing to see, under a loss with those options.
  case collapsed(loss: String, step: Int, how: TrainingCollapse, options: [String])
  /// A closure for progress said `false`.
  case stopped

  /// An option that must lie above another one of the same loss.
  public struct OptionOrder: Equatable, Sendable {
    /// The one that is too small.
    package let option: String
    /// Of `option`.
    package let value: Double
    /// The one that it must lie above.
    package let lowerOption: String
    /// Of `lowerOption`.
    package let lowerValue: Double
    /// Whether both may be the same.
    package let mayBeEqual: Bool
  }
}

/// How features ended that cannot be shown.
public enum TrainingCollapse: Equatable, Sendable {
  /// Some are no numbers.
  case notFinite
  /// All lie at one point.
  case onePoint
  /// All lie in one direction.
  case oneDirection
  /// The margin-free training accuracy, in [0, 1], is hardly above a guess among so many classes.
  case chance(accuracy: Double, classes: Int)
}

/// Two things that were asked for and do not go together.
public enum Misfit: Equatable, Sendable {
  /// A network of that name and the samples.
  case network(String, needs: ImageNeed)
  /// A loss that tells at least so many classes apart, and those that are there.
  case fewClasses(loss: String, least: Int, found: Int)
  /// More classes than the data have, whose names are known.
  case classCount(Int, known: [String])
  /// A class that the data do not have, and those that they have.
  case className(String, known: [String])
  /// Outlier noise and data all of whose classes are in use.
  case noStrangers(data: String)
  /// A parameter of other losses.
  case parameter(String, loss: String, owners: [String])

  /// What a network wants of its samples.
  public enum ImageNeed: Equatable, Sendable {
    /// Images of so many rows and columns.
    case size(rows: Int, columns: Int)
    /// Images of gray values.
    case oneChannel
    /// Images of so many rows and columns at least; they have others.
    case atLeast(side: Int, rows: Int, columns: Int)
  }
}

/// Why nothing can be learned or measured from data.
public enum DataFault: Equatable, Sendable {
  /// There is no training sample.
  case noTrainingSamples
  /// A class of the data has none.
  case noTrainingSample(className: String, data: String)
  /// A classifier is asked of so few classes: 0 or 1.
  case classes(Int)
  /// Angles are asked of samples of so few classes: 0 or 1.
  case measuredClasses(Int)
  /// A loss is to be identified by one sample.
  case oneSample
  /// A loss is to be identified, and nothing that it computed is given.
  case noResults
  /// So many numbers do not fill a matrix.
  case shape(elements: Int, rows: Int, columns: Int)
}

/// What is wrong with a parameter that was stated.
public enum ParameterFault: Equatable, Sendable {
  /// It is not stated.
  case missing
  /// It is no number, or beyond the largest.
  case notNumber
  /// One number a sample is not stated.
  case noList
  /// It is no list of numbers.
  case notList
  /// One of its numbers is beyond the largest.
  case largeNumber
  /// It is none of these words.
  case notWord([String])
  /// It is neither true nor false.
  case notFlag
  /// A number that the loss does not take, and those that it takes.
  case outOfRange(Double, allowed: String)
}
