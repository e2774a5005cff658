import LossLab
import LossPlot
import Testing

struct KeptRunTests {
  /// Also of losses without a class layer, which have no weights before their end.
  @Test(arguments: LossEntry.all)
  func theRunOfEveryLossIsReadBack(entry: LossEntry) throws {
    var options = DatasetOptions()
    options.seed = 1
    let data = try Dataset(Identities(seed: 1).source(classes: 4, samples: 30), options: options)
    var training = TrainingOptions()
    training.steps = 60
    training.warmup = 8
    training.batch = 48
    training.network = .mlp([24])
    training.snapshotInterval = 30
    let run = try train(
      entry, settings: entry.settings(classes: 4), options: training, data: data)
    #expect(!run.snapshots.isEmpty)
    let document = RunDocument(run: run, recipe: ["m": 1], data: DataFacts(files: []))
    let back = try RunDocument(parsing: document.bytes(version: "0.1.0"), path: "run.json").run
    #expect(back.snapshots.map(\.parameters) == run.snapshots.map(\.parameters))
    #expect(back.parameters == run.parameters)
  }
}
