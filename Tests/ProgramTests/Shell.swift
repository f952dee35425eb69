import Foundation
import Testing

/// The program as a shell starts it, with a home and a folder of its own.
struct Shell {
  /// What came of a command.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The built program.
  static let program = BuiltProducts.path(of: "downhill")

  /// Where `file` writes.
  let folder: TemporaryFolder
  private let home: TemporaryFolder

  init() throws { (folder, home) = (try TemporaryFolder(), try TemporaryFolder()) }

  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(all: arguments, input: input)
  }

  /// Runs a line of sh, to which the program is known as $PROGRAM.
  func run(script: String) throws -> Outcome {
    try run(all: ["-c", script], environment: ["PROGRAM": Self.program], program: "/bin/sh")
  }

  /// Runs a program, and presses ^C when it has computed for `ticks` hundredths of a second.
  func run(
    all arguments: [String], input: String = "", environment: [String: String] = [:],
    program: String = program, interruptingAfter ticks: Int? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let usual = ["HOME": home.path, "PATH": "/usr/bin:/bin"]
    process.environment = usual.merging(environment) { _, new in new }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
    // A shell's background jobs are deaf to ^C, and so would be what they start.
    if ticks != nil { signal(SIGINT, SIG_DFL) }
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    if let ticks {
      let number = process.processIdentifier
      Thread.detachNewThread {
        ProcessorTime.wait(until: number, hasUsed: ticks)
        kill(number, SIGINT)
      }
    }
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    let errors = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }

  /// Writes a file into the folder.
  /// - Returns: its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    let path = folder.path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }
}

extension Shell.Outcome {
  /// The members of the one object that was printed.
  func object() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(value as? [String: Any])
  }
}
