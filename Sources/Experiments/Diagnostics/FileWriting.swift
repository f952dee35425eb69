import Platform

extension SourceText {
  /// Writes a file beside its place and puts it there at once, so that it is never half there.
  /// - Throws: a sentence when it cannot be written, or would take another file's place unasked.
  public func write(replacing mayReplace: Bool) throws(Diagnostic) {
    guard !name.isEmpty else { throw Diagnostic(file: "''", message: "Name a file to write.") }
    guard !Folder.exists(name) else {
      throw Diagnostic(file: name, message: "This is a folder: name a file in it.")
    }
    guard mayReplace || !FileManager.default.fileExists(atPath: name) else {
      throw Diagnostic(file: name, message: "There is a file of this name already.")
    }
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: name), options: .atomic) } catch {
      throw Diagnostic(
        file: name, message: "The file cannot be written: \(Self.obstacle(error)).")
    }
  }

  /// What stands in the way of a file that cannot be written, in a few words.
  package static func obstacle(_ error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileWriteOutOfSpace?: "the disk is full"
    case .fileWriteVolumeReadOnly?: "its disk can only be read"
    default: "look at its folder and permissions"
    }
  }
}
