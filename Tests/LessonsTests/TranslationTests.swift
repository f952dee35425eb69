import Experiments
import Foundation
import TestProject
import Testing
import Workbench

@testable import Lessons

/// Lessons in other languages, beside their originals.
@Suite struct TranslationTests {
  private static let folder = TestProject.root.appending(path: "lessons").path
  private static let files =
    ((try? Folder.files(in: folder)) ?? []).filter { LessonName(file: $0)?.language != nil }

  private static func problems(_ file: String, replacing old: String = "", with new: String = "")
    throws -> [String]
  {
    let original = try SourceText(path: "\(folder)/\(LessonName(file: file)?.original ?? "")")
    let text = try SourceText(path: "\(folder)/\(file)").text
    #expect(old.isEmpty || text.contains(old), "\(file) has no \(old)")
    let source = SourceText(name: file, text: old.isEmpty ? text : text.replacing(old, with: new))
    return TranslationCheck(
      original: try LessonParser.parse(original), originalSource: original,
      translation: try LessonParser.parse(source), source: source
    ).problems.map(\.message)
  }

  @Test func oneLessonIsThereInGermanAndFrench() {
    #expect(Set(Self.files).isSuperset(of: ["01-line-fit.de.md", "01-line-fit.fr.md"]))
  }

  @Test(arguments: files) func aTranslationSaysTheSame(file: String) throws {
    #expect(try Self.problems(file) == [])
  }

  @Test(arguments: [
    ("minutes: 12", "minutes: 13", "'minutes' must be as in 01-line-fit.md"),
    ("panels: [data, loss]\n---", "---", "'panels'"),
    ("- go: update 3\n", "- go: update 5\n", "The blocks 'do' and 'solution'"),
    ("reach: update >= 1", "reach: update >= 2", "'reach'"),
    ("tolerance: 0.004", "tolerance: 0.005", "'tolerance'"),
    ("answer: 0.75", "answer: 0.76", "The kind and the answer of the question"),
    ("von 2 auf {{loss}}", "von 2 auf 0.72", "The {{numbers}} in the text"),
    ("{{w:1}}", "{{w:2}}", "The {{numbers}} in the text"),
    ("3 − 0.4 · 1 = 2.6", "4 − 0.4 · 1 = 2.6", "The text of this page has 4 for 3: its numbers"),
  ])
  func aDifferenceInMoreThanWordsIsFound(_ old: String, _ new: String, _ what: String) throws {
    let problems = try Self.problems("01-line-fit.de.md", replacing: old, with: new)
    #expect(
      problems.contains { $0.contains(what) && $0.contains("only words may differ") }, "\(problems)"
    )
  }

  @Test func aMissingPageIsFound() throws {
    let text = try SourceText(path: "\(Self.folder)/01-line-fit.de.md").text
    let end = try #require(text.firstRange(of: "## Zentimeter"))
    let problems = try Self.problems(
      "01-line-fit.de.md", replacing: String(text[end.lowerBound...]), with: "")
    #expect(problems == ["The original has 14 pages, this has 13."])
  }

  @Test func theLanguageChoosesWhatStandsInALessonsPlace() throws {
    let original = try LessonLibrary(folder: Self.folder)
    let german = try LessonLibrary(folder: Self.folder, language: "de")
    let unknown = try LessonLibrary(folder: Self.folder, language: "xx")
    #expect(german.problems.isEmpty)
    #expect(original.lessons.map(\.id) == german.lessons.map(\.id))
    #expect(german.lessons[0].title == "Eine Gerade anpassen")
    #expect(original.lessons[0].title == "Fit a line")
    #expect(german.lessons[1].title == original.lessons[1].title, "what has no translation stays")
    #expect(unknown.lessons.map(\.title) == original.lessons.map(\.title))
  }

  @Test func numbersKeepThePoint() throws {
    let lesson = try LessonLibrary(folder: Self.folder, language: "de").lessons[0]
    var workspace = lesson.workspace
    for page in lesson.pages.prefix(2) {
      for step in page.actions.flatMap(\.steps) { try workspace.perform(step) }
    }
    let texts = lesson.pages[1].blocks.flatMap(\.texts).map { $0.plainText(on: workspace) }
    #expect(texts.contains { $0.hasPrefix("Ein Update brachte w von 0 auf 0.8, ") }, "\(texts)")
  }

  @Test(arguments: [
    (["LANG": "de_DE.UTF-8"], "de"), (["LANG": "C"], nil), (["LANG": "C.UTF-8"], nil), ([:], nil),
    (["LANG": "en_US", "LC_ALL": "fr_FR"], "fr"), (["LANG": "de", "LC_ALL": ""], "de"),
    (["LANG": "\u{1B}[2J"], nil),
  ])
  func theEnvironmentSaysTheLanguage(_ environment: [String: String], _ language: String?) {
    #expect(LessonName.language(of: environment) == language)
  }

  @Test(arguments: [
    ("01-line-fit.de.md", "de"), ("01-line-fit.md", nil), ("01-line-fit.deu.md", "none"),
    ("01-line-fit.DE.md", "none"), ("01-line-fit..md", "none"), ("01-a.de.fr.md", "none"),
  ])
  func aFilesNameHasALanguage(_ file: String, _ language: String?) {
    #expect((LessonName(file: file).map { $0.language } ?? "none") == language)
  }

  // MARK: For authors

  /// Every lesson that the guides show in full holds.
  @Test(arguments: ["docs/reference/lesson-format.md", "lessons/README.md"])
  func whatTheGuideShowsHolds(guide: String) throws {
    let text = try String(contentsOf: TestProject.root.appending(path: guide), encoding: .utf8)
    let lessons = text.components(separatedBy: "````markdown\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n````").first
    }
    #expect(!lessons.isEmpty, "\(guide) shows no lesson")
    for lesson in lessons {
      #expect(try Self.problems(inLesson: lesson) == [], "\(guide)")
    }
  }

  @Test func whatALessonBeginsAsHolds() throws {
    #expect(try Self.problems(inLesson: LessonTemplate.text(title: "Two steps")) == [])
  }

  /// What the check says of a lesson beside the first of the course.
  private static func problems(inLesson text: String) throws -> [Diagnostic] {
    let place = try TestProject.temporaryFolder()
    try FileManager.default.copyItem(
      atPath: "\(folder)/01-line-fit.md", toPath: "\(place)/01-line-fit.md")
    try Data((text + "\n").utf8).write(to: URL(filePath: "\(place)/02-mine.md"))
    return FileCheck.problems(path: "\(place)/02-mine.md")
  }
}
