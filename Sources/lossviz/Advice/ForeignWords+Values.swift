extension ForeignWords {
  /// Words of other programs for those that an option takes.
  static let values: [(option: String, words: [String], here: String)] = [
    ("theme", ["black", "night", "darkmode", "dark-mode", "dim", "grey", "gray"], "dark"),
    ("theme", ["white", "day", "bright", "default", "lightmode", "light-mode"], "light"),
    ("theme", ["auto", "system", "all", "lightdark", "dark-light"], "both"),
    (
      "format", ["jpg", "jpeg", "webp", "bmp", "tiff", "tif", "avif", "heic", "ppm", "image"],
      "png"
    ),
    ("format", ["eps", "ps", "emf", "tex", "pgf", "latex"], "pdf"),
    ("format", ["svgz", "html", "vector"], "svg"),
    ("format", ["mp4", "webm", "avi", "mov", "mkv", "movie", "film", "video"], "gif"),
    ("optimizer", ["adamw", "adagrad", "adamax", "nadam", "lamb", "rmsprop", "radam"], "adam"),
    ("optimizer", ["momentum", "nesterov", "gd"], "sgd"),
    (
      "network",
      [
        "mlp-small", "fc", "linear", "dense", "perceptron", "resnet", "resnet18",
        "resnet50", "resnet100", "r50", "r100", "ir50", "ir-50", "iresnet50", "iresnet100",
        "mobilefacenet", "vgg", "vgg16", "none",
      ], "mlp:128,64"
    ),
    ("network", ["lenet5", "lenetpp", "lenets", "lenet-5", "cnn", "convnet", "conv"], "lenet"),
    (
      "noise-kind", ["symmetric", "uniform", "random", "label", "swap", "asymmetric", "closed"],
      "flip"
    ),
    ("noise-kind", ["outliers", "open", "open-set", "ood", "foreign"], "outlier"),
    ("mining", ["hard", "hardest", "batchhard"], "batch-hard"),
    ("mining", ["all", "none", "batchall", "random", "easy"], "batch-all"),
    ("mining", ["semihard", "semi", "facenet"], "semi-hard"),
    ("metric", ["l2", "euclid", "distance"], "euclidean"),
    (
      "metric", ["l2-squared", "sq", "square", "sqeuclidean", "squared-euclidean", "cosine"],
      "squared"
    ),
    ("variant", ["paper", "plain", "original", "hard", "exact"], "strict"),
    ("variant", ["insightface", "fallback", "default"], "monotone"),
    ("variant", ["easy-margin", "easymargin", "true"], "easy"),
    ("variant", ["clip", "clamped"], "clamp"),
    ("gradient", ["stop", "stop-gradient", "none", "detach", "insightface"], "detached"),
    ("gradient", ["true", "full", "autograd"], "exact"),
    ("points", ["image", "bitmap", "png", "rasterized", "pixels"], "raster"),
    ("points", ["shapes", "svg", "path", "circles"], "vector"),
    ("color", ["yes", "true", "on", "force", "1"], "always"),
    ("color", ["no", "false", "off", "none", "0"], "never"),
    ("plane", ["angles", "theta"], "angle"),
    ("plane", ["cos", "cosines"], "cosine"),
    ("plane", ["circular", "ring", "sphere", "features"], "circle"),
    ("snippet", ["md"], "markdown"),
    ("snippet", ["tex"], "latex"),
    ("lang", ["english", "en-us", "en-gb"], "en"),
    ("lang", ["chinese", "cn", "zh-cn", "zh-hans"], "zh"),
    ("view", ["feature", "2d", "scatter", "plane", "embedding", "embeddings"], "features"),
    ("view", ["angular", "circle", "polar", "rose", "sphere"], "angles"),
    ("view", ["hist", "histograms", "distribution"], "histogram"),
    ("view", ["curves", "logit", "psi"], "curve"),
    ("view", ["all"], "features,angles,histogram"),
    ("clip", ["no", "off", "false", "null", "0"], "none"),
    (
      "palette", ["viridis", "plasma", "turbo", "jet", "set1", "rainbow", "hsv", "default"],
      "okabe-ito"
    ),
    ("palette", ["tab20", "category20"], "twenty"),
    ("palette", ["category10", "matplotlib"], "tab10"),
    ("palette", ["gray", "greys", "mono", "bw"], "grey"),
  ]
}
