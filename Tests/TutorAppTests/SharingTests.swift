import Experiments
import NeuralNetwork
import TerminalCanvas
import TestProject
import Testing
import Workbench

@testable import TutorApp

/// Lines of text that bring the runs of a playground back.
@Suite struct SharingTests {
  private func opened(_ line: String) throws -> Tutor {
    var other = try Tutor(#require(Preset.named("line-fit")))
    other.perform(other.model.run(command: "open \(line) now"))
    return other
  }

  /// Forks, pins, names and places come along, and what they begin with stands in the text once.
  @Test func allRunsAreShared() throws {
    var tutor = try Tutor.playground("moons", "step 3", "fork careful", "set learning_rate 0.01")
    tutor.press("u", ":")
    tutor.enter("pin")
    tutor.press(":")
    tutor.enter("pick 1")
    tutor.press("u")
    let session = Session(name: "moons", sharing: tutor.model.workspace)
    #expect(session.text.split(separator: "moons").count == 3, "\(session.text)")
    let other = try opened(ShareCode.line(of: session))
    let (runs, others) = (tutor.model.workspace.runs, other.model.workspace.runs)
    #expect(other.model.workspace.hasNumbers(of: tutor.model.workspace))
    #expect(others.map(\.label) == ["A", "careful"] && others.map(\.isPinned) == [false, true])
    #expect(others.map(\.run.position) == runs.map(\.run.position))
    #expect(other.model.workspace.focus == 0)
  }

  /// What older programs have made stays good.
  @Test func aLineOfTheFirstFormOpens() throws {
    let line =
      "downhill:ZG93bmhpbGxfc2Vzc2lvbjogMQpuYW1lOiB4b3IKZm9jdXM6IDAKcnVuczoKICAtIHtleHBlcmltZW50OiB7ZGF0YTogeG9y"
      + "LCBoaWRkZW46IFs0XSwgbGVhcm5pbmdfcmF0ZTogMC41fSwgc291cmNlOiBleHBlcmltZW50LCBjaGFuZ2VzOiBbe3VwZGF0ZTogMSwg"
      + "c2V0OiBsZWFybmluZ19yYXRlLCB0bzogMC41fV0sIHVwZGF0ZTogMiwgcGhhc2U6IDV9Cg.04196446"
    let tutor = try opened(line)
    #expect(tutor.run.position.update == 2 && tutor.run.journal.entries.map(\.update) == [1])
    #expect(tutor.model.workspace.runs.count == 1)
  }

  /// On a small screen the whole line stands on pages.
  @Test(arguments: [(80, 24), (30, 10), (200, 60)])
  func aLineIsNeverCut(size: (Int, Int)) throws {
    var tutor = try Tutor.playground("xor", "step 2", "fork", "set learning_rate 0.3", "fork")
    tutor.model.size = Size(width: size.0, height: size.1)
    let line = ShareCode.line(of: Session(name: "xor", sharing: tutor.model.workspace))
    tutor.press(":")
    tutor.enter("share")
    var shown = ""
    for _ in 0..<100 {
      let isNotice = tutor.model.overlay == nil
      shown += tutor.screen.split(separator: "\n").dropFirst(isNotice ? 0 : 1).joined()
      let before = tutor.screen
      tutor.press(.right)
      if isNotice || tutor.screen == before { break }
    }
    #expect(shown.filter { !$0.isWhitespace }.contains(line))
    tutor.press(.escape)
    #expect(tutor.model.overlay == nil && tutor.model.scene is PlaygroundScene)
  }

  /// What a file holds needs no question, and the file opens by its name.
  @Test func aSharedFileIsKnown() throws {
    let path = "\(try TestProject.temporaryFolder())/runs.txt"
    var tutor = try Tutor.playground("xor", "step 3", "set learning_rate 0.2")
    tutor.press(":")
    tutor.enter("share \(path)")
    tutor.press(":")
    tutor.enter("share \(path)")
    #expect(tutor.model.notice?.contains("There is a file of this name already") == true)
    tutor.press(":")
    tutor.enter("share over \(path)")
    #expect(tutor.model.notice == "Saved in \(path)")
    let other = try opened(path)
    #expect(other.model.workspace.hasNumbers(of: tutor.model.workspace))
    tutor.press("q")
    #expect(tutor.hasQuit)
  }

  /// Whoever only looks at what was shared is asked nothing; whoever changes it is.
  @Test func sharedRunsHaveNoChangesToSave() throws {
    let tutor = try Tutor.playground("xor", "step 3", "set learning_rate 0.2")
    let line = ShareCode.line(of: Session(name: "xor", sharing: tutor.model.workspace))
    var other = try Tutor.gallery()
    other.perform(other.model.run(command: "open \(line)"))
    #expect(other.run.position.update == 3)
    other.press("u", "U", "q")
    #expect(other.hasQuit)
    other.hasQuit = false
    other.press("-", "q")
    #expect(!other.hasQuit && other.model.notice?.contains("in no file") == true)
  }

  /// The names that a table gives its columns and classes come along, though the table does not; and so does what was done before.
  @Test func namesAndStoryAreShared() throws {
    let path = "\(try TestProject.temporaryFolder())/flowers.csv"
    let rows = (0..<12).map { "\($0),\($0 * $0 % 7),\($0 < 6 ? "rose" : "tulip")" }
    try SourceText(name: path, text: (["length,width,kind"] + rows).joined(separator: "\n") + "\n")
      .write(replacing: true)
    let text = "data: {csv: \(path)}\nhidden: [2]\n"
    var tutor = try Tutor(ExperimentFile(SourceText(name: "x.yaml", text: text)))
    for command in ["step 2", "set hidden [3]", "step"] {
      tutor.press(":")
      tutor.enter(command)
    }
    let line = ShareCode.line(of: Session(name: "flowers", sharing: tutor.model.workspace))
    let other = try opened(line)
    let file = other.model.workspace.focusedFile
    #expect(file.inputNames == ["length", "width"] && file.classNames == ["rose", "tulip"])
    #expect(other.model.workspace.hasNumbers(of: tutor.model.workspace))
    let story = "after 2 updates: a new run with hidden [3]"
    #expect(other.model.workspace.runs[0].story == [story])
  }

  /// However much was done before, a line stays one that is sent.
  @Test func aLongStoryIsShortened() throws {
    var tutor = try Tutor.playground("xor")
    for units in 1...60 {
      tutor.perform(tutor.model.run(command: "step"))
      tutor.perform(tutor.model.run(command: "set hidden [\(units)]"))
    }
    let session = Session(name: "x", sharing: tutor.model.workspace)
    #expect((10..<50).contains(session.runs[0].story.count))
    #expect(session.runs[0].story.last == tutor.model.workspace.runs[0].story.last)
    #expect(ShareCode.line(of: session).count < 3000)
  }

  @Test func lostLinesAreRefusedWhateverIsInThem() throws {
    let text =
      "downhill_session: 2\nstarts: [{experiment: {data: xor}}]\nruns: [{start: 2, update: 0, phase: 0}]"
    #expect(throws: Diagnostics.self) { try Session(SourceText(name: "x", text: text)) }
  }
}
