import Foundation

/// The folders that tests work in.
public enum TestProject {
  /// The root of the package.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// An empty folder, gone when the tests are over.
  public static func temporaryFolder() throws -> String {
    let url = temporaryFolders.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url.path
  }

  private static let temporaryFolders: URL = {
    atexit { try? FileManager.default.removeItem(at: TestProject.temporaryFolders) }
    return FileManager.default.temporaryDirectory.appending(
      path: "downhill-\(ProcessInfo.processInfo.processIdentifier)")
  }()
}
