import CPty
import CVterm
import Foundation

/// A program in a pseudo-terminal, with an emulator that shows what it draws.
///
/// Nothing sleeps: each wait takes in what the program writes until a condition holds or time is up.
final class PseudoTerminal {
  /// How a program ended.
  enum Ending: Hashable {
    case exited(Int)
    case signaled(Int32)
  }

  /// Time was up; carries what the screen showed.
  struct TimedOut: Error, CustomStringConvertible {
    let description: String
  }

  /// Which of a program's standard streams are the terminal.
  struct Streams: OptionSet {
    let rawValue: Int32
    static let input = Streams(rawValue: 1)
    static let output = Streams(rawValue: 2)
    static let error = Streams(rawValue: 4)
    static let all: Streams = [.input, .output, .error]
  }

  /// How long any wait may take: for machines under load, not for the program.
  static let patience = Duration.seconds(180)

  let screen: VirtualTerminal
  /// Everything the program has written.
  private(set) var output: [UInt8] = []
  private(set) var ending: Ending?
  /// The terminal's modes as they were before the program started.
  let modesBefore: [UInt8]
  /// Whether the program has begun a frame that it has not ended.
  private var isMidFrame = false
  private var pty = Pty()
  private let home: TemporaryFolder

  /// Starts a program that was built with the tests, or one by its path.
  init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24, streams: Streams = .all, mainScreen: String = ""
  ) throws {
    screen = VirtualTerminal(columns: columns, rows: rows)
    home = try TemporaryFolder()
    screen.write(Array(mainScreen.utf8))
    try check(pty_open(&pty, Int32(columns), Int32(rows)))
    modesBefore = ProgramTests.modes(of: pty.slave)
    let path = program.contains("/") ? program : BuiltProducts.path(of: program)
    let variables = Self.environment(home: home.path, adding: environment)
    try withArguments([path] + arguments) { arguments in
      try withArguments(variables) { environment in
        try check(pty_spawn(&pty, path, arguments, environment, streams.rawValue))
      }
    }
  }

  deinit { pty_close(&pty, ending == nil ? 1 : 0) }

  /// The process that was started.
  var process: Int32 { pty.process }
  /// The bytes written so far.
  var byteCount: Int { output.count }
  /// The terminal's modes now.
  var modes: [UInt8] { ProgramTests.modes(of: pty.slave) }
  var lines: [String] { screen.lines }

  /// Types text, or any bytes, as fast as the program takes them.
  func type(_ text: String) throws { try type(Array(text.utf8)) }

  func type(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    try wait("typing") {
      let written = rest.withUnsafeBytes { write(pty.master, $0.baseAddress, $0.count) }
      if written > 0 { rest = rest.dropFirst(written) }
      return rest.isEmpty
    }
  }

  /// Presses a key as the terminal sends it in its present modes.
  func press(_ key: VTermKey) throws { try type(screen.bytes(for: key)) }

  func resize(columns: Int, rows: Int) throws {
    screen.resize(columns: columns, rows: rows)
    try check(pty_resize(&pty, Int32(columns), Int32(rows)))
  }

  func signal(_ number: Int32) { _ = pty_signal(&pty, number) }

  /// Goes away, as a terminal window that is closed.
  func hangUp() {
    close(pty.master)
    pty.master = -1
  }

  /// Waits until a condition holds of a whole frame: half of one shows what never was.
  func wait(_ what: String, for patience: Duration = patience, until condition: () -> Bool) throws {
    let deadline = ContinuousClock.now + patience
    while isMidFrame || !condition() {
      guard ContinuousClock.now < deadline else {
        throw TimedOut(description: "waited for: \(what); the screen:\n\(screen.text)")
      }
      takeOutput(within: 20)
    }
  }

  /// Waits until the screen shows a text.
  func wait(for text: String) throws {
    try wait("\"\(text)\"") { screen.text.contains(text) }
  }

  /// Waits for the program's end and takes in the last of what it wrote.
  @discardableResult
  func waitForEnd() throws -> Ending {
    try wait("the end of the program") { isEnded() }
    try takeTheRest()
    return ending ?? .exited(-1)
  }

  /// Takes in all that the program wrote, which the kernel may still be handing over: behind it comes a mark of our own.
  private func takeTheRest() throws {
    while takeOutput(within: 0) {}
    var mark: UInt8 = 0
    guard pty.master >= 0, write(pty.slave, &mark, 1) == 1 else { return }
    try wait("the last output") { output.last == mark }
    output.removeLast()
  }

  /// Waits for the program's end without reading what it writes, as a stuck terminal would.
  func waitForEndWithoutReading(poking signal: Int32) throws -> Ending {
    let deadline = ContinuousClock.now + Self.patience
    while !isEnded() {
      guard ContinuousClock.now < deadline else { throw TimedOut(description: "still running") }
      self.signal(signal)
      poll(nil, 0, 50)
    }
    return ending ?? .exited(-1)
  }

  /// Takes in what the program writes for as long as it keeps doing so within `milliseconds`.
  func settle(within milliseconds: Int32) {
    while takeOutput(within: milliseconds) {}
  }

  private func isEnded() -> Bool {
    guard ending == nil else { return true }
    let status = pty_poll_status(&pty)
    if status >= 0 { ending = .exited(Int(status)) }
    if status < 0 && status > -1000 { ending = .signaled(-status) }
    return ending != nil
  }

  /// Takes in what is there, or comes within `milliseconds`; false when nothing did.
  @discardableResult
  private func takeOutput(within milliseconds: Int32) -> Bool {
    guard pty.master >= 0 else { return poll(nil, 0, milliseconds) > 0 }
    var source = pollfd(fd: pty.master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(pty.master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    screen.write(buffer[..<count])
    noteFrameMarks(among: count)
    return true
  }

  /// Looks for the last mark of a frame's begin or end among the newest bytes, and what a cut left of it before them.
  private func noteFrameMarks(among count: Int) {
    let mark = Array("\u{1B}[?2026".utf8)
    let newest = output.suffix(count + mark.count)
    let last = newest.indices.last { newest[$0...].dropLast().starts(with: mark) }
    if let last { isMidFrame = newest[last + mark.count] == UInt8(ascii: "h") }
  }

  /// What a program sees of the world: only what is written here.
  private static func environment(home: String, adding: [String: String]) -> [String] {
    var variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": home,
    ]
    for name in ["LLVM_PROFILE_FILE", "ASAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    return variables.merging(adding) { $1 }.map { "\($0)=\($1)" }
  }
}

/// The settings of a terminal, byte for byte.
private func modes(of descriptor: Int32) -> [UInt8] {
  var modes = termios()
  tcgetattr(descriptor, &modes)
  return withUnsafeBytes(of: &modes, Array.init)
}

private func check(_ errorNumber: Int32) throws {
  guard errorNumber == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errorNumber) ?? .EIO) }
}

/// Calls `body` with a null-terminated array of C strings.
private func withArguments(
  _ arguments: [String], _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Void
) rethrows {
  let copies = arguments.map { strdup($0) }
  defer { copies.forEach { free($0) } }
  try body(copies + [nil])
}
