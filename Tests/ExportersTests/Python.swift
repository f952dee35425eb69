import Foundation
import TestProject
import Testing

/// The Python of this machine, where it has one; tests that need a package are skipped with a reason where it is missing.
enum Python {
  /// The packages that tests use, of those that are here.
  private static let packages: Set<String> = {
    let names = ["numpy", "torch", "onnxruntime", "safetensors", "tensorboard"]
    let script = """
      import importlib.util
      print(" ".join(n for n in "\(names.joined(separator: " "))".split() if importlib.util.find_spec(n)))
      """
    let found = (try? run(script))?.split(whereSeparator: \.isWhitespace).map(String.init)
    return Set(found ?? [])
  }()

  /// A test that needs a package.
  static func has(_ package: String) -> ConditionTrait {
    .enabled(if: packages.contains(package), "python3 is missing here, or has no \(package)")
  }

  /// Runs a script.
  /// - Returns: what it printed.
  static func run(_ script: String, _ arguments: [String] = []) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-B", "-"] + arguments
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
    try input.fileHandleForWriting.close()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: printed, as: UTF8.self)
  }

  /// Runs scripts one after another in one Python, which takes long to load its packages.
  /// - Returns: for each the numbers that its lines end with.
  static func numbers(ofScripts scripts: [[UInt8]]) throws -> [[Double]] {
    let folder = try TestProject.temporaryFolder()
    for (index, script) in scripts.enumerated() {
      try Data(script).write(to: URL(fileURLWithPath: "\(folder)/\(index).py"))
    }
    let printed = try run(
      """
      import contextlib, io, runpy, sys
      for index in range(\(scripts.count)):
          text = io.StringIO()
          with contextlib.redirect_stdout(text):
              runpy.run_path(f"{sys.argv[1]}/{index}.py")
          print(" ".join(line.split()[1] for line in text.getvalue().splitlines()))
      """, [folder])
    return printed.split(separator: "\n", omittingEmptySubsequences: false).prefix(scripts.count)
      .map { $0.split(separator: " ").compactMap { Double($0) } }
  }
}
