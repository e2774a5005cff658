import LossPlot

/// A study with what its trainings came to.
struct StudyOutcome: Sendable {
  let study: Study
  let rows: [Row]

  /// A setting and its trainings.
  struct Row: Sendable {
    let setting: StudySetting
    let name: String
    /// In the order of the seeds, without those that failed.
    let runs: [Run]
    let failures: [Failure]
    /// What differs, as a person reads it: `m = 0.10`; one for each swept option that it has.
    let labels: [Label]

    /// The run with the median test accuracy by cosine, the lower seed first among equals; `nil`
    /// where all failed.
    var median: Run? {
      let order = runs.indices.sorted {
        let (a, b) = (runs[$0].metrics.testAccuracyCosine, runs[$1].metrics.testAccuracyCosine)
        return a != b ? a < b : runs[$0].options.seed < runs[$1].options.seed
      }
      return order.isEmpty ? nil : runs[order[(order.count - 1) / 2]]
    }

    var title: RichText {
      labels.isEmpty
        ? RichText(plain: setting.entry.title)
        : labels.map(\.text).joined(separator: ", ")
    }
  }

  struct Failure: Sendable {
    let seed: Int
    let message: String
  }

  struct Label: Sendable {
    let option: String
    let text: RichText
  }

  /// - Parameter results: one for each training, setting by setting.
  init(_ study: Study, names: [String], results: [TrainingOutcome]) {
    self.study = study
    let wording = SettingWording(study)
    rows = study.settings.indices.map { index in
      var runs: [Run] = []
      var failures: [Failure] = []
      for (place, seed) in study.seeds.enumerated() {
        switch results[index * study.seeds.count + place] {
        case .success(let run): runs.append(run)
        case .failure(let failure):
          failures.append(Failure(seed: seed, message: failure.message))
        }
      }
      return Row(
        setting: study.settings[index], name: names[index], runs: runs, failures: failures,
        labels: wording.labels(of: study.settings[index]))
    }
  }

  /// Before the trainings: cells without a run stand where those with one will.
  static func untrained(_ study: Study, names: [String]) -> StudyOutcome {
    StudyOutcome(
      study, names: names,
      results: Array(
        repeating: .failure(TrainingFailure(message: "", hint: "")), count: study.runCount))
  }

  /// The trainings that failed, by name and seed.
  var failedNames: [String] {
    rows.flatMap { row in
      row.failures.map { study.seeds.count > 1 ? "\(row.name), seed \($0.seed)" : row.name }
    }
  }
}

extension [RichText] {
  func joined(separator: RichText) -> RichText {
    dropFirst().reduce(first ?? RichText()) { $0 + separator + $1 }
  }
}
