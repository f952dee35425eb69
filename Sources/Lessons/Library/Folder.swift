import Foundation

/// Folders of the file system.
public enum Folder {
  /// Whether there is a folder of this path.
  public static func exists(_ path: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The names of a folder's files that are not hidden, in order.
  /// - Throws: when the folder cannot be read.
  public static func files(in path: String) throws(Diagnostic) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
        .sorted()
    } catch { throw Diagnostic(file: path, message: "The folder cannot be read.") }
  }

  /// The folder of the running program, its links followed; nil where the system does not tell.
  public static var ofProgram: String? {
    Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path
  }
}
