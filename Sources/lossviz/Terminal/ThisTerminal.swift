import CLibrary
import LossPlot

/// The terminal of this process as the system sees it.
enum ThisTerminal {
  static var terminal: Terminal {
    Terminal(
      size: { size },
      ask: { question, seconds, isEnough in ask(question, seconds, isEnough) },
      draw: { bytes in
        try TerminalState.ofThisProcess.whileDrawing { try writeWhole(bytes, to: "-") }
      })
  }

  private static var size: Terminal.Size? {
    var window = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &window) == 0 else { return nil }
    return Terminal.Size(
      columns: Int(window.ws_col), rows: Int(window.ws_row), width: Int(window.ws_xpixel),
      height: Int(window.ws_ypixel))
  }

  private static func ask(
    _ question: [UInt8], _ seconds: Double, _ isEnough: ([UInt8]) -> Bool
  ) -> [UInt8] {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard terminal >= 0 else { return [] }
    defer { close(terminal) }
    // A job in the background would be stopped by asking.
    guard tcgetpgrp(terminal) == getpgrp() else { return [] }
    let state = TerminalState.ofThisProcess
    guard state.silence(terminal) else { return [] }
    var answer: [UInt8] = []
    defer { state.restore(discards: !isEnough(answer)) }
    // A question fits into what a terminal takes at once.
    guard question.isEmpty || write(terminal, question, question.count) == question.count
    else { return [] }
    let end = monotonicSeconds() + seconds
    while !isEnough(answer), wait(for: terminal, until: end) {
      var piece = [UInt8](repeating: 0, count: 256)
      let count = read(terminal, &piece, piece.count)
      guard count > 0 else { break }
      answer += piece[..<count]
    }
    return answer
  }

  /// Whether something can be read before that moment.
  private static func wait(for terminal: Int32, until end: Double) -> Bool {
    while true {
      let left = end - monotonicSeconds()
      guard left > 0 else { return false }
      var request = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let count = poll(&request, 1, Int32((left * 1000).rounded(.up)))
      if count > 0 { return request.revents & Int16(POLLIN) != 0 }
      guard count == 0 || errno == EINTR else { return false }
    }
  }
}
