import CVterm
import Foundation
import Testing

/// The learner's progress, as the real program keeps it.
@Suite struct ProgressTests {
  private let state: TemporaryFolder
  private var path: String { state.path + "/downhill/progress.json" }
  private var environment: [String: String] { ["XDG_STATE_HOME": state.path] }

  init() throws {
    state = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: state.path + "/downhill", withIntermediateDirectories: true)
  }

  private func write(_ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  }

  private func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  /// On the first screen, and once more in the terminal when the screen is gone.
  @Test(arguments: [[], ["learn", "two-neurons"], ["play"]])
  func aDamagedFileIsSpokenOfWhereverTheProgramStarts(_ arguments: [String]) throws {
    try write("{\"version\":1,\"curr")
    let terminal = try PseudoTerminal("downhill", arguments, environment: environment)
    try terminal.wait(for: "The progress file was damaged; it is kept as")
    try terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    let sentence = terminal.output.lastRange(of: "The progress file was damaged")
    #expect(sentence > terminal.output.lastRange(of: "\u{1B}[?1049l"))
    #expect(FileManager.default.fileExists(atPath: path + ".damaged-1"))
  }

  @Test(arguments: [[], ["lessons"], ["learn", "two-neurons"], ["review"]])
  func withoutAScreenItIsSpokenOfToo(_ arguments: [String]) throws {
    try write("{\"version\":1,\"curr")
    let plain = arguments == ["lessons"] ? [] : ["--plain"]
    let outcome = try Shell().run(all: arguments + plain, input: "q\n", environment: environment)
    #expect(outcome.status == 0 && outcome.errors.contains("The progress file was damaged"))
  }

  /// Whoever works on a full disk learns of it when something is first kept, not at the end: in a lesson at once, in the
  /// playground at the first change; until the next key.
  @Test(arguments: [["learn", "line-fit"], ["play", "xor"]])
  func whatCannotBeKeptIsSpokenOfOnTheScreen(_ arguments: [String]) throws {
    try write("no folder")
    let terminal = try PseudoTerminal(
      "downhill", arguments, environment: ["XDG_STATE_HOME": path])
    try terminal.wait(for: "? help")
    if arguments[0] == "play" {
      try terminal.type("u")
      try terminal.wait(for: "What is open here is not kept.")
    } else {
      try terminal.wait(for: "Progress cannot be kept in")
    }
    try terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
  }

  @Test func aNewerFileIsNeitherDamagedNorReplaced() throws {
    let newer = "{\"version\":2,\"current\":\"two-neurons\",\"lessons\":[{\"id\":\"xor\"}]}"
    try write(newer)
    let terminal = try PseudoTerminal("downhill", ["learn", "xor"], environment: environment)
    try terminal.wait(for: "Progress is not kept this time:")
    try terminal.wait(for: "newer")
    try terminal.press(VTERM_KEY_RIGHT)
    try terminal.wait(for: "page 2 of")
    try terminal.type("q")
    #expect(try terminal.waitForEnd() == .exited(0))
    #expect(try text() == newer)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalLosesNothing(_ signal: Int32) throws {
    let terminal = try PseudoTerminal(
      "downhill", ["learn", "two-neurons"], environment: environment)
    try terminal.wait(for: "page 1 of")
    try terminal.press(VTERM_KEY_RIGHT)
    try terminal.wait(for: "page 2 of")
    terminal.signal(signal)
    #expect(try terminal.waitForEnd() == .signaled(signal))
    #expect(try text().contains("\"beat\" : 1"))
    expectGivenBack(terminal)
  }

  /// What is on the screen is in the file, or will be at the next key.
  @Test func aKillLosesTheLastKeyAtMost() throws {
    let terminal = try PseudoTerminal(
      "downhill", ["learn", "two-neurons"], environment: environment)
    try terminal.wait(for: "page 1 of")
    for page in 2...3 {
      try terminal.press(VTERM_KEY_RIGHT)
      try terminal.wait(for: "page \(page) of")
    }
    terminal.signal(SIGKILL)
    #expect(try terminal.waitForEnd() == .signaled(SIGKILL))
    let saved = try text()
    #expect(saved.contains("\"beat\" : 2") || saved.contains("\"beat\" : 1"))
  }
}
