import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What readers see says words, not the names that files have.
@Suite struct ReaderWordsTests {
  @Test func lossesHaveShortTitles() {
    let titles = Loss.all.map(\.shortTitle)
    #expect(Set(titles).count == titles.count)
    #expect(Loss.halfMeanSquaredError.shortTitle == "half MSE")
    #expect(Loss.binaryCrossEntropy.shortTitle == "BCE" && Loss.huber.shortTitle == "Huber")
  }

  /// The condition of a survey is said in the title of its panel, where a screen of 80 columns has room for it.
  @Test func surveysSayTheirConditionInWords() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "xor" })
    let tutor = try Tutor(lesson, page: 8)
    #expect(Panel.survey.title(in: tutor.model) == "survey of 500 runs: all right")
    #expect(Panel.survey.words(tutor.model)[0].hasPrefix("Survey, all right: 24 %"))
  }

  /// Where data have classes the status says how many are right, once no question is open.
  @Test func theStatusSaysHowManyAreRight() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "xor" })
    for page in lesson.pages.indices {
      let model = try Tutor(lesson, page: page).model
      let isSaid = statusWords(model).contains(", right ")
      #expect(isSaid != model.isGuessing || model.isAhead, "page \(page + 1)")
    }
    let line = try #require(try Samples.lessons().first { $0.id == "line-fit" })
    #expect(!statusWords(try Tutor(line).model).contains("right"))
  }
}
