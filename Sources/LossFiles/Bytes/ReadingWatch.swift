/// What holds for every file that is read, and who wants to know how far it is.
package struct ReadingWatch: Sendable {
  /// Bytes that compressed data may swell to; `nil` for what real data do not reach.
  package var inflateLimit: Int?
  /// Called now and then while a file is read.
  package var report: @Sendable (Progress) -> Void

  package struct Progress: Sendable {
    /// As the user gave it.
    package let path: String
    /// Bytes read of the file, before inflating.
    package let read: Int
    /// Of the whole file; `nil` for a pipe.
    package let size: Int?
    /// Bytes that came of them.
    package let produced: Int
    package let isFinished: Bool
  }

  package init(
    inflateLimit: Int? = nil, report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.inflateLimit = inflateLimit
    self.report = report
  }

  /// That of the command that runs on this thread.
  @TaskLocal package static var current = ReadingWatch()
}
