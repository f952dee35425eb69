// swift-tools-version: 6.2

import PackageDescription

// What `downhill --version` says of the repository that it is built in.
let commit = Context.gitInformation.map {
  $0.currentCommit.prefix(10) + ($0.hasUncommittedChanges ? "+" : "")
}

let package = Package(
  name: "downhill",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "NeuralNetwork", targets: ["NeuralNetwork"]),
    .executable(name: "downhill", targets: ["downhill"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Rooms, in the order of their imports: each knows only rooms above it.
    .target(
      name: "CKernels", linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
    .target(name: "NeuralNetwork", dependencies: ["CKernels"]),
    .target(name: "CArguments"),
    .target(name: "Platform", dependencies: ["CArguments"]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(
      name: "Experiments", dependencies: ["NeuralNetwork", "Platform", "CYAML"],
      resources: [.copy("Data")]),
    .target(name: "Workbench", dependencies: ["NeuralNetwork", "Platform", "Experiments"]),
    .systemLibrary(
      name: "CMarkdown",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .target(
      name: "Lessons",
      dependencies: ["NeuralNetwork", "Platform", "Experiments", "Workbench", "CMarkdown"],
      resources: [.copy("../../lessons")]),
    .target(name: "Exporters", dependencies: ["NeuralNetwork", "Experiments"]),
    .target(name: "CNumbers"),
    .target(name: "TerminalCanvas", dependencies: ["CNumbers"]),
    .target(
      name: "TutorApp",
      dependencies: [
        "NeuralNetwork", "Platform", "Experiments", "Workbench", "Lessons", "Exporters",
        "TerminalCanvas",
      ]),
    .target(
      name: "CTerminal",
      cSettings: [.define("NCURSES_WIDECHAR", to: "1"), .define("_GNU_SOURCE")],
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]),
    .target(
      name: "CRevision", cSettings: [.define("DOWNHILL_REVISION", to: "\"\(commit ?? "")\"")]),
    .target(name: "NcursesTerminal", dependencies: ["CTerminal", "Platform", "TerminalCanvas"]),
    .executableTarget(
      name: "downhill",
      dependencies: [
        "NeuralNetwork", "Platform", "Experiments", "Workbench", "Lessons", "Exporters",
        "TerminalCanvas", "TutorApp", "NcursesTerminal", "CRevision",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests: one target a room, and the real program in a pseudo-terminal.
    .testTarget(
      name: "NeuralNetworkTests", dependencies: ["NeuralNetwork", "CKernels", "CAllocations"],
      resources: [.copy("Cases")]),
    .testTarget(
      name: "ExperimentsTests",
      dependencies: ["Experiments", "NeuralNetwork", "Platform", "SeededRandom", "TestProject"],
      exclude: ["Cases"]),
    .testTarget(
      name: "LessonsTests",
      dependencies: [
        "Lessons", "Workbench", "Experiments", "NeuralNetwork", "SeededRandom", "TestProject",
      ]),
    .testTarget(
      name: "ExportersTests",
      dependencies: ["Exporters", "Experiments", "NeuralNetwork", "TestProject"]),
    .testTarget(name: "TerminalCanvasTests", dependencies: ["TerminalCanvas", "SeededRandom"]),
    .testTarget(
      name: "TutorAppTests",
      dependencies: [
        "TutorApp", "TerminalCanvas", "Lessons", "Exporters", "Workbench", "Experiments",
        "NeuralNetwork", "SeededRandom", "TestProject",
      ]),
    .target(
      name: "TestProject", dependencies: ["Experiments", "NeuralNetwork"], path: "Tests/TestProject"
    ),
    .target(name: "SeededRandom", path: "Tests/SeededRandom"),
    .target(name: "CAllocations", path: "Tests/CAllocations"),
    .target(name: "CPty", path: "Tests/CPty"),
    .systemLibrary(
      name: "CVterm", path: "Tests/CVterm",
      providers: [.apt(["libvterm-dev"]), .brew(["libvterm"])]),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["NcursesTerminal", "TerminalCanvas"],
      path: "Tests/TerminalProbe"),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "downhill", "NeuralNetwork", "Platform", "Experiments", "Workbench", "TerminalProbe",
        "NcursesTerminal", "CTerminal", "TerminalCanvas", "CPty", "CVterm", "SeededRandom",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
  ]
)

for target in package.targets where target.type != .system {
  var settings = target.swiftSettings ?? []
  settings += [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    // `any` must be written where a protocol is used as a type.
    .enableUpcomingFeature("ExistentialAny"),
    // A file imports what it uses; nothing leaks in through another file.
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  // All but the engine, which other packages may use, is as fast where it is small (0.9 MB of the stripped program), one unit of
  // code for a room, and a section for each function, of which unused ones are left out (1.1 MB).
  if target.type != .test, !["NeuralNetwork", "CKernels"].contains(target.name) {
    let small = [
      "-Osize", "-Xfrontend", "-enable-single-module-llvm-emission", "-Xfrontend",
      "-function-sections",
    ]
    settings.append(.unsafeFlags(small, .when(configuration: .release)))
  }
  target.swiftSettings = settings
}
