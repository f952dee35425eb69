// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that nobody who builds the program pays for it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "downhill", path: "..")],
  targets: [
    .executableTarget(
      name: "contender",
      dependencies: [.product(name: "NeuralNetwork", package: "downhill")],
      swiftSettings: [
        .swiftLanguageMode(.v6), .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
