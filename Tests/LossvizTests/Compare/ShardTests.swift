import Testing

@testable import lossviz

private func shard(
  _ text: String, _ variables: [String: String] = [:], kept: JobArray.Numbering? = nil
) throws -> Shard? {
  try ShardChoice(text).decision(in: Environment { variables[$0] }, kept: kept).shard
}

/// What Slurm says to a task of `--array`, with so many tasks from first to last.
private func slurm(
  _ task: Int, _ first: Int, _ last: Int, step: Int = 1, count: Int
) -> [String: String] {
  [
    "SLURM_ARRAY_TASK_ID": "\(task)", "SLURM_ARRAY_TASK_MIN": "\(first)",
    "SLURM_ARRAY_TASK_MAX": "\(last)", "SLURM_ARRAY_TASK_STEP": "\(step)",
    "SLURM_ARRAY_TASK_COUNT": "\(count)",
  ]
}

struct ShardTests {
  @Test func sharesTogetherAreEverythingOnce() {
    let shares = (1...3).map { Shard(number: $0, count: 3) }
    for index in 0..<10 { #expect(shares.filter { $0.contains(index) }.count == 1) }
  }

  @Test func withoutAJobArrayThereIsNoShare() throws {
    #expect(try shard("auto") == nil)
    #expect(try shard("none", slurm(1, 0, 2, count: 3)) == nil)
    #expect(try shard("2/5") == Shard(number: 2, count: 5))
    // What SGE and LSF say in jobs that are no arrays, and what is empty.
    #expect(try shard("auto", ["SGE_TASK_ID": "undefined", "SGE_TASK_FIRST": "undefined"]) == nil)
    #expect(try shard("auto", ["LSB_JOBINDEX": "0", "PBS_ARRAYID": ""]) == nil)
  }

  @Test func slurmCountsFromAnyNumberByAnyStep() throws {
    let array = slurm(14, 10, 18, step: 2, count: 5)
    #expect(try shard("auto", array) == Shard(number: 3, count: 5))
    #expect(try shard("auto/5", array) == Shard(number: 3, count: 5))
    #expect(try shard("auto", slurm(0, 0, 7, count: 8)) == Shard(number: 1, count: 8))
  }

  @Test func aTaskThatIsDoneAgainAloneKeepsItsShareWhenTheirNumberIsSaid() throws {
    let array = ["SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_MIN": "0"]
    #expect(try shard("auto/10", array) == Shard(number: 8, count: 10))
    #expect(try shard("auto/8", slurm(6, 6, 6, count: 1)) == Shard(number: 6, count: 8))
    #expect(try shard("auto/8", slurm(3, 3, 4, count: 2)) == Shard(number: 3, count: 8))
  }

  @Test(arguments: [1, 5])
  func aPartOfAnArrayWithHolesIsNoArrayOfItsOwn(step: Int) throws {
    // --array=1,6 of eight: however Slurm calls the step.
    for task in [1, 6] {
      let part = slurm(task, 1, 6, step: step, count: 2)
      #expect(try shard("auto/8", part) == Shard(number: task, count: 8))
    }
    #expect(throws: UsageError.self) { try shard("auto", slurm(6, 1, 6, count: 2)) }
    #expect(throws: UsageError.self) { try shard("auto", slurm(6, 6, 6, count: 1)) }
    #expect(throws: UsageError.self) { try shard("auto/4", slurm(6, 1, 6, count: 2)) }
  }

  @Test(arguments: [
    (JobArray.Numbering(first: 1, step: 1, count: 8), slurm(6, 1, 6, count: 2), 6),
    (JobArray.Numbering(first: 1, step: 1, count: 8), slurm(6, 1, 6, step: 5, count: 2), 6),
    (JobArray.Numbering(first: 0, step: 1, count: 8), slurm(6, 3, 6, count: 2), 7),
    (JobArray.Numbering(first: 0, step: 1, count: 8), slurm(7, 7, 7, count: 1), 8),
    (JobArray.Numbering(first: 10, step: 2, count: 8), slurm(14, 14, 14, count: 1), 3),
    (JobArray.Numbering(first: 1, step: 1, count: 8), slurm(3, 2, 3, count: 2), 3),
  ])
  func aPartHasTheSharesOfTheWholeThatBegan(
    kept: JobArray.Numbering, part: [String: String], number: Int
  ) throws {
    #expect(try shard("auto", part, kept: kept) == Shard(number: number, count: 8))
    #expect(try shard("auto/8", part, kept: kept) == Shard(number: number, count: 8))
  }

  @Test func anArrayOfOtherTasksThanTheKeptOneBeginsAnew() throws {
    let kept = JobArray.Numbering(first: 1, step: 1, count: 8)
    #expect(try shard("auto", slurm(9, 1, 16, count: 16), kept: kept)?.count == 16)
    #expect(try shard("auto/4", slurm(2, 1, 4, count: 4), kept: kept)?.count == 4)
    let same = try ShardChoice("auto").decision(
      in: Environment { slurm(2, 1, 8, count: 8)[$0] }, kept: kept)
    #expect(same.numbering == kept && same.note.isEmpty)
  }

  @Test func gridEngineSaysAllThatIsNeeded() throws {
    let array = [
      "SGE_TASK_ID": "7", "SGE_TASK_FIRST": "1", "SGE_TASK_LAST": "9", "SGE_TASK_STEPSIZE": "2",
    ]
    #expect(try shard("auto", array) == Shard(number: 4, count: 5))
    // qsub -t 6 of eight.
    let part = array.merging(
      ["SGE_TASK_ID": "6", "SGE_TASK_FIRST": "6", "SGE_TASK_LAST": "6", "SGE_TASK_STEPSIZE": "1"]
    ) { $1 }
    #expect(try shard("auto/8", part) == Shard(number: 6, count: 8))
    #expect(throws: UsageError.self) { try shard("auto", part) }
  }

  @Test(arguments: ["PBS_ARRAY_INDEX", "PBS_ARRAYID", "LSB_JOBINDEX"])
  func whoDoesNotSayHowManyMustBeTold(variable: String) throws {
    #expect(try shard("auto/8", [variable: "6"]) == Shard(number: 6, count: 8))
    #expect(try shard("auto/8", [variable: "8"]) == Shard(number: 8, count: 8))
    #expect(throws: UsageError.self) { try shard("auto", [variable: "6"]) }
    #expect(throws: UsageError.self) { try shard("auto/8", [variable: "9"]) }
  }

  @Test func tasksFromZeroOrOneHaveEachShareOnce() throws {
    for first in 0...1 {
      let numbers = try (first..<first + 8).map {
        try shard("auto/8", ["PBS_ARRAY_INDEX": "\($0)"])?.number
      }
      #expect(Set(numbers) == Set(1...8))
    }
  }

  @Test func kubernetesCountsFromZeroAndMustBeToldHowMany() throws {
    let job = ["JOB_COMPLETION_INDEX": "0"]
    #expect(try shard("auto/4", job) == Shard(number: 1, count: 4))
    #expect(throws: UsageError.self) { try shard("auto", job) }
    #expect(throws: UsageError.self) { try shard("auto/4", ["JOB_COMPLETION_INDEX": "4"]) }
    let told = job.merging(["JOB_COMPLETIONS": "4"]) { $1 }
    #expect(try shard("auto", told) == Shard(number: 1, count: 4))
  }

  @Test(arguments: [
    ["SLURM_ARRAY_TASK_ID": "six"], ["SLURM_ARRAY_TASK_ID": "-1"], ["SLURM_ARRAY_TASK_ID": "1.5"],
    ["SLURM_ARRAY_TASK_ID": "1e12"], ["PBS_ARRAY_INDEX": "1[]"], ["LSB_JOBINDEX": " 1"],
    slurm(9, 1, 8, count: 8), slurm(0, 1, 8, count: 8), slurm(2, 1, 7, step: 2, count: 4),
    slurm(2, 8, 1, count: 8), slurm(2, 1, 8, count: 9), slurm(2, 1, 8, count: 0),
    ["SGE_TASK_ID": "3", "SGE_TASK_FIRST": "undefined"],
    ["SLURM_ARRAY_TASK_ID": "1", "SGE_TASK_ID": "1"], ["PBS_ARRAY_INDEX": "1", "PBS_ARRAYID": "2"],
  ])
  func whatIsNoJobArrayIsMisuse(variables: [String: String]) throws {
    for text in ["auto", "auto/8"] {
      let error = #expect(throws: UsageError.self) { try shard(text, variables) }
      #expect(error?.hint.contains("--shard") == true)
    }
    #expect(try shard("none", variables) == nil)
    #expect(try shard("2/8", variables) == Shard(number: 2, count: 8))
  }

  @Test func theFolderOfRunsRemembersTheArray() throws {
    let folder = try TemporaryFolder()
    let words = [
      "compare", "--m", "0:0.3:0.1", "--samples", "20", "--steps", "3", "--keep-going",
      "--runs", folder.path("runs"), "-o", folder.path("grid.png"),
    ]
    let whole = Outcome(words: words, environment: slurm(1, 0, 3, count: 4))
    #expect(whole.messages.contains("share 2 of 4"))
    let part = Outcome(words: words, environment: slurm(3, 2, 3, count: 2))
    #expect(part.messages.contains("share 4 of 4"))
    let other = Outcome(
      words: words + ["--seed", "2"], environment: slurm(3, 1, 3, count: 2))
    #expect(other.status == .misuse && other.messages.contains("2 of the tasks 1 to 3"))
  }
}
