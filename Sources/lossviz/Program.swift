import LossPlot

@main
struct Program {
  static func main() {
    ThisProcess.prepare()
    ThisProcess.withEnoughStack {
      let status = Lossviz.run(
        ThisProcess.arguments, environment: ThisProcess.environment, console: ThisProcess.console)
      ThisProcess.exit(status)
    }
  }
}

/// The program: the only place that prints errors and ends the process.
extension Lossviz {
  /// Runs a command line, says what went wrong, and returns how it ended.
  static func run(
    _ words: [String], environment: Environment, console: Console
  ) -> CommandStatus {
    var messages = console.messages.colored(.auto, environment: environment)
    do {
      try limitInstructionSet(environment)
      let (command, call) = try read(words, environment: environment)
      messages = console.messages.colored(call.messages.color, environment: environment)
      let console = console.adjusted(by: call.messages, environment: environment)
      if call.messages.showsHelp {
        try console.output.write(HelpText(command: command, stream: console.output).text)
      } else if call.messages.showsVersion {
        try console.print("lossviz \(version)")
      } else {
        try command.check(call: call)
        let watch = try ReadingWatch(console, environment: environment)
        try ReadingWatch.$current.withValue(watch) { try command.run(call, console) }
      }
      return .success
    } catch FileError.outputClosed {
      // Whoever read it has seen enough: `lossviz list losses | head -1`.
      return .success
    } catch {
      var complaint = Complaint(error)
      if let hint = Suggestion.hint(for: words, error: error, environment: environment) {
        complaint.hint = hint
      }
      complaint.write(to: messages)
      return complaint.status
    }
  }

  private static func read(
    _ words: [String], environment: Environment
  ) throws -> (Command, Call) {
    let (command, rest) = try Command.called(by: words)
    return (command, try command.call(rest, environment: environment))
  }

  /// Why a command line would be refused before anything is done; `nil` where it would not be.
  static func refusal(of words: [String], environment: Environment) -> (any Error)? {
    do {
      let (command, call) = try read(words, environment: environment)
      let messages = call.messages
      if !messages.showsHelp, !messages.showsVersion { try command.check(call: call) }
      return nil
    } catch {
      return error
    }
  }
}
