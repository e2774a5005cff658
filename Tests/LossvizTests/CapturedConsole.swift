import Synchronization

@testable import lossviz

/// A console that keeps what is written to it.
final class CapturedConsole: Sendable {
  private let outputText = Mutex<String>("")
  private let messageText = Mutex<String>("")

  var output: String { outputText.withLock { $0 } }
  var messages: String { messageText.withLock { $0 } }

  func console(isTerminal: Bool = false) -> Console {
    Console(
      output: TextStream(isTerminal: isTerminal) { bytes in
        self.outputText.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      },
      messages: TextStream(isTerminal: isTerminal) { bytes in
        self.messageText.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      })
  }
}

/// How a command line ends and what it writes, in this process.
struct Outcome {
  let status: CommandStatus
  let output: String
  let messages: String

  init(_ words: String..., environment: [String: String] = [:], isTerminal: Bool = false) {
    self.init(words: words, environment: environment, isTerminal: isTerminal)
  }

  init(words: [String], environment: [String: String] = [:], isTerminal: Bool = false) {
    let captured = CapturedConsole()
    status = Lossviz.run(
      words, environment: Environment { environment[$0] },
      console: captured.console(isTerminal: isTerminal))
    output = captured.output
    messages = captured.messages
  }
}
