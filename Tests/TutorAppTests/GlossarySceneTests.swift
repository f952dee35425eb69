import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The words of the screen, over whatever is open.
@Suite struct GlossarySceneTests {
  private func lesson(_ id: String) throws -> Lesson {
    try #require(try Samples.lessons().first { $0.id == id })
  }

  @Test(arguments: Panel.all) func aPanelsTermHasAnEntry(panel: Panel) {
    #expect(Glossary.term(panel.term) != nil, "the glossary has no '\(panel.term)' of \(panel)")
  }

  /// Every character of a drawing that is no letter and no digit is explained by the glossary.
  @Test(arguments: Panel.all) func aSignOfALegendHasAnEntry(panel: Panel) throws {
    for experiment in Samples.all {
      let model = try Tutor(experiment).pressing("u").model
      for row in panel.legend(model) {
        let sign = row.sign.plain
        let signs = sign.filter { !$0.isLetter && !$0.isNumber && !" .,".contains($0) }
        let isKnown =
          !Glossary.terms(named: sign).isEmpty
          || signs.allSatisfy { !Glossary.terms(named: String($0)).isEmpty }
        #expect(isKnown, "\(panel) draws '\(sign)': \(row.meaning)")
      }
    }
  }

  @Test func theWordsOfThePageComeFirst() throws {
    let tutor = try Tutor(lesson("line-fit")).pressing("w")
    let scene = try #require(tutor.model.scene as? GlossaryScene)
    let present = scene.terms.prefix(scene.presentCount).map(\.name)
    #expect(present.contains("weight") && present.contains("mean squared error"))
    #expect(present.contains("loss"), "the panel loss is on the screen")
    #expect(!present.contains("loss surface"), "the panel parabola is not")
    #expect(!present.contains("dropout"))
    #expect(Set(scene.terms).isSuperset(of: Glossary.all))
    #expect(scene.terms.count == Set(scene.terms).count)
  }

  @Test func theScreenShowsMeaningValueAndLesson() throws {
    var tutor = try Tutor(lesson("line-fit")).pressing("u", "w", "/")
    for character in "learning rate" { tutor.press(.character(character)) }
    let lines = tutor.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix(" Words  /learning rate"))
    #expect(lines[2].contains("▶ learning rate  η lr"))
    #expect(tutor.screen.contains("now: 0.4"))
    #expect(tutor.screen.contains("lesson: line-fit, page 'The rule'"))
  }

  /// A wide screen has what the words mean in its list, what is near the selected one, and the panel that shows it.
  @Test func aWideScreenShowsWhereAWordStands() throws {
    var tutor = try Tutor(lesson("line-fit"), size: Size(width: 140, height: 45))
      .pressing("u", "w", "/")
    for character in "loss" { tutor.press(.character(character)) }
    let loss = try #require(Glossary.term("loss"))
    let near = try #require(loss.related.compactMap(Glossary.term).first)
    #expect(tutor.screen.contains("\(near.name): \(near.shortMeaning.prefix(30))"))
    #expect(tutor.screen.contains("─ loss: half mean") || tutor.screen.contains("─ loss: mean"))
    #expect(!tutor.resized(80, 24).screen.contains("─ loss: "))
  }

  @Test func closingReturnsToTheSameNumbers() throws {
    var tutor = try Tutor(lesson("line-fit")).pressing("u", "u")
    let before = tutor.screen
    tutor.press("w", "j", "j", "/", "z", "q", .escape)
    #expect(tutor.model.scene is GlossaryScene, "the first Esc ends the search")
    tutor.press(.escape)
    #expect(tutor.screen == before)
  }

  /// What a run has come to could answer an open question.
  @Test func aValueWaitsForTheGuess() throws {
    var tutor = try Tutor(lesson("line-fit")).pressing("u", .right, "w", "/")
    for character in "loss" { tutor.press(.character(character)) }
    #expect(tutor.model.isGuessing)
    #expect(tutor.screen.contains("known once you have committed a guess"))
    tutor.press(.enter, .escape, .right, .right, "w", "/")
    for character in "loss" { tutor.press(.character(character)) }
    #expect(tutor.screen.contains("now: 0.2592"))
  }

  @Test(arguments: [
    Size(width: 20, height: 6), Size(width: 40, height: 12), Size(width: 200, height: 60),
  ])
  func everyTermCanBeRead(size: Size) throws {
    var tutor = try Tutor(Samples.xor, size: size).pressing("w")
    let scene = try #require(tutor.model.scene as? GlossaryScene)
    for term in scene.terms {
      #expect(tutor.screen.contains("▶ \(term.name.prefix(4))"), "\(term) at \(size)")
      tutor.press("j")
    }
  }

  @Test func onTheListOfLessonsThereIsNoRun() throws {
    var tutor = try Tutor(lesson("line-fit")).pressing("i", "w")
    #expect(tutor.screen.contains("Esc returns to Lessons"))
    tutor.press(.escape, .escape)
    #expect(tutor.model.scene is LessonScene)
  }

  /// Lines name the words of a screen only where it has some.
  @Test func aScreenWithoutWordsNamesNone() throws {
    let model = try Tutor(lesson("line-fit")).model
    for count in 0...1 {
      let scene = GlossaryScene(Glossary.all, presentCount: count, beneath: "Finished")
      let isNamed = scene.words(model).contains { $0.hasPrefix("Words of this screen: ") }
      #expect(isNamed == (count > 0))
    }
  }
}
