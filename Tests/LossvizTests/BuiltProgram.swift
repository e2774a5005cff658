import Foundation
import Testing

/// The program as it was built, run as a process of its own.
struct BuiltProgram {
  let process = Foundation.Process()
  private let output = Pipe()
  private let messages = Pipe()

  /// What a run came to.
  struct Result {
    let status: Int32
    let isSignal: Bool
    let output: Data
    let messages: String
  }

  /// - Parameter script: for `sh`, where `$0` is the program and `$1…` are the words.
  init(
    _ words: [String], script: String? = nil, in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws {
    let bundle = try #require(CommandLine.arguments.first)
    let program = URL(filePath: bundle).deletingLastPathComponent().appending(path: "lossviz")
    let shell = script.map { ["/bin/sh", "-c", $0] } ?? []
    process.executableURL = URL(filePath: "/usr/bin/env")
    // A test that runs in the background of a shell has SIGINT ignored, and would hand that down.
    process.arguments = ["--default-signal=INT,QUIT"] + shell + [program.path] + words
    process.currentDirectoryURL = folder.url
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = messages
  }

  /// Starts it and waits for its end.
  func run() throws -> Result {
    try process.run()
    return try finish()
  }

  /// Starts it, sends it signals once it has said something on standard error, and waits for its end.
  func run(sending signals: [Int32]) throws -> Result {
    try process.run()
    let first = messages.fileHandleForReading.availableData
    for signal in signals { kill(process.processIdentifier, signal) }
    let result = try finish()
    return Result(
      status: result.status, isSignal: result.isSignal, output: result.output,
      messages: String(decoding: first, as: UTF8.self) + result.messages)
  }

  private func finish() throws -> Result {
    // The streams end when the process does; neither fills its pipe in these tests.
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    let said = try messages.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, isSignal: process.terminationReason == .uncaughtSignal,
      output: written, messages: String(decoding: said, as: UTF8.self))
  }
}
