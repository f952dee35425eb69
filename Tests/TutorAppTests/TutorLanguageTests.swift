import Foundation
import Lessons
import TerminalCanvas
import TestProject
import Testing
import Workbench

@testable import TutorApp

/// The tutor's own sentences inside of a translated lesson.
@Suite struct TutorLanguageTests {
  /// Every language has its words for every sentence, with as many places for what comes in.
  @Test(arguments: TutorLanguage.all.map(\.code)) func aLanguageIsComplete(code: String) throws {
    let language = try #require(TutorLanguage.all.first { $0.code == code })
    for sentence in TutorSentence.allCases {
      let words = try #require(language.sentences[sentence], "\(code): '\(sentence.rawValue)'")
      #expect(words.count { $0 == "#" } == sentence.rawValue.count { $0 == "#" }, "\(words)")
      #expect(words != sentence.rawValue || sentence == .page)
    }
  }

  @Test func whatComesInStandsInItsPlace() {
    #expect(TutorLanguage.german(.page, "3", "14") == "Seite 3 von 14")
    #expect(TutorLanguage(of: nil)(.hintsLeft, "2") == "h gives a hint (2 left)")
  }

  /// Of translated lessons every page, answered wrongly, passed or with its hints, has none of the English sentences.
  @Test(arguments: TutorLanguage.all.map(\.code)) func pagesAreOfOneLanguage(code: String) throws {
    let library = try LessonLibrary(
      folder: TestProject.root.appending(path: "lessons").path, panels: Panel.names, language: code)
    let lesson = try library.lesson(named: "line-fit")
    let english = TutorSentence.allCases.map(\.rawValue).flatMap { $0.split(separator: "#") }
      .filter { $0.count > 6 }
    for page in lesson.pages.indices {
      #expect(lesson.pages[page].language == code)
      var tutor = try Tutor(lesson, page: page)
      for keys in [["h"], ["a", .enter], ["u"], ["1", .enter]] as [[Key]] {
        for key in keys { tutor.press(key) }
        let lines = LessonText.lines(tutor.model, width: 400).map(\.plain)
        for line in lines {
          for words in english { #expect(!line.contains(words), "\(line)") }
        }
      }
    }
  }
}
