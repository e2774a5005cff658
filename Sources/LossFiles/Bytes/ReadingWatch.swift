/// What holds for every file that is read, and who wants to know how far it is.
public struct ReadingWatch: Sendable {
  /// Bytes that compressed data may swell to; `nil` for what real data do not reach.
  public var inflateLimit: Int?
  /// Called now and then while a file is read.
  public var report: @Sendable (Progress) -> Void

  public struct Progress: Sendable {
    /// As the user gave it.
    public let path: String
    /// Bytes read of the file, before inflating.
    public let read: Int
    /// Of the whole file; `nil` for a pipe.
    public let size: Int?
    /// Bytes that came of them.
    public let produced: Int
    public let isFinished: Bool
  }

  public init(
    inflateLimit: Int? = nil, report: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    self.inflateLimit = inflateLimit
    self.report = report
  }

  /// That of the command that runs on this thread.
  @TaskLocal public static var current = ReadingWatch()
}
