import Platform

/// A file to be written.
public struct OutputFile: Sendable {
  /// Where it goes, as messages show it.
  public let name: String
  /// What it holds.
  public let bytes: [UInt8]

  /// A file of bytes.
  public init(name: String, bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }

  /// A file of text.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// Refuses a name under which one of the files is that the new one is to be made from.
  /// - Throws: a sentence about it.
  public static func reject(_ name: String, madeFrom sources: [String]) throws(Diagnostic) {
    guard sources.contains(where: { Folder.areOneFile($0, name) }) else { return }
    throw Diagnostic(
      file: name, message: "What is to be written is made from this file: name another one.")
  }

  /// Writes the file beside its place and puts it there at once, so that it is never half there and what was there is kept
  /// until then; a pipe or a device stays what it is.
  /// - Throws: a sentence when it cannot be written, or would take another file's place unasked.
  public func write(replacing mayReplace: Bool) throws(Diagnostic) {
    guard !name.isEmpty else { throw Diagnostic(file: "''", message: "Name a file to write.") }
    guard !Folder.exists(name) else {
      throw Diagnostic(file: name, message: "This is a folder: name a file in it.")
    }
    guard mayReplace || !FileManager.default.fileExists(atPath: name) else {
      throw Diagnostic(file: name, message: "There is a file of this name already.")
    }
    do { try put(Data(bytes), in: URL(fileURLWithPath: name)) } catch {
      throw Diagnostic(
        file: name, message: "The file cannot be written: \(SourceText.obstacle(error)).")
    }
  }

  /// A link stays, and what it leads to is replaced.
  private func put(_ data: Data, in place: URL) throws {
    if Folder.isStream(name) { return try data.write(to: place) }
    try data.write(to: place.resolvingSymlinksInPath(), options: .atomic)
  }
}

extension SourceText {
  /// Writes a file of the text.
  /// - Throws: a sentence when it cannot be written, or would take another file's place unasked.
  public func write(replacing mayReplace: Bool) throws(Diagnostic) {
    try OutputFile(name: name, text: text).write(replacing: mayReplace)
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
