/// What a NumPy array is read for, and how one of another type becomes such.
enum NumpyNeed: Sendable {
  case numbers
  case labels

  /// An array of Python objects is a pickle.
  func hintForObjects(_ path: String) -> String {
    switch self {
    case .numbers:
      Self.savedAgain(path, "numpy.array(%.tolist(), \"float32\")", as: "float32")
    case .labels: Self.savedAgain(path, "%.astype(str)", as: "text")
    }
  }

  /// Of complex numbers, times, long doubles and whatever else NumPy has.
  func hintForOthers(_ path: String) -> String {
    switch self {
    case .numbers: "save as float32: numpy.save(path, array.astype('float32'))"
    case .labels: Self.savedAgain(path, "%.astype(str)", as: "text")
    }
  }

  var hintForRecords: String {
    switch self {
    case .numbers: "save the columns as one array of numbers"
    case .labels: "save the column of labels alone: numpy.save(path, array['label'])"
    }
  }

  /// Of labels with a column a class.
  static func hintForOneHot(_ path: String) -> String {
    savedAgain(path, "%.argmax(1)", as: "classes")
  }

  /// The line that saves the array of a file in another form.
  ///
  /// - Parameters:
  ///   - expression: of Python, in which `%` is the array.
  ///   - word: what the name of the new file ends in.
  private static func savedAgain(_ path: String, _ expression: String, as word: String) -> String {
    guard path.hasSuffix(".npy") else {
      return "save it as numpy.save(path, \(expression.replacing("%", with: "array")))"
    }
    let target = "\(path.dropLast(4))-\(word).npy"
    let array = "numpy.load(\(PythonConversion.pythonText(path)), allow_pickle=True)"
    let program =
      "import numpy; numpy.save(\(PythonConversion.pythonText(target)),"
      + " \(expression.replacing("%", with: array)))"
    return "python3 -c \(shellQuoted(program)) writes \(target)"
  }
}
