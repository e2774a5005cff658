import LossLab
import LossPlot

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Times pieces of lossviz and prints one line of JSON; `Benchmarks/run` puts them together.
@main
struct Measure {
  static let usage = """
    usage: measure machine
           measure step toy|mnist|lenet|thousand THREADS BLOCKS STEPS
           measure head CLASSES DIMENSIONS
           measure regions CLASSES
           measure data train|test FILE.npy
           measure picture
           measure samples COUNT
           measure classes COUNT
           measure chart light|dark FILE.svg < RESULTS.json
    """

  static func main() throws {
    if let word = getenv("LOSSVIZ_ISA").map({ String(cString: $0) }), !word.isEmpty {
      guard let kernels = Kernels(rawValue: word), kernels.isSupported else {
        throw MeasureError("LOSSVIZ_ISA is no instruction set of this machine")
      }
      Kernels.limit(to: kernels)
    }
    let words = Array(CommandLine.arguments.dropFirst())
    let numbers = words.compactMap { Int($0) }
    switch (words.first, numbers.count) {
    case ("machine", 0): print(measureMachine().line)
    case ("step", 3) where words.count == 5:
      guard let workload = Workload.named(words[1]) else { throw MeasureError(Self.usage) }
      print(
        try measureSteps(
          workload, threads: numbers[0], blocks: numbers[1], steps: numbers[2]
        ).line)
    case ("head", 2): print(measureHead(classes: numbers[0], dimensions: numbers[1]).line)
    case ("regions", 1): print(measureRegions(classes: numbers[0]).line)
    case ("data", 0) where words.count == 3:
      try writeToy(isTest: words[1] == "test", to: words[2])
    case ("picture", 0): print(try measurePicture().line)
    case ("samples", 1): print(try measureManySamples(numbers[0]).line)
    case ("classes", 1): print(try measureManyClasses(numbers[0]).line)
    case ("chart", 0) where words.count == 3:
      var json = ""
      while let line = readLine(strippingNewline: false) { json += line }
      let chart = try Chart(json, theme: words[1] == "dark" ? .dark : .light)
      try writeWhole(try render(chart.scene, as: .svg).bytes, to: words[2])
    default: throw MeasureError(Self.usage)
    }
  }
}

/// The samples of the toy, for programs that read arrays.
private func writeToy(isTest: Bool, to path: String) throws {
  let data = toyWorkload()
  guard case .floats(let samples) = (isTest ? data.test : data.train).samples else { return }
  try writeWhole(numpyFile(Matrix<Double>(samples)), to: path)
}

struct MeasureError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
