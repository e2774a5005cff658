import LossLab

extension LossEntry {
  /// Its remarks with options as they are typed, which stand there as `` `variant` ``.
  package var typedRemarks: [String] {
    remarks.map { remark in
      remark.split(separator: "`", omittingEmptySubsequences: false).enumerated().map {
        place, part in place % 2 == 1 ? "--\(part)" : String(part)
      }.joined()
    }
  }
}
