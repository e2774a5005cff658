/// What the options of `compare` say beyond those of a training.
struct CompareOptions: Sendable {
  /// Whether lists go side by side instead of each with each.
  var zips = false
  /// How often each setting is trained; `nil` for what `--seed` says.
  var seeds: Int?
  /// Whether any number of settings is welcome.
  var isSure = false
  var isDryRun = false
  /// Whether a setting that fails is named and left out.
  var keepsGoing = false
  var shard = ShardChoice.automatic
  /// `nil` for all pictures of the comparison.
  var only: OnlyPicture?
}

/// A picture of a comparison that can be had by itself.
enum OnlyPicture: String, CaseIterable, Sendable {
  case grid
  case trend
}

/// Which share of the trainings a call does.
enum ShardChoice: Sendable, Equatable {
  /// What a job array says, else everything.
  case automatic
  /// What a job array says, of so many shares.
  case automaticOf(Int)
  /// Everything, with the pictures.
  case none
  case share(Shard)
}

/// One of equal shares of the trainings.
struct Shard: Sendable, Equatable {
  /// From 1.
  let number: Int
  let count: Int

  /// Whether this share has that training: every `count`-th, so that none gets all the long ones.
  func contains(_ index: Int) -> Bool { index % count == number - 1 }
}
