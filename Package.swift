// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

// The Swift libraries inside the program: it starts 3 ms sooner, and runs where no Swift is.
let isStatic = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let staticLibrary: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"], isStatic),
  .linkedLibrary("FoundationEssentials", isStatic),
  .linkedLibrary("_FoundationCShims", isStatic),
  .linkedLibrary("_FoundationCollections", isStatic),
]

let package = Package(
  name: "lossviz",
  products: [
    .executable(name: "lossviz", targets: ["lossviz"]),
    .library(name: "LossLab", targets: ["LossLab"]),
    .library(name: "LossScene", targets: ["LossScene"]),
    .library(name: "LossPictures", targets: ["LossPictures"]),
    .library(name: "LossRender", targets: ["LossRender"]),
    .library(name: "LossFiles", targets: ["LossFiles"]),
    .library(name: "LossRuns", targets: ["LossRuns"]),
    .library(name: "LossFigures", targets: ["LossFigures"]),
    .library(name: "LossPlot", targets: ["LossPlot"]),
  ],
  targets: [
    .systemLibrary(
      name: "CCairo", pkgConfig: "cairo",
      providers: [.apt(["libcairo2-dev"]), .brew(["cairo"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev"]), .brew(["pango"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"]), .brew(["libdeflate"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CGif", pkgConfig: "libgif", providers: [.apt(["libgif-dev"]), .brew(["giflib"])]),
    .systemLibrary(
      name: "CPng", pkgConfig: "libpng", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CJpeg", pkgConfig: "libjpeg",
      providers: [.apt(["libjpeg62-turbo-dev"]), .brew(["jpeg-turbo"])]),
    .target(name: "ImageReading", dependencies: ["CPng", "CJpeg"]),
    .target(name: "LossKernels"),
    .target(name: "ResourceBytes", exclude: ["Resources"]),
    .target(
      name: "LossLab", dependencies: ["LossKernels"], swiftSettings: strict,
      // sqrt and rint of an unoptimised build; optimised, both are one instruction.
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "LossScene", dependencies: ["LossLab"], swiftSettings: strict),
    .target(
      name: "LossPictures", dependencies: ["LossLab", "LossScene"], swiftSettings: strict),
    .target(
      name: "LossSystem", dependencies: ["LossLab", "CLibrary", "ResourceBytes", "SystemFacts"],
      swiftSettings: strict),
    .target(
      name: "LossRender",
      dependencies: [
        "LossLab", "LossScene", "LossSystem", "CCairo", "CPangoCairo", "CDeflate", "CGif",
        "ResourceBytes",
      ],
      swiftSettings: strict),
    .target(
      name: "LossFiles",
      dependencies: [
        "LossLab", "LossSystem", "CLibrary", "CDeflate", "CZlib", "ImageReading", "ResourceBytes",
      ],
      swiftSettings: strict),
    .target(
      name: "LossRuns",
      dependencies: ["LossLab", "LossPictures", "LossFiles", "LossSystem", "CLibrary"],
      swiftSettings: strict),
    .target(
      name: "LossFigures", dependencies: ["LossLab", "LossScene", "LossPictures", "LossRuns"],
      swiftSettings: strict),
    .target(
      name: "LossPlot", dependencies: ["LossSystem", "LossRender", "LossFigures"],
      swiftSettings: strict),
    .target(name: "PageData", dependencies: ["ResourceBytes"], exclude: ["Resources"]),
    .target(name: "ProcessHooks"),
    .target(name: "SystemFacts"),
    .target(name: "CLibrary", swiftSettings: strict),
    .executableTarget(
      name: "lossviz",
      dependencies: ["LossLab", "LossPlot", "CLibrary", "PageData", "ProcessHooks"],
      swiftSettings: strict,
      linkerSettings: staticLibrary),
    .executableTarget(
      name: "Tightness", dependencies: ["LossLab", "LossPlot"], path: "examples/library",
      swiftSettings: strict),
    .executableTarget(
      name: "OwnLoss", dependencies: ["LossPlot"], path: "examples/own-loss",
      swiftSettings: strict),
    .executableTarget(
      name: "Rooms", dependencies: ["LossPlot"], path: "examples/rooms", swiftSettings: strict),
    .target(name: "Machine", path: "Benchmarks/Machine"),
    .executableTarget(
      name: "measure", dependencies: ["LossLab", "LossPlot", "Machine"],
      path: "Benchmarks/Measure", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["LossLab"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "LossLabTests", dependencies: ["LossLab", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LossPlotTests",
      dependencies: [
        "LossLab", "LossScene", "LossSystem", "LossRender", "LossFiles", "LossRuns", "LossFigures",
        "LossPlot", "TestSupport",
      ],
      exclude: ["Golden", "Vectors"], swiftSettings: strict),
    .testTarget(
      name: "LossvizTests",
      dependencies: ["lossviz", "LossLab", "LossFiles", "LossPlot", "TestSupport"],
      exclude: ["Golden"], swiftSettings: strict),
  ],
  cLanguageStandard: .gnu11
)
