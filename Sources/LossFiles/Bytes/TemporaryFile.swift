import CLibrary

/// A new, open file beside the one that it is to become.
struct TemporaryFile {
  let path: String
  let descriptor: Int32
  /// In `TemporaryFiles`.
  private let place: Int?

  /// - Parameters:
  ///   - folder: with its slash; empty for the current one.
  ///   - target: for messages.
  init(in folder: String, of target: String) throws(FileError) {
    // Two calls of one process may write to one folder at once; a file of that name may be left
    // from a process that was killed.
    for attempt in 0..<10_000 {
      let path = "\(folder).lossviz-\(getpid())-\(attempt)~"
      let place = TemporaryFiles.ofThisProcess.note(path)
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        self.path = path
        self.descriptor = descriptor
        self.place = place
        return
      }
      let code = errno
      TemporaryFiles.ofThisProcess.forget(place)
      guard code == EEXIST else { throw .unwritable(target, code: code) }
    }
    throw .unwritable(
      path: target, reason: "too many temporary files in its folder",
      hint: "remove the .tmp files that other runs have left there")
  }

  /// Closed or not, it is gone.
  func remove() {
    unlink(path)
    forget()
  }

  /// Says that it is not temporary any more.
  func forget() {
    TemporaryFiles.ofThisProcess.forget(place)
  }
}
