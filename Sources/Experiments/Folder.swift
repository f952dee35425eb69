import Platform

/// Folders of the file system.
public enum Folder {
  /// Whether there is a folder of this path.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A path from the root of the file system.
  package static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }

  /// The file that tells people about a folder: neither a lesson nor an experiment.
  public static let guide = "README.md"

  /// The names of a folder's files that are not hidden, in order; pipes and devices, which may never end, are left out.
  /// - Throws: when the folder cannot be read.
  public static func files(in path: String) throws(Diagnostic) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") && !isStream("\(path)/\($0)") }.sorted()
    } catch { throw Diagnostic(file: path, message: "The folder cannot be read.") }
  }

  /// The file beside a missing one that was probably meant: of the same name with another ending, or spelled nearly so.
  package static func file(near path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.last, !name.isEmpty, name.count <= 64 else { return nil }
    let folder = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/") + "/"
    let names = ((try? files(in: folder)) ?? []).prefix(1000).filter { file in
      !file.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
    let endings = ["yaml", "yml", "json", "md"] + CSVTable.fileExtensions
    func stem(_ file: String) -> Substring { file.prefix { $0 != "." } }
    let twin = names.first { file in
      stem(file) == stem(name) && endings.contains { file.hasSuffix(".\($0)") }
    }
    return twin ?? Suggestion.nearest(to: name, among: Array(names))
  }

  /// What a symbolic link says that it leads to; nil where a path is none.
  static func destination(ofLink path: String) -> String? {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)).map { SafeText.visible($0) }
  }

  /// Whether two paths lead to one file.
  static func areOneFile(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    return stat(first, &one) == 0 && stat(second, &other) == 0 && one.st_dev == other.st_dev
      && one.st_ino == other.st_ino
  }

  /// Whether there is a pipe, a socket or a device of this path.
  package static func isStream(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }

  /// Where a folder of a room's own files may be: beside the program where it was built, or installed.
  package static func resources(
    _ name: String, of room: String, installed: String, beside programFolder: String
  ) -> [String] {
    [
      "\(programFolder)/downhill_\(room).resources/\(name)",
      "\(programFolder)/downhill_\(room).bundle/Contents/Resources/\(name)",
      "\(programFolder)/downhill_\(room).bundle/\(name)",
      "\(programFolder)/../share/downhill/\(installed)",
    ]
  }

  /// The folder of the running program, its links followed; nil where the system does not tell.
  public static var ofProgram: String? {
    RunningProgram.path.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
  }
}
