import LossLab
import LossPlot

/// The program: the only place that prints errors and ends the process.
@main
struct Lossviz {
  static let version = "0.2.0"

  static func main() {
    ThisProcess.prepare()
    let console = ThisProcess.console
    let status = run(
      Array(CommandLine.arguments.dropFirst()), environment: ThisProcess.environment,
      console: console)
    ThisProcess.exit(status)
  }

  /// Runs a command line, says what went wrong, and returns how it ended.
  static func run(
    _ words: [String], environment: Environment, console: Console
  ) -> CommandStatus {
    var messages = console.messages.colored(.auto, environment: environment)
    do {
      try limitInstructionSet(environment)
      let (command, rest) = try Command.called(by: words)
      let arguments = try command.arguments(rest, environment: environment)
      let options = try arguments.options()
      messages = console.messages.colored(options.messages.color, environment: environment)
      let console = console.adjusted(by: options.messages, environment: environment)
      if options.messages.showsHelp {
        try console.output.write(HelpText(command: command, stream: console.output).text)
      } else if options.messages.showsVersion {
        try console.print("lossviz \(version)")
      } else {
        try command.checkOperands(arguments.operands)
        try command.run(arguments, console)
      }
      return .success
    } catch FileError.outputClosed {
      // Whoever read it has seen enough: `lossviz list losses | head -1`.
      return .success
    } catch {
      let complaint = Complaint(error)
      complaint.write(to: messages)
      return complaint.status
    }
  }
}
