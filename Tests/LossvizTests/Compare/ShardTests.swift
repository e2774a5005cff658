import Testing

@testable import lossviz

private func shard(_ text: String, _ variables: [String: String] = [:]) throws -> Shard? {
  try ShardChoice(text).shard(in: Environment { variables[$0] })
}

struct ShardTests {
  @Test func sharesTogetherAreEverythingOnce() {
    let shares = (1...3).map { Shard(number: $0, count: 3) }
    for index in 0..<10 { #expect(shares.filter { $0.contains(index) }.count == 1) }
  }

  @Test func withoutAJobArrayThereIsNoShare() throws {
    #expect(try shard("auto") == nil)
    #expect(try shard("none", ["SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_MAX": "2"]) == nil)
    #expect(try shard("2/5") == Shard(number: 2, count: 5))
  }

  @Test func slurmCountsFromAnyNumberByAnyStep() throws {
    let array = [
      "SLURM_ARRAY_TASK_ID": "14", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_MAX": "18",
      "SLURM_ARRAY_TASK_STEP": "2", "SLURM_ARRAY_TASK_COUNT": "5",
    ]
    #expect(try shard("auto", array) == Shard(number: 3, count: 5))
  }

  @Test func aTaskThatIsDoneAgainAloneKeepsItsShareWhenTheirNumberIsSaid() throws {
    let array = ["SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "0"]
    #expect(try shard("auto/10", array) == Shard(number: 8, count: 10))
  }

  @Test func kubernetesCountsFromZeroAndMustBeToldHowMany() throws {
    let job = ["JOB_COMPLETION_INDEX": "0"]
    #expect(try shard("auto/4", job) == Shard(number: 1, count: 4))
    #expect(throws: UsageError.self) { try shard("auto", job) }
    #expect(throws: UsageError.self) { try shard("auto/4", ["JOB_COMPLETION_INDEX": "4"]) }
  }
}
