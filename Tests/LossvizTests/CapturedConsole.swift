import Synchronization

@testable import lossviz

/// A console that keeps what is written to it.
final class CapturedConsole: Sendable {
  private let outputText = Mutex<String>("")
  private let messageText = Mutex<String>("")
  private let questionText = Mutex<String>("")

  var output: String { outputText.withLock { $0 } }
  var messages: String { messageText.withLock { $0 } }
  /// What the terminal was asked.
  var questions: String { questionText.withLock { $0 } }

  /// - Parameter answer: what the terminal says when it is asked.
  func console(isTerminal: Bool = false, answer: String = "") -> Console {
    let terminal = Terminal(
      size: { Terminal.Size(columns: 60, rows: 23, width: 480, height: 368) },
      ask: { question, _, _ in
        self.questionText.withLock { $0 += String(decoding: question, as: UTF8.self) }
        return Array(answer.utf8)
      },
      draw: { bytes in
        self.outputText.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      })
    return Console(
      output: TextStream(isTerminal: isTerminal) { bytes in
        self.outputText.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      },
      messages: TextStream(isTerminal: isTerminal) { bytes in
        self.messageText.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      }, terminal: terminal)
  }
}

/// How a command line ends and what it writes, in this process.
struct Outcome {
  let status: CommandStatus
  let output: String
  let messages: String
  let questions: String

  init(_ words: String..., environment: [String: String] = [:], isTerminal: Bool = false) {
    self.init(words: words, environment: environment, isTerminal: isTerminal)
  }

  init(
    words: [String], environment: [String: String] = [:], isTerminal: Bool = false,
    answer: String = ""
  ) {
    let captured = CapturedConsole()
    status = Lossviz.run(
      words, environment: Environment { environment[$0] },
      console: captured.console(isTerminal: isTerminal, answer: answer))
    output = captured.output
    messages = captured.messages
    questions = captured.questions
  }
}
