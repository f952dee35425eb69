import Experiments
import NeuralNetwork
import TerminalCanvas
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
}
