import Platform

/// A lock between programs: whoever holds a file's lock is the only one.
enum FileLock {
  /// Does something while no other program does the like; where no lock can be had, without one.
  static func holding<Value>(_ path: String, _ body: () -> Value) -> Value {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return body() }
    // Closing it gives the lock back, however the program ends.
    defer { close(file) }
    _ = flock(file, LOCK_EX)
    return body()
  }
}
