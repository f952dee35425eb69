import ArgumentParser
import Foundation
import Testing

@testable import downhill

/// What the program says of itself and of what is around it.
@Suite struct SurroundingsTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func theVersionNamesTheKernelsInUse() throws {
    let text = try shell.run(all: ["--version"], environment: ["DOWNHILL_KERNELS": "baseline"])
      .output
    let form = #/1\.0\.0 \((revision [0-9a-f]+\+?, )?(?<kernels>[A-Z0-9a-z-]+) kernels\)\n/#
    let match = try #require(try form.wholeMatch(in: text), "\(text)")
    let doctor = try shell.run("doctor").output
    #expect(doctor.contains(" kernels of \(match.kernels)"), "\(doctor)")
  }

  /// A choice that counts for nothing is not taken in silence.
  @Test func kernelsThatThereAreNotAreSpokenOf() throws {
    let environment = ["DOWNHILL_KERNELS": "foo", "COLUMNS": "400"]
    let sentence = "DOWNHILL_KERNELS is 'foo', which is none of baseline, avx2, avx512: "
    let doctor = try shell.run(all: ["doctor"], environment: environment)
    #expect(doctor.status == 0 && doctor.output.contains("note  processor"), "\(doctor)")
    #expect(doctor.output.contains(sentence) && doctor.errors.isEmpty)
    let training = try shell.run(all: ["train", "xor", "--steps", "1"], environment: environment)
    #expect(training.status == 0 && training.errors.contains(sentence), "\(training)")
    let known = try shell.run(all: ["lessons"], environment: ["DOWNHILL_KERNELS": "baseline"])
    #expect(known.errors.isEmpty)
  }

  @Test func theDoctorSaysWhatToDo() throws {
    let pipe = try shell.run("doctor")
    #expect(pipe.status == 0 && pipe.output.contains("Run 'downhill doctor' in the terminal"))
    let broken = try shell.run(
      all: ["doctor"], environment: ["DOWNHILL_LESSONS": "/nowhere", "HOME": ""])
    #expect(broken.status == 1 && broken.output.contains("fix   lessons"), "\(broken)")
    #expect(broken.output.contains("→ Set HOME.") && broken.output.contains("set DOWNHILL_LESSONS"))
  }

  /// The doctor looks at the file of progress as the program does, and leaves it where it is.
  @Test(arguments: [
    ("{\"version\": 2}", "is from a newer version: nothing is kept"), ("", "is damaged"),
    ("{\"version\"", "is damaged: the next start keeps it under another name"),
    ("{\"version\": 1, \"lessons\": {}}", "ok    progress"),
  ])
  func theDoctorReadsTheProgress(_ text: String, _ words: String) throws {
    let folder = "\(shell.folder.path)/downhill"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = try shell.file("downhill/progress.json", text)
    let environment = ["XDG_STATE_HOME": shell.folder.path, "COLUMNS": "400"]
    let outcome = try shell.run(all: ["doctor"], environment: environment)
    #expect(outcome.output.contains(words), "\(outcome.output)")
    #expect(try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) == text)
  }

  @Test func theDoctorKnowsWhatIsNoFileOfProgress() throws {
    let environment = ["XDG_STATE_HOME": shell.folder.path, "COLUMNS": "400"]
    let file = try shell.file("downhill", "")
    let beside = try shell.run(all: ["doctor"], environment: environment)
    #expect(beside.output.contains("which cannot be written: nothing is kept"), "\(beside.output)")
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.createDirectory(
      atPath: "\(file)/progress.json", withIntermediateDirectories: true)
    let folder = try shell.run(all: ["doctor"], environment: environment)
    #expect(folder.output.contains("cannot be read: nothing is kept"), "\(folder.output)")
  }

  @Test func theDoctorLooksAtTheTerminal() throws {
    let terminal = try PseudoTerminal("downhill", ["doctor"], columns: 70, rows: 23)
    // What is written is more than the screen holds.
    #expect(try terminal.waitForEnd() == .exited(1))
    #expect(terminal.outputText.contains("fix   size           70 columns, 23 rows"))
  }

  @Test(arguments: [
    ("experiment", "early_stopping"), ("keys", "One update ahead"), ("commands", ":race NAMES"),
    ("lesson-format", "solution"), ("data", "moons"), ("environment", "NO_COLOR"),
    ("exit-codes", "130"),
  ])
  func topicsAreExplained(_ topic: String, _ word: String) throws {
    let outcome = try shell.run(
      all: ["help", topic], environment: ["COLUMNS": "72"])
    #expect(outcome.status == 0 && outcome.output.contains(word))
    // Terms stand as they are; what they mean is wrapped.
    for line in outcome.output.split(separator: "\n") where line.hasPrefix("      ") {
      #expect(line.count <= 72, "\(line)")
    }
  }

  @Test func helpKnowsCommandsAndGuesses() throws {
    #expect(try shell.run("help", "sweep").output.contains("USAGE: downhill sweep"))
    #expect(try shell.run("help").output.contains("USAGE: downhill "))
    let slip = try shell.run("help", "experimnt")
    #expect(slip.status == 64 && slip.errors.contains("Did you mean 'experiment'?"))
  }

  /// What CONTRIBUTING.md adds.
  @Test func aCommandDescribesItself() throws {
    #expect(Count.helpMessage().contains("Count the parameters of a network."))
    #expect(throws: Never.self) { try Count.parse(["xor"]) }
  }
}
