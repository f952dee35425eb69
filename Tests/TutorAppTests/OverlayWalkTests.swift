import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What lies over the playground, key by key.
@Suite struct OverlayWalkTests {
  // MARK: - Samples by hand

  private func points(_ keys: Key...) throws -> (Tutor, PointsScene) {
    var tutor = try Tutor.playground("xor")
    tutor.press("S")
    for key in keys { tutor.press(key) }
    return (tutor, try #require(tutor.model.scene as? PointsScene))
  }

  /// The keys move the cursor by one step each, back again to where it was.
  @Test(arguments: [
    ([Key.right, .left], 0), ([.up, .down], 0), (["l", "h"], 0), (["k", "j"], 0), ([.right], 1),
    (["h"], 1), ([.up], 1), (["j"], 1),
  ])
  func theCursorMovesAndReturns(keys: [Key], isMoved: Int) throws {
    let start = try points().0.screen
    var tutor = try points().0
    for key in keys { tutor.press(key) }
    #expect((tutor.screen != start) == (isMoved == 1))
  }

  /// Classes come in turn; a digit of a class adds a sample of it.
  @Test func newSamplesHaveTheChosenClass() throws {
    var (tutor, _) = try points("c", .enter)
    #expect(tutor.run.dataset.targets[4, 0] == 1)
    tutor.press("c", .right, .enter)
    #expect(tutor.run.dataset.targets[5, 0] == 0)
    tutor.press(.right, "1")
    #expect(tutor.run.dataset.targets[6, 0] == 1 && tutor.run.dataset.count == 7)
  }

  /// Each change is one to undo, and Esc keeps what was not undone.
  @Test(arguments: [.enter, "f", "x", .delete, .backspace, "1"] as [Key])
  func everyChangeIsTakenBack(key: Key) throws {
    var (tutor, _) = try points()
    let before = tutor.run.dataset
    tutor.press(key)
    #expect(tutor.run.dataset != before)
    tutor.press("Z")
    #expect(tutor.run.dataset == before)
    tutor.press(key, .escape)
    #expect(tutor.run.dataset != before && tutor.model.scene is PlaygroundScene)
    tutor.press("Z")
    #expect(tutor.run.dataset == before)
  }

  @Test func aCarriedSampleIsOnlyMovedWhenItIsPutDown() throws {
    var (tutor, _) = try points("m", .right, .right)
    let before = try Tutor.playground("xor").run.dataset
    #expect(tutor.run.dataset == before)
    tutor.press("m")
    #expect(tutor.run.dataset != before && tutor.run.dataset.count == 4)
    #expect(tutor.run.dataset.targets == before.targets)
  }

  // MARK: - An input on its way

  private func following(_ keys: Key...) throws -> (Tutor, FollowScene) {
    var tutor = try Tutor.playground("moons", "goto 5")
    tutor.press("I")
    for key in keys { tutor.press(key) }
    return (tutor, try #require(tutor.model.scene as? FollowScene))
  }

  /// Layers and units end at their first and last.
  @Test func theWayHasTwoEnds() throws {
    let start = try following().0.screen
    #expect(try following(.left, .up).0.screen == start)
    #expect(try following(.right, .left).0.screen == start && following("l").0.screen != start)
    #expect(try following(.down, .up).0.screen == start && following("j").0.screen != start)
    let depth = try following().0.run.network.depth
    var (tutor, _) = try following()
    for _ in 0..<depth { tutor.press(.right) }
    let end = tutor.screen
    tutor.press(.right, "l")
    #expect(tutor.screen == end && end.contains("In the end"))
  }

  @Test func samplesOfTheWayGoRound() throws {
    let start = try following().0.screen
    let (next, _) = try following("x")
    #expect(next.screen != start)
    #expect(try following("x", "X").0.screen == start)
    let (last, _) = try following("X")
    #expect(last.screen.contains("sample \(last.run.dataset.count)"))
  }

  /// Following changes nothing of the run.
  @Test func lookingChangesNothing() throws {
    let before = try Tutor.playground("moons", "goto 5").run
    var (tutor, _) = try following("x", .down, .right, .right, "N")
    tutor.press(.escape)
    #expect(tutor.run.network == before.network && tutor.run.position == before.position)
    #expect(tutor.model.scene is PlaygroundScene)
  }

  // MARK: - The table of runs

  private func runs(_ keys: Key...) throws -> Tutor {
    var tutor = try Tutor.playground("xor", "fork", "set learning_rate 0.1", "step 5")
    tutor.press("V")
    for key in keys { tutor.press(key) }
    return tutor
  }

  @Test func aRunIsForkedDroppedAndBroughtBack() throws {
    #expect(try runs("c").model.workspace.runs.count == 3)
    #expect(try runs("x").model.workspace.runs.count == 1)
    #expect(try runs(.delete, "Z").model.workspace.runs.count == 2)
    let last = try runs("x", "x")
    #expect(last.model.workspace.runs.count == 1 && last.model.notice != nil, "the last one stays")
  }

  @Test func aPinnedRunStaysWhereItIs() throws {
    var tutor = try runs("p")
    let first = tutor.model.workspace.runs.first { $0.isPinned }
    let pinned = try #require(first)
    tutor.press(.escape, "u", "u")
    for run in tutor.model.workspace.runs {
      #expect(run.run.position.update == (run.isPinned ? pinned.run.position.update : 7))
    }
    #expect(try runs("p", "p").model.workspace.runs.allSatisfy { !$0.isPinned })
  }

  @Test func enterPicksTheSelectedRun() throws {
    var tutor = try runs("k", "k", .enter)
    #expect(tutor.model.workspace.focus == 0 && tutor.model.scene is PlaygroundScene)
    tutor.press("V", "j", "j", .enter)
    #expect(tutor.model.workspace.focus == 1)
  }

  // MARK: - A drawing

  /// A pixel is half dark, dark and empty in turn; clearing empties all.
  @Test func inkGoesRound() throws {
    var tutor = try Tutor.playground("digits", "draw")
    let empty = tutor.screen
    tutor.press(" ")
    let half = tutor.screen
    tutor.press(.enter)
    let dark = tutor.screen
    tutor.press(" ")
    #expect(Set([empty, half, dark]).count == 3 && tutor.screen == empty)
    tutor.press(" ", .right, " ", .down, " ", "c", .left, .up)
    #expect(tutor.screen == empty)
  }

  @Test(arguments: [(Key.left, Key.right), (.up, .down), ("h", "l"), ("k", "j")])
  func theCursorOfADrawingStaysOnTheImage(back: Key, ahead: Key) throws {
    var tutor = try Tutor.playground("digits", "draw")
    for _ in 0..<40 { tutor.press(back) }
    let first = tutor.screen
    for _ in 0..<40 { tutor.press(ahead) }
    let last = tutor.screen
    tutor.press(ahead)
    #expect(tutor.screen == last && first != last)
    for _ in 0..<40 { tutor.press(back) }
    #expect(tutor.screen == first)
  }
}
