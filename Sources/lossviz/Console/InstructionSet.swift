import LossLab

/// Keeps the hot loops to an instruction set that is not the machine's best.
///
/// To measure or test the others: `LOSSVIZ_ISA=baseline`. The results have the same bits.
///
/// - Throws: `UsageError.badValue` for one that does not exist or that this machine cannot run.
func limitInstructionSet(_ environment: Environment) throws(UsageError) {
  guard let word = environment["LOSSVIZ_ISA"], !word.isEmpty else { return }
  let words = Kernels.supported.map(\.rawValue)
  guard let kernels = Kernels.supported(named: word) else {
    throw .badValue(
      label: "LOSSVIZ_ISA", value: word, expected: words.alternatives + " on this machine",
      nearest: ValueProblem(word: word, words: words).nearest)
  }
  Kernels.limit(to: kernels)
}
