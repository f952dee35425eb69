import Platform

extension SourceText {
  /// Reads a file; `-` is standard input.
  /// - Throws: a sentence when it cannot be read, is no text, or is empty where it may not be.
  public init(path: String, mayBeEmpty: Bool = false) throws(Diagnostic) {
    try self.init(path: path, limit: Self.sizeLimit, mayBeEmpty: mayBeEmpty)
  }

  /// Reads a file of at most `limit` bytes.
  init(path: String, limit: Int, mayBeEmpty: Bool = false) throws(Diagnostic) {
    let name = path == "-" ? "standard input" : path.isEmpty ? "''" : path
    let bytes = try Self.bytes(path: path, name: name, limit: limit)
    try self.init(name: name, bytes: bytes, limit: limit, mayBeEmpty: mayBeEmpty)
  }

  /// The beginning of a file, enough to see what it is; nil where there is none: a pipe can be read once only.
  package static func head(ofFile path: String) -> SourceText? {
    guard path != "-", FileManager.default.fileExists(atPath: path), !Folder.isStream(path),
      let bytes = try? bytes(path: path, name: path, limit: 0)
    else { return nil }
    return SourceText(name: path, head: bytes)
  }

  /// The bytes of a file: one more than allowed at most, so that endless files end too.
  /// - Throws: a sentence when it cannot be read.
  package static func bytes(path: String, name: String, limit: Int) throws(Diagnostic) -> [UInt8] {
    let file = path == "-" ? dup(0) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw Diagnostic(file: name, message: sentence(for: errno, about: path))
    }
    defer { close(file) }
    // A pipe that nobody has opened to write has an end, but no beginning.
    var patience = path != "-" && file.isPipe ? 40 : 0
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        file.waitForBytes()
        continue
      }
      if count == 0, bytes.isEmpty, patience > 0 {
        patience -= 1
        guard patience > 0 else { throw Diagnostic(file: name, message: pipeWithoutWriter) }
        usleep(50_000)
        continue
      }
      guard count >= 0 else { throw Diagnostic(file: name, message: sentence(for: errno)) }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static let pipeWithoutWriter =
    "Nothing came from this pipe, and nobody writes to it: start what writes to it first."

  private static func sentence(for code: Int32, about path: String) -> String {
    guard code == ENOENT else { return sentence(for: code) }
    if let end = Folder.destination(ofLink: path) {
      return "This is a link to '\(end)', which is not there."
    }
    let near = Folder.file(near: path).map { " Did you mean '\($0)'?" }
    return sentence(for: code) + (near ?? "")
  }

  private static func sentence(for code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR: "There is no such file."
    case EACCES, EPERM: "The file may not be read: its permissions forbid it."
    case EISDIR: "This is a folder: name a file in it."
    default: "The file cannot be read: \(String(cString: strerror(code)))."
    }
  }
}

/// An open file.
extension Int32 {
  fileprivate var isPipe: Bool {
    var status = stat()
    return fstat(self, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
  }

  /// Waits until there is something to read, or the end.
  fileprivate func waitForBytes() {
    var event = pollfd(fd: self, events: Int16(POLLIN), revents: 0)
    _ = poll(&event, 1, -1)
  }
}
