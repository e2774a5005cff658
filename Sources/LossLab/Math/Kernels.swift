import LossKernels

/// The code that the hot loops of training run on; every path gives the same bits.
///
/// One element of a product adds over its inner index in order, each time c ← a · b + c rounded
/// once, see `fused`; sums over a batch have a fixed order too. So the path, like the number of threads, is a matter
/// of speed alone.
package enum Kernels: String, CaseIterable, Sendable {
  /// Plain Swift: what the others are held against.
  case swift
  /// C for every machine: SSE2 on x86-64, NEON on ARM.
  case baseline
  case avx2
  case avx512

  /// The fastest path of this machine that `limit(to:)` allows.
  package static var fastest: Kernels {
    switch lossFastestPath() {
    case LossPathAVX512: .avx512
    case LossPathAVX2: .avx2
    case LossPathBaseline: .baseline
    default: .swift
    }
  }

  /// Keeps `fastest` of this process from going past a path.
  package static func limit(to kernels: Kernels) { lossLimitPath(kernels.path) }

  /// Whether this machine can run the path.
  package var isSupported: Bool { lossPathIsSupported(path) != 0 }

  var path: LossPath {
    switch self {
    case .swift: LossPathNone
    case .baseline: LossPathBaseline
    case .avx2: LossPathAVX2
    case .avx512: LossPathAVX512
    }
  }
}

extension Kernels {
  /// Those that this machine can run.
  package static var supported: [Kernels] { allCases.filter { $0.isSupported } }

  /// The path of that name, in capitals or not, where this machine can run it.
  package static func supported(named word: String) -> Kernels? {
    supported.first { $0.rawValue == word.lowercased() }
  }

  /// Columns of a panel of B in a product: two of the path's vectors, or four.
  var panelWidth: Int { self == .avx512 ? 32 : 16 }

  /// Floats of the panels of a `rows × columns` matrix.
  func panelSize(rows: Int, columns: Int) -> Int {
    (columns + panelWidth - 1) / panelWidth * panelWidth * rows
  }
}
