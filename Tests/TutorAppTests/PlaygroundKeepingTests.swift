import Experiments
import Foundation
import Lessons
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import TestProject
import Testing
import Workbench

@testable import TutorApp

/// What the playground keeps: files, sessions, codes; and what it stops for.
@Suite struct PlaygroundKeepingTests {
  private func changed(_ name: String = "moons") throws -> Tutor {
    var tutor = try Tutor(#require(Preset.named(name)))
    tutor.press("e", "+", "e", ":")
    tutor.enter("set l2 0.01")
    tutor.press("u", ":")
    tutor.enter("set optimizer.beta1 0.8")
    tutor.press("u", ".", ".")
    return tutor
  }

  /// A session is the run: recipe, changes and place bring back every bit, ahead of where it stands too.
  @Test func aSessionBringsBackEveryBit() throws {
    var tutor = try changed()
    tutor.press("U")
    let session = try #require(tutor.kept)
    let read = try Session(SourceText(name: "kept", text: session.text))
    #expect(read.text == session.text)
    var workspace = try read.beginning()
    try workspace.restore(read)
    #expect(workspace.focusedRun.network == tutor.run.network)
    #expect(workspace.focusedRun.position == tutor.run.position)
    #expect(
      workspace.focusedRun.journal.entries.map(\.update) == tutor.run.journal.entries.map(\.update))
    tutor.press("u", "u", "u")
    workspace.changeFocusedRun { $0.train(updates: 3) }
    #expect(workspace.focusedRun.network == tutor.run.network)
  }

  /// A table that is another one by the time the learner goes on with it gives other numbers, which is said.
  @Test func aTableThatHasChangedSinceIsSpokenOf() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let table = folder.appending(path: "t.csv")
    let rows = "x,y\n1,2\n2,4\n3,6\n4,8.5\n"
    try Data(rows.utf8).write(to: table)
    let text = "data: {csv: t.csv}\nhidden: [2]\n"
    let source = SourceText(name: folder.appending(path: "x.yaml").path, text: text)
    var tutor = try Tutor(ExperimentFile(source)).pressing("u")
    let session = try #require(tutor.kept)
    func goOn() throws -> String? {
      tutor.perform(try tutor.model.open(Session(SourceText(name: "kept", text: session.text))))
      return tutor.model.notice
    }
    #expect(try goOn() == nil)
    try Data((rows + "5,11\n").utf8).write(to: table)
    #expect(try goOn()?.contains("x.yaml have changed since this was kept") == true)
    #expect(ShareCode.line(of: Session(name: "t", sharing: tutor.model.workspace)).count > 20)
  }

  @Test func aCodeOpensTheSameRunAndADamagedOneIsRefused() throws {
    let tutor = try changed()
    let line = ShareCode.line(of: Session(name: "moons", sharing: tutor.model.workspace))
    #expect(line.allSatisfy { $0.isASCII && !$0.isWhitespace })
    var other = try Tutor(#require(Preset.named("xor")))
    other.press(":")
    other.enter("open \(line)")
    #expect(other.run.network == tutor.run.network)
    #expect(other.run.position == tutor.run.position)
    for damaged in [
      String(line.dropLast()), line.replacing("A", with: "B"), "downhill:", "", "downhill:x.y",
    ] {
      #expect(throws: Diagnostics.self) { try ShareCode.session(of: damaged) }
    }
  }

  /// Whatever stands in a session's file, it is read or refused.
  @Test(arguments: 1...20) func aDamagedSessionNeverTraps(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var text = Array(try #require(try changed().kept).text)
    for _ in 0..<4 {
      let place = Int(random.next() % UInt64(text.count))
      text[place] =
        "0a-:{}[]\n 9"[String.Index(utf16Offset: Int(random.next() % 11), in: "0a-:{}[]\n 9")]
    }
    guard let session = try? Session(SourceText(name: "kept", text: String(text))),
      session.runs.allSatisfy({ $0.update < 10_000 }), var workspace = try? session.beginning()
    else { return }
    _ = try? workspace.restore(session)
    #expect(!workspace.runs.isEmpty)
  }

  @Test func aSavedFileSaysWhatWasChangedWhenAndTrainsTheSame() throws {
    var tutor = try changed()
    let path = NSTemporaryDirectory() + "downhill-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    tutor.press(":")
    tutor.enter("save \(path)")
    #expect(tutor.model.notice == "Saved in \(path)")
    let source = try SourceText(path: path)
    #expect(source.text.contains("#   before update 6: learning_rate 0.02"))
    #expect(source.text.contains("optimizer.beta1") || source.text.contains("beta1: 0.8"))
    let file = try ExperimentFile(source)
    #expect(file.experiment == tutor.run.activeExperiment)
    tutor.press(":")
    tutor.enter("save \(path)")
    #expect(tutor.model.notice == "Saved in \(path)")
    var other = try changed("xor")
    other.press(":")
    other.enter("save \(path)")
    #expect(other.model.notice?.contains("There is a file of this name already") == true)
    other.press(":")
    other.enter("save over \(path)")
    #expect(try ExperimentFile(SourceText(path: path)).experiment == other.run.activeExperiment)
    other.press(":")
    other.enter("save /nowhere/at/all.yaml")
    #expect(other.model.notice?.contains("cannot be written") == true)
  }

  /// What the runs are made from is not written over, whatever is said; another file is, when it is said.
  @Test(arguments: ["save over", "share over", "export csv over"])
  func aTableIsNotWrittenOver(command: String) throws {
    let folder = try TestProject.temporaryFolder()
    let (table, other) = ("\(folder)/t.csv", "\(folder)/other.txt")
    for path in [table, other] {
      try SourceText(name: path, text: "x,y\n1,2\n2,3\n").write(replacing: false)
    }
    let source = SourceText(name: "\(folder)/t.yaml", text: "data: t.csv\nhidden: []")
    var tutor = try Tutor(ExperimentFile(source), name: "t", panels: ["loss"])
    tutor.press("u", ":")
    tutor.enter("\(command) \(table)")
    #expect(tutor.model.notice?.contains("is made from this file") == true)
    #expect(try SourceText(path: table).text == "x,y\n1,2\n2,3\n")
    tutor.press(":")
    tutor.enter("\(command) \(other)")
    #expect(tutor.model.notice?.hasPrefix("Saved in \(other)") == true)
  }

  @Test func leavingWithChangesAsksOnce() throws {
    var tutor = try changed()
    tutor.press("q")
    #expect(!tutor.hasQuit && tutor.model.notice?.contains(":save FILE") == true)
    tutor.press("u", "q")
    #expect(!tutor.hasQuit)
    tutor.press("q")
    #expect(tutor.hasQuit)
    var untouched = try Tutor(#require(Preset.named("moons")))
    untouched.press("u", "q")
    #expect(untouched.hasQuit)
  }

  /// Changes that lie ahead, and those of runs that are not in focus, are changes, too; what a file holds is not asked about,
  /// wherever the runs stand.
  @Test func whatLiesAheadOrElsewhereIsAskedAbout() throws {
    func answer(_ tutor: inout Tutor) -> String? {
      tutor.press("u", "U", "q")
      return tutor.hasQuit ? "left" : tutor.model.notice
    }
    let path = try TestProject.temporaryFolder() + "/shared.txt"
    var ahead = try Tutor.playground("moons", "goto 10", "set l2 0.125", "goto 3")
    #expect(answer(&ahead)?.hasPrefix("The changes ahead of here are in no file") == true)
    ahead.perform(ahead.model.run(command: "share \(path)"))
    ahead.perform(ahead.model.run(command: "goto 12"))
    #expect(answer(&ahead) == "left")
    var other = try Tutor.playground("moons", "fork", "set l2 0.125", "pick A")
    #expect(answer(&other)?.hasPrefix("The changes of run B are in no file") == true)
    other.perform(other.model.run(command: "save \(path).yaml"))
    #expect(answer(&other)?.hasPrefix("The changes of run B are in no file") == true)
    for command in ["pick B", "save \(path)-b.yaml"] {
      other.perform(other.model.run(command: command))
    }
    #expect(answer(&other) == "left")
    var taken = try Tutor.playground("moons", "goto 10", "set l2 0.125", "save over \(path).yaml")
    taken.perform(taken.model.run(command: "goto 3"))
    #expect(answer(&taken) == "left")
    var gone = try Tutor.playground("moons", "set l2 0.125", "save \(path)-c.yaml", "unset l2")
    gone.perform(gone.model.run(command: "save \(path)-c.yaml"))
    gone.press("Z")
    #expect(answer(&gone)?.hasPrefix("The changes are in no file") == true)
  }

  /// A parameter set by hand is a change that an experiment's file does not hold, and a shared line does.
  @Test func parametersByHandAreAskedAbout() throws {
    let path = try TestProject.temporaryFolder() + "/shared.txt"
    var tutor = try Tutor.playground("two-neurons", "weight layer1.w[1,1] 0.7", "save \(path).yaml")
    tutor.press("q")
    #expect(!tutor.hasQuit && tutor.model.notice?.hasPrefix("Parameters set by hand") == true)
    tutor.perform(tutor.model.run(command: "share \(path)"))
    tutor.press("q")
    #expect(tutor.hasQuit)
  }

  @Test func theGalleryGoesOnWhereItWasLeft() throws {
    let left = try changed()
    var tutor = try Tutor.gallery()
    tutor.model.path = [GalleryScene()]
    tutor.model.sessions = try [#require(left.kept)]
    #expect(tutor.screen.contains("Go on"))
    tutor.press(.enter)
    #expect(tutor.run.network == left.run.network)
    #expect(tutor.run.position == left.run.position)
  }

  /// Who goes from one example to the next finds both again in the list, the last one first, and goes on in the same session.
  @Test func theGalleryListsWhatWasLeft() throws {
    var tutor = try Tutor.gallery()
    func open(_ preset: String) throws {
      tutor.perform(tutor.model.open(try #require(Preset.named(preset))))
    }
    try open("moons")
    tutor.press("u", "u", ":")
    tutor.enter("fork careful")
    tutor.press("u")
    let kept = try #require(tutor.kept)
    tutor.press(.escape)
    try open("xor")
    tutor.press("u", .escape)
    try open("spirals")
    tutor.press(.escape)
    #expect(tutor.model.sessions.map(\.name) == ["xor", "moons"])
    #expect(tutor.model.sessions.last?.id == kept.id)
    #expect(tutor.screen.contains("Go on"))
    #expect(
      tutor.model.scene.words(tutor.model)[3]
        .hasSuffix("Go on: moons with 2 runs, where it was left at update 3."))
    tutor.press("j", .enter, "u")
    #expect(tutor.kept?.replaces == kept.id && tutor.run.position.update == 4)
    tutor.press(.escape)
    #expect(tutor.model.sessions.map(\.name) == ["moons", "xor"])
  }

  @Test func aLessonsRunsGoIntoThePlaygroundAndEscReturnsToTheLesson() throws {
    let lesson = try #require(try Samples.lessons().first)
    var tutor = try Tutor(lesson).pressing("u", "u")
    let before = tutor.run
    let screen = tutor.screen
    tutor.press("P")
    #expect(tutor.model.scene is PlaygroundScene)
    #expect(tutor.run.network == before.network)
    tutor.press(":")
    tutor.enter("set learning_rate 3")
    tutor.press("u", "u", .escape, .escape)
    #expect(tutor.model.scene is LessonScene)
    #expect(tutor.run.network == before.network && tutor.run.position == before.position)
    #expect(tutor.screen == screen)
  }

  @Test(arguments: [
    "loss < 0.2", "epoch 7", "update 11", "accuracy >= 0.9", "separation", "plateau 3",
  ])
  func aPlayingRunStopsByItselfAndSaysWhy(stop: String) throws {
    var tutor = try Tutor(#require(Preset.named("moons")))
    tutor.press(":")
    tutor.enter("stop \(stop)")
    tutor.press(":")
    tutor.enter("goto 2000")
    let update = tutor.run.position.update
    #expect(update > 0 && update < 2000)
    #expect(tutor.model.notice?.hasPrefix("Stopped after \(update.counted("update"))") == true)
    if stop == "update 11" { #expect(update == 11) }
    if stop == "epoch 7" { #expect(tutor.run.epoch == 7) }
    if stop == "loss < 0.2" {
      #expect(tutor.run.step.loss < 0.2)
      tutor.press("U")
      #expect(tutor.run.step.loss >= 0.2)
    }
    if stop == "separation" { #expect(tutor.run.accuracy == 1) }
  }

  @Test func divergenceStopsAndSaysWhatToTry() throws {
    var tutor = try Tutor(#require(Preset.named("line-fit")))
    tutor.press(":")
    tutor.enter("set learning_rate 50")
    tutor.press(":")
    tutor.enter("goto 5000")
    #expect(tutor.run.position.update < 5000)
    #expect(tutor.model.notice?.contains("U goes back. A rate of 1 is safe") == true)
  }

  @Test func twoRunsStopAtTheSameUpdate() throws {
    var tutor = try Tutor(#require(Preset.named("xor")))
    tutor.press("c", "+", ":")
    tutor.enter("stop loss < 0.3")
    tutor.press(":")
    tutor.enter("goto 5000")
    let updates = tutor.model.workspace.runs.map(\.run.position.update)
    #expect(updates[0] == updates[1] && updates[0] < 5000)
  }

  @Test func oneOfSeveralStopsIsForgotten() throws {
    var tutor = try Tutor(#require(Preset.named("moons")))
    for (text, stops) in [
      ("loss < 0.2", ["divergence", "loss < 0.2"]),
      ("epoch 7", ["divergence", "loss < 0.2", "epoch 7"]),
      ("epoch off", ["divergence", "loss < 0.2"]), ("divergence off", ["loss < 0.2"]),
      ("divergence", ["loss < 0.2", "divergence"]), ("loss < 0.2 off", ["divergence"]),
      ("divergence", ["divergence"]), ("off", []),
    ] {
      tutor.press(":")
      tutor.enter("stop \(text)")
      #expect(tutor.model.playground?.stops.map(\.text) == stops, "\(text)")
    }
  }

  @Test func aNameOfNoExampleAsksAboutNoChanges() throws {
    var tutor = try changed()
    tutor.press(":")
    tutor.enter("open nosuch")
    #expect(tutor.model.notice?.hasPrefix("There is no example 'nosuch'") == true)
  }

  @Test func asBeforeAFileIsNoPartOfItsName() {
    #expect(PlaygroundCommand.target(of: "as x.yaml").path == "x.yaml")
    #expect(PlaygroundCommand.target(of: "as x.yaml").replaces == false)
    #expect(PlaygroundCommand.target(of: "over x.yaml").replaces)
    #expect(PlaygroundCommand.target(of: "asx").path == "asx")
  }

  @Test func runsHaveNumbers() throws {
    let tutor = try Tutor.playground("xor", "fork careful", "u", "differ 1 2")
    #expect(tutor.model.notice?.contains("careful are the same, bit for bit") == true)
    #expect(tutor.model.workspace.place(of: "2") == 1)
    #expect(tutor.model.workspace.place(of: "3") == nil)
  }

  @Test(arguments: ["", "\n\n", "# theme: dark\n", "  # nothing\n\n#\n"])
  func aConfigurationOfCommentsIsNone(text: String) throws {
    #expect(try Configuration(SourceText(name: "config.yaml", text: text)) == Configuration())
    let path = try TestProject.temporaryFolder() + "/config.yaml"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    #expect(try Configuration.load(path) == Configuration())
  }

  @Test func aWrongConditionIsRefused() throws {
    var tutor = try Tutor(#require(Preset.named("line-fit")))
    for (text, words) in [
      ("lss < 1", "Did you mean"), ("accuracy == 1", "This run has no accuracy"),
      ("separation", "not classes"), ("epoch x", "stop epoch 20"),
    ] {
      tutor.press(":")
      tutor.enter("stop \(text)")
      #expect(tutor.model.notice?.contains(words) == true, "\(text)")
    }
  }

  /// Another example does not take the place of changes that nobody has saved, unless it is said twice.
  @Test func openingAsksBeforeChangesAreLeft() throws {
    var tutor = try changed()
    func open(_ text: String) {
      tutor.press(":")
      tutor.enter(text)
    }
    open("open circles")
    #expect(tutor.model.notice?.contains("':open circles now' leaves them") == true)
    #expect(tutor.model.playground?.name == "moons")
    open("open circles now")
    #expect(tutor.model.playground?.name == "circles")
  }

  @Test func theCommandLineNamesTheFileThatSaysWhatIsInForce() throws {
    var tutor = try changed()
    let path = NSTemporaryDirectory() + "downhill-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    func answer(_ command: String) -> String? {
      tutor.press(":")
      tutor.enter(command)
      return tutor.model.notice
    }
    #expect(answer("command")?.contains("in no file yet") == true)
    #expect(answer("save \(path)")?.hasPrefix("Saved") == true)
    let update = tutor.run.position.update
    #expect(answer("command")?.hasPrefix("downhill train \(path) --steps \(update) (with ") == true)
    #expect(answer("set l2 0.5") == nil)
    #expect(answer("command")?.contains("in no file yet") == true)
  }
}
