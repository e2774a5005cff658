/// Data that people know by name and lossviz does not carry: what to give instead.
package enum KnownData {
  private static let idx = [
    "mnist", "fashionmnist", "fashion", "fmnist", "emnist", "kmnist", "qmnist", "kuzushiji",
  ]
  private static let images = [
    "cifar", "cifar10", "cifar100", "svhn", "stl10", "imagenet", "tinyimagenet", "omniglot",
    "usps", "celeba",
  ]
  private static let faces = [
    "lfw", "casia", "casiawebface", "webface", "msceleb", "ms1m", "ms1mv2", "ms1mv3", "glint360k",
    "vggface", "vggface2", "megaface", "cfp", "cfpfp", "agedb", "agedb30", "ijbb", "ijbc", "faces",
  ]

  /// `nil` for a name that nobody knows.
  package static func hint(for name: String) -> String? {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    if idx.contains(plain) {
      return "lossviz carries no \(name): give --data FOLDER, a folder of IDX files"
        + " (train-images-idx3-ubyte, train-labels-idx1-ubyte, .gz or not)"
    }
    if images.contains(plain) {
      return "lossviz carries no \(name): give its images as arrays, --data x.npy --labels y.npy,"
        + " or as a folder of IDX files"
    }
    if faces.contains(plain) {
      return "lossviz carries no faces: lossviz plot features.npy --labels labels.npy draws the"
        + " features of a network"
    }
    return nil
  }
}
