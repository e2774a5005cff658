import Foundation

/// A terminal that a test plays: it answers what the program asks, and keeps what it shows.
struct PseudoTerminal {
  private let master: Int32
  private let slave: FileHandle

  /// `nil` where the system has none to give.
  init?(columns: UInt16, rows: UInt16) {
    // As Linux names them in asm/ioctls.h; Swift does not see the macros.
    let (unlock, number) = (UInt(0x4004_5431), UInt(0x8004_5430))
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var isLocked: Int32 = 0
    var place: Int32 = 0
    guard master >= 0, ioctl(master, unlock, &isLocked) == 0, ioctl(master, number, &place) == 0,
      ioctl(master, UInt(TIOCSWINSZ), &size) == 0
    else { return nil }
    let descriptor = open("/dev/pts/\(place)", O_RDWR | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    slave = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Whether it hands over whole lines, and shows what is typed.
  var isAsUsual: Bool {
    var mode = termios()
    tcgetattr(slave.fileDescriptor, &mode)
    return mode.c_lflag & tcflag_t(ICANON) != 0 && mode.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Runs the program with this as its terminal.
  ///
  /// - Parameter answer: once the question has come; `nil` for a signal in its place.
  func run(
    _ words: [String], environment: [String: String], in folder: TemporaryFolder, answer: String?
  ) throws -> (status: Int32, shown: String) {
    let program = try BuiltProgram(words, in: folder).process
    let process = Foundation.Process()
    // A terminal answers the session that it belongs to, and nobody else.
    process.executableURL = URL(filePath: "/usr/bin/setsid")
    process.arguments = ["--ctty", "--wait"] + ["/usr/bin/env"] + (program.arguments ?? [])
    process.currentDirectoryURL = folder.url
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    process.standardInput = slave
    process.standardOutput = slave
    process.standardError = slave
    try process.run()
    var shown: [UInt8] = []
    var isAsked = false
    // It ends when the program does, however slow the machine is.
    while true {
      var request = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else {
        if !process.isRunning { break }
        continue
      }
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = read(master, &piece, piece.count)
      guard count > 0 else { break }
      shown += piece[..<count]
      guard !isAsked, shown.contains(sequence: "\u{1B}[c") else { continue }
      isAsked = true
      // What Control-C types.
      let bytes = Array((answer ?? "\u{03}").utf8)
      write(master, bytes, bytes.count)
    }
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: shown, as: UTF8.self))
  }

  /// What would become the next command of a shell.
  var leftOver: String {
    // The end of a line, so that it is handed over whatever the mode is: the read ends with it.
    write(master, "\n", 1)
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      var piece = [UInt8](repeating: 0, count: 256)
      let count = read(slave.fileDescriptor, &piece, piece.count)
      guard count > 0 else { break }
      line += piece[..<count]
    }
    return String(decoding: line.dropLast(), as: UTF8.self)
  }
}

extension [UInt8] {
  fileprivate func contains(sequence text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard count >= wanted.count else { return false }
    return (0...count - wanted.count).contains { self[$0..<$0 + wanted.count] == wanted[...] }
  }
}
