import LossLab
import LossPlot
import Machine

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The peaks of this machine: operations a second of one thread, bytes a second copied.
func measureMachine() -> [Field] {
  let turns = 2_000_000
  var count = 0.0
  _ = machineRunApart(turns)
  let apart = Timing(repeats: 9) { count = machineRunApart(turns) }
  let apartPeak = count / apart.least
  let fused = Timing(repeats: 9) { count = machineRunFused(turns) }
  // More than the caches hold.
  let size = 256 << 20
  let source = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
  let target = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 64)
  defer {
    source.deallocate()
    target.deallocate()
  }
  memset(source, 1, size)
  memset(target, 2, size)
  let copy = Timing(repeats: 9) { memcpy(target, source, size) }
  return [
    Field("lanes", Double(machineLanes())), Field("apart_flops", apartPeak),
    Field("fused_flops", count / fused.least), Field("copy_bytes", Double(size) / copy.least),
  ]
}

/// Steps of a training: data, forward, loss, backward, update.
func measureSteps(_ workload: Workload, threads: Int, blocks: Int, steps: Int) throws -> [Field] {
  let pool = WorkerPool(threads: threads)
  var trainer = try workload.trainer(pool.parallelFor)
  for _ in 0..<steps { _ = try trainer.step() }
  let timing = try Timing(repeats: blocks, count: steps) {
    for _ in 0..<steps { _ = try trainer.step() }
  }
  return timing.fields() + [Field("operations", workload.operations)]
}

/// A loss head of many classes against plain products of its size, in double precision both:
/// logits, and the gradients of features and weights.
func measureHead(classes: Int, dimensions: Int) -> [Field] {
  let batch = 256
  var generator = SplitMix64(seed: 1, stream: 3)
  let features = generator.normals(batch * dimensions)
  let weights = generator.normals(classes * dimensions)
  let input = LossInput(
    features: Matrix(rows: batch, columns: dimensions, elements: features),
    labels: (0..<batch).map { $0 % classes },
    parameters: ClassParameters(
      weights: Matrix(rows: classes, columns: dimensions, elements: weights)))
  var settings = LossSettings()
  settings["m"] = 0.2
  let loss = LossEntry.arcface.make(settings)
  var output = LossOutput(for: input)
  let head = Timing(repeats: 15) { loss.evaluate(input, into: &output) }
  var products = PlainProducts(batch: batch, classes: classes, dimensions: dimensions)
  let plain = Timing(repeats: 15) { products.run(features, weights) }
  return head.fields("head") + plain.fields("product") + [Field("sum", products.sum)]
}

/// The three products of a class layer, as plain loops.
struct PlainProducts {
  let batch: Int
  let classes: Int
  let dimensions: Int
  private var logits: [Double]
  private var featureGradient: [Double]
  private var weightGradient: [Double]

  init(batch: Int, classes: Int, dimensions: Int) {
    (self.batch, self.classes, self.dimensions) = (batch, classes, dimensions)
    logits = Array(repeating: 0, count: batch * classes)
    featureGradient = Array(repeating: 0, count: batch * dimensions)
    weightGradient = Array(repeating: 0, count: classes * dimensions)
  }

  /// - Parameter weights: read as `dimensions × classes`, so that the inner loop runs straight on.
  mutating func run(_ features: [Double], _ weights: [Double]) {
    features.withUnsafeBufferPointer { x in
      weights.withUnsafeBufferPointer { w in
        logits.withUnsafeMutableBufferPointer { z in
          featureGradient.withUnsafeMutableBufferPointer { dx in
            weightGradient.withUnsafeMutableBufferPointer { dw in
              for j in 0..<dimensions * classes { dw[j] = 0 }
              for i in 0..<batch {
                for j in 0..<classes { z[i * classes + j] = 0 }
                for k in 0..<dimensions {
                  let value = x[i * dimensions + k]
                  for j in 0..<classes { z[i * classes + j] += value * w[k * classes + j] }
                }
              }
              for i in 0..<batch {
                for k in 0..<dimensions {
                  let value = x[i * dimensions + k]
                  var sum = 0.0
                  for j in 0..<classes {
                    sum += z[i * classes + j] * w[k * classes + j]
                    dw[k * classes + j] += value * z[i * classes + j]
                  }
                  dx[i * dimensions + k] = sum
                }
              }
            }
          }
        }
      }
    }
  }

  var sum: Double { featureGradient.reduce(0, +) + weightGradient.reduce(0, +) }
}

/// The regions of many classes, without and with a bias.
func measureRegions(classes: Int) -> [Field] {
  guard let head = LossEntry.softmax.make(LossSettings()).classifier else { return [] }
  var generator = SplitMix64(seed: 1, stream: 4)
  let weights = Matrix(rows: classes, columns: 2, elements: generator.normals(2 * classes))
  let square = Rectangle(x: -3, y: -3, width: 6, height: 6)
  func regions(_ bias: [Double]) -> [Field] {
    var count = 0
    let timing = Timing(repeats: 5) {
      let classifier = Classifier(
        head: head, parameters: ClassParameters(weights: weights, bias: bias))
      count = decisionRegions(of: classifier, in: square).count
    }
    let name = bias.isEmpty ? "cones" : "cells"
    return timing.fields(name) + [Field(name + "_count", Double(count))]
  }
  return regions([]) + regions(generator.normals(classes).map { -0.5 * $0 * $0 })
}
