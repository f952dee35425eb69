import Foundation
import Testing

/// The program where things are not as they should be: full disks, narrow terminals, pipes, ^C.
@Suite struct AdverseTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test(arguments: ["0", "-5", "1", "30", "99999999999999999999", "x"])
  func helpFitsAnyWidth(_ columns: String) throws {
    for arguments in [["--help"], ["train", "--help"], ["train", "--nonsense"]] {
      let outcome = try shell.run(all: arguments, environment: ["COLUMNS": columns])
      #expect(outcome.status == (arguments.last == "--help" ? 0 : 64))
      #expect((outcome.output + outcome.errors).contains("downhill"))
    }
  }

  @Test(arguments: [[], ["--csv"], ["--json"], ["--trace", "--json", "--steps", "1000000"]])
  func interruptingLeavesASentenceAndTheFiguresSoFar(_ options: [String]) throws {
    let outcome = try shell.run(
      all: ["train", "-"] + options,
      input: "data: moons\nhidden: [64, 64]\nsteps: 1000000000\n", interruptingAfter: 100)
    #expect(outcome.status == 130 && outcome.errors.contains("Interrupted"))
    #expect(outcome.output.isEmpty == options.contains("--trace"))
  }

  @Test func deepNestingIsRefused() throws {
    let text = "data: " + String(repeating: "[", count: 50_000)
    let outcome = try shell.run("train", "-", input: text)
    #expect(outcome.status == 1 && outcome.errors.contains("This is nested too deeply."))
  }

  /// A pipe without a writer would be waited for in vain.
  @Test func pipesInAFolderAreLeftOut() throws {
    try shell.file("x.yaml", Samples.experiment)
    let folder = shell.folder.path
    #expect(mkfifo(folder + "/y.yaml", 0o600) == 0)
    let outcome = try shell.run("check", folder)
    #expect(outcome.status == 0 && outcome.output == folder + "/x.yaml: ok\n")
  }

  #if os(Linux)
    @Test func aFullDiskIsNoSuccess() throws {
      let file = try shell.file("x.yaml", Samples.experiment)
      for command in ["--help", "lessons", "train \(file)", "train --csv \(file)"] {
        let outcome = try shell.run(script: "\"$PROGRAM\" \(command) > /dev/full")
        #expect(outcome.status == 1 && outcome.errors.contains("standard output: No space left"))
      }
    }
  #endif

  @Test func closedDescriptorsAreNoCrash() throws {
    let file = try shell.file("x.yaml", Samples.experiment)
    #expect(try shell.run(script: "\"$PROGRAM\" train \(file) >&-").status == 1)
    #expect(try shell.run(script: "\"$PROGRAM\" train \(file) 2>&-").status == 0)
    #expect(try shell.run(script: "\"$PROGRAM\" train - <&-").status == 1)
    #expect(try shell.run(script: "\"$PROGRAM\" train \(file) --csv | head -1").status == 0)
  }

  @Test func aSessionThatCannotBeReadIsSaidInLines() throws {
    try FileManager.default.createDirectory(
      atPath: shell.folder.path + "/downhill", withIntermediateDirectories: true)
    _ = try shell.file("downhill/playground.yaml", "downhill_session: [")
    let outcome = try shell.run(
      all: ["play", "--plain"], environment: ["XDG_STATE_HOME": shell.folder.path])
    #expect(outcome.errors.contains("cannot be read; it is kept as "))
  }

  /// A line that `share` has written into a file, or that was copied with the blanks around it, opens its run.
  @Test func aSharedLineIsOpenedFromItsFileToo() throws {
    let path = shell.folder.path + "/x.share"
    _ = try shell.run("play", "--plain", "xor", input: "u\nu\nshare \(path)\nq\n")
    let line = try String(contentsOfFile: path, encoding: .utf8)
    for argument in [path, "  \(line)  "] {
      let outcome = try shell.run("play", "--plain", argument, input: "where\nq\n")
      #expect(outcome.status == 0 && outcome.output.contains("update 2,"), "\(outcome.errors)")
    }
  }

  @Test func progressThatCannotBeKeptIsSaid() throws {
    let outcome = try shell.run(
      all: ["play", "--plain"], environment: ["XDG_STATE_HOME": "/dev/null/x"])
    #expect(outcome.status == 0 && outcome.errors.contains("Progress cannot be kept in /dev/null"))
  }
}
