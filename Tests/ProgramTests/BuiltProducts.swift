import Foundation

/// The programs that were built with the tests.
enum BuiltProducts {
  /// The path of a program: it lies beside the tests, or above them where they are a bundle.
  static func path(of program: String) -> String {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(program).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return program
  }
}
