import CLibrary

/// Writes a file so that it is there whole or not at all; `-` is standard output.
///
/// A regular file is replaced by renaming a temporary one beside it, keeps its mode, and links to
/// it stay links. A device or a pipe is opened and written in place. Missing folders are made. On
/// an error nothing new is left behind.
///
/// - Throws: `FileError.unwritable`; `.outputClosed` where nobody reads standard output any more,
///   if the command ignores SIGPIPE.
public func writeWhole(_ bytes: [UInt8], to path: String) throws(FileError) {
  switch try OutputPath(path) {
  case .standardOutput: try write(bytes, to: 1, of: path)
  case .inPlace(let device):
    let descriptor = open(device, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    try writeAndClose(bytes, descriptor, of: path)
  case .whole(let target, let mode):
    if mode != nil, access(target, W_OK) != 0 { throw failure(path) }
    let made = try makeFolders(for: target, of: path)
    do throws(FileError) {
      try replace(target, mode: mode, with: bytes, of: path)
    } catch {
      // Innermost first; one in which somebody else has put something stays.
      for folder in made.reversed() { rmdir(folder) }
      throw error
    }
  }
}

private func replace(
  _ target: String, mode: mode_t?, with bytes: [UInt8], of path: String
) throws(FileError) {
  let temporary = try TemporaryFile(in: OutputPath.folder(of: target), of: path)
  do throws(FileError) {
    if let mode { fchmod(temporary.descriptor, mode) }
    try writeAndClose(bytes, temporary.descriptor, of: path)
    guard rename(temporary.path, target) == 0 else { throw failure(path) }
    temporary.forget()
  } catch {
    temporary.remove()
    throw error
  }
}

/// Makes the folders of a path that are missing.
///
/// - Returns: those that it made, outermost first.
private func makeFolders(for target: String, of path: String) throws(FileError) -> [String] {
  var made: [String] = []
  var end = target.startIndex
  while let slash = target[end...].dropFirst().firstIndex(of: "/") {
    let folder = String(target[..<slash])
    end = slash
    guard mkdir(folder, 0o777) != 0 else {
      made.append(folder)
      continue
    }
    let refusal = failure(path)
    var status = stat()
    // Not only EEXIST: a folder above may be one that cannot be written but is there.
    guard stat(folder, &status) != 0 else { continue }
    for folder in made.reversed() { rmdir(folder) }
    throw refusal
  }
  return made
}

private func writeAndClose(
  _ bytes: [UInt8], _ descriptor: Int32, of path: String
) throws(FileError) {
  do throws(FileError) {
    try write(bytes, to: descriptor, of: path)
  } catch {
    close(descriptor)
    throw error
  }
  // Some file systems say only now that the disk is full.
  guard close(descriptor) == 0 || errno == EINTR else { throw failure(path) }
}

private func write(
  _ bytes: [UInt8], to descriptor: Int32, of path: String
) throws(FileError) {
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      CLibrary.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
    }
    if count >= 0 {
      written += count
    } else if errno == EAGAIN {
      // Standard output may be a terminal or pipe that somebody made non-blocking.
      var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&wait, 1, -1)
    } else if errno != EINTR {
      if errno == EPIPE, descriptor == 1 { throw .outputClosed }
      throw failure(path)
    }
  }
}

/// What `errno` says now about writing `path`.
private func failure(_ path: String) -> FileError { .unwritable(path, code: errno) }
