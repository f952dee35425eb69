import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The learning rate over the updates, literally.
@Suite struct SchedulePanelTests {
  private func tutor(_ page: Int, _ keys: Key...) throws -> Tutor {
    var tutor = try Tutor(
      try #require(try Samples.lessons().first { $0.id == "rates" }), page: page)
    for key in keys { tutor.press(key) }
    return tutor
  }

  /// Every run's plan is there before the first update.
  @Test func plansAreDrawnBeforeTheyAreFollowed() throws {
    try tutor(1).expect(
      .schedule, 41, 9,
      [
        "0.4 ┤",
        "    │●⡀⢀⣀⣀⣀⡀⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀ ▌ constant",
        "    │⠉⠈⠁⠉⠘⠂⠒⠠⢤⣀                ▌ step",
        "0.2 ┤          ⠈⠁⠲⠠⣀           ▌ cosine",
        "    │        ⡇     ⠈⠉⠐⠆⢄",
        "    │        ⠁⠈⠉ ⠉⠁⠈⠉   ⠈⠁⠒⠠⡄⡀",
        "0.0 ┤                ⠉⠉⠈⠉⠁⠉⠉⠈⠒",
        "    └┬───────────┬───────────┬",
        "     0          500       1000",
      ])
  }

  /// What is asked is not drawn.
  @Test func theRateThatIsAskedWaits() throws {
    let page = try #require(
      try Samples.lessons().first { $0.id == "rates" }?.pages.firstIndex {
        $0.title == "Cosine by hand"
      })
    let asked = try tutor(page)
    let dots = asked.lines(.schedule, 41, 9).joined().filter {
      ("\u{2801}"..."\u{28FF}").contains($0)
    }
    #expect(dots.isEmpty)
    #expect(Panel.schedule.details(asked.model) == Panel.schedule.words(asked.model))
  }

  /// A rate that was changed by hand is drawn from where it was changed.
  @Test func changesByHandAreDrawn() throws {
    var tutor = try Tutor(Samples.line)
    for key: Key in ["u", "u", "+", "+", "+", "u", "u"] { tutor.press(key) }
    tutor.expect(
      .schedule, 41, 9,
      [
        "3 ┤",
        "  │",
        "2 ┤      ⡔⠒⠒⠒⠒⠒⠒●⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒ ▌ 2",
        "  │     ⡜",
        "1 ┤    ⡜",
        "  │⠤⠤⠤⠜",
        "0 ┤",
        "  └┬────────────────┬───────────────┬",
        "   0                5              10",
      ])
  }
}
