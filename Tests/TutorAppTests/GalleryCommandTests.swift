import Experiments
import NeuralNetwork
import TerminalCanvas
import TestProject
import Testing
import Workbench

@testable import TutorApp

/// What can be typed where nothing is open yet.
@Suite struct GalleryCommandTests {
  private func typed(_ command: String) throws -> Tutor {
    var tutor = try Tutor.gallery()
    tutor.press(":")
    tutor.enter(command)
    return tutor
  }

  @Test func anExampleOpensByItsName() throws {
    let tutor = try typed("open moons")
    #expect(tutor.model.playground?.name == "moons" && tutor.model.scene is PlaygroundScene)
    #expect(try typed("quit").hasQuit)
    #expect(try typed("lessons").model.scene is HomeScene)
    #expect(try typed("help").model.overlay == .help(page: 0))
  }

  /// What the command line of a shell opens, this one does, too.
  @Test func filesTablesAndDataSetsOpen() throws {
    let folder = try TestProject.temporaryFolder()
    let (file, table) = ("\(folder)/my.yaml", "\(folder)/points.csv")
    try SourceText(name: file, text: "data: circles\nhidden: [3]\n").write(replacing: true)
    try SourceText(name: table, text: "x,y\n1,2.5\n2,4.1\n3,6.2\n4,7.7\n").write(replacing: true)
    let opened = try typed("open \(file)")
    #expect(opened.model.playground?.name == file && opened.run.network.shape == [2, 3, 1])
    #expect(try typed("open \(table)").run.dataset.count == 4)
    #expect(try typed("open insects").model.playground?.name == "insects")
    let wrong = try typed("open \(folder)")
    #expect(wrong.model.scene is GalleryScene)
    #expect(wrong.model.notice?.hasPrefix("There is no example") == true)
    try SourceText(name: file, text: "data: nosuch\n").write(replacing: true)
    #expect(try typed("open \(file)").model.notice?.contains("nosuch") == true)
  }

  /// In lines, too, with a colon and without.
  @Test func linesGiveCommandsOverTheExamples() throws {
    func said(_ lines: String...) throws -> [String] {
      var (said, lines) = ([String](), lines[...])
      var tutor = PlainTutor(
        try Tutor.gallery().model, write: { said.append($0) })
      tutor.run { lines.popFirst() }
      return said
    }
    #expect(try said("open insects", "quit").contains("Playground: insects"))
    #expect(try said(":open moons", "quit").contains("Playground: moons"))
    #expect(try said("two moons", "quit").contains("Playground: moons"))
    #expect(try said("speed epochs", "quit").last?.hasPrefix("Speed: ") == true)
    #expect(try said("goto 5", "quit").last?.hasPrefix("'goto' needs a run") == true)
  }

  @Test func aSpeedCountsForWhatIsOpenedNext() throws {
    var tutor = try typed("speed flat-out")
    #expect(tutor.model.scene is GalleryScene)
    tutor.press(.enter)
    #expect(tutor.model.look.pace == .flatOut, "\(tutor.model.look.pace)")
  }

  @Test func whatNeedsARunIsRefused() throws {
    let tutor = try typed("goto 5")
    #expect(tutor.model.notice == "'goto' needs a run: open one first, such as 'open moons'")
    #expect(tutor.run.position.update == 0 && tutor.model.scene is GalleryScene)
    #expect(try typed("open nosuch").model.notice?.hasPrefix("There is no example") == true)
  }

  @Test func whatIsTypedIsSeenCompletedAndPutAway() throws {
    var tutor = try Tutor.gallery()
    tutor.press(":", "o", "p", .tab, "m", "o", "o")
    #expect(tutor.screen.contains(":open moo") && tutor.screen.contains("moons"))
    tutor.press(.tab, .escape)
    #expect(!tutor.screen.contains(":open") && tutor.model.scene is GalleryScene)
    tutor.press("j")
    #expect((tutor.model.scene as? GalleryScene)?.selection == 1)
  }

  /// A session that cannot be brought back stays as it was kept, whatever is done in its place.
  @Test func aSessionThatDoesNotComeBackIsNotOverwritten() throws {
    let text = """
      downhill_session: 1
      runs:
        - {experiment: {data: xor, hidden: [2]}, changes: [{update: 0, set: nosuch, to: 1}], update: 3, phase: 0}
      """
    var session = try Session(SourceText(name: "kept", text: text))
    session.id = "playground-1-1"
    var tutor = try Tutor.gallery()
    tutor.perform(tutor.model.open(.session(session)))
    #expect(tutor.model.notice?.contains("nosuch") == true)
    tutor.press("u")
    let kept = try #require(tutor.kept)
    #expect(kept.id != session.id)
  }

  /// Until a table is read that is said, whatever is pressed; who opens something else meanwhile is not called away from it.
  @Test func whatIsBeingReadIsWaitedForAndLeftByOpeningSomethingElse() throws {
    let path = "\(try TestProject.temporaryFolder())/sums.csv"
    try SourceText(name: path, text: "a,b,sum\n1,2,3\n2,2,4\n3,1,4\n").write(replacing: true)
    for isLeft in [false, true] {
      var tutor = try Tutor.gallery()
      guard case .study(let study)? = tutor.model.run(command: "open \(path)").first else {
        throw CommandProblem("nothing is read")
      }
      tutor.press("j")
      #expect(tutor.model.notice == "Reading \(path) …")
      if isLeft { tutor.perform(tutor.model.run(command: "open xor")) }
      tutor.perform(study.make()(&tutor.model))
      #expect(tutor.model.scene.title == (isLeft ? "xor" : path))
      tutor.press("j")
      #expect(tutor.model.notice?.hasPrefix("Reading") != true)
    }
  }
}
