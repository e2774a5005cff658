import LossPlot

/// A picture or film to be written.
struct OutputFile: Sendable, Equatable {
  let path: String
  let format: OutputFormat
  let isDark: Bool

  var theme: Theme { isDark ? .dark : .light }
}
