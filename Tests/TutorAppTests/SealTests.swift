import Experiments
import Lessons
import TerminalCanvas
import Testing

@testable import TutorApp

/// What sets runs apart is not told where the learner is to find it out.
@Suite struct SealTests {
  private func lesson(_ key: String) throws -> Tutor {
    try Tutor(
      LessonParser.parse(
        SourceText(
          name: "01-seal.md",
          text: """
            ---
            format: 1
            title: Seal
            summary: Two runs.
            minutes: 1
            experiment:
              data: xor
              hidden: [2]
            panels: [comparison]
            ---

            ## One

            ```do
            - compare:
                - {label: one, activation: tanh}
                - {label: two, activation: relu}
            \(key)
            ```

            """)))
  }

  @Test(arguments: [
    ("- seal: true", true), ("- focus: one", false), ("- seal: true\n- seal: false", false),
  ])
  func aSealHidesRecipes(key: String, isSealed: Bool) throws {
    let tutor = try lesson(key)
    #expect(recipeTexts(tutor.model).isEmpty == isSealed)
    let told = tutor.lines(.comparison, 80, 6) + Panel.comparison.words(tutor.model)
    #expect(told.joined().contains("ReLU") == !isSealed, "\(told)")
  }

  /// A lesson may choose the axis of losses, `y` takes the other, and a page that begins again has the lesson's.
  @Test(arguments: [
    ("- scale: log", Scale.logarithmic), ("- scale: linear", .linear),
    ("- scale: log\n- scale: auto", .linear), ("- focus: one", .linear),
  ])
  func aLessonChoosesTheAxis(key: String, scale: Scale) throws {
    var tutor = try lesson(key)
    #expect(lossScale(tutor.model) == scale)
    tutor.press("y")
    #expect(lossScale(tutor.model) != scale)
    tutor.press("u", "g")
    #expect(lossScale(tutor.model) == scale)
  }
}
