import Experiments
import Foundation
import Lessons
import TestProject
import Testing

@Suite struct LessonLibraryTests {
  private func folder(_ files: [String: String]) throws -> String {
    let folder = try TestProject.temporaryFolder()
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    return folder
  }

  @Test func keepsTheOrderOfNumbers() throws {
    let folder = try folder([
      "10-late.md": Samples.lesson, "02-early.md": Samples.lesson, "notes.txt": "x",
    ])
    let library = try LessonLibrary(folder: folder)
    #expect(library.lessons.map(\.id) == ["early", "late"] && library.problems.isEmpty)
    #expect(try library.lesson(named: "late").number == 10)
    #expect(try library.lesson(named: "2").id == "early")
    let error = #expect(throws: Diagnostic.self) { try library.lesson(named: "earli") }
    #expect(error?.message == "There is no lesson called 'earli'. Did you mean 'early'?")
  }

  /// A name, a number, a file in whatever folder, a beginning: of several the first.
  @Test(arguments: [
    "two-neurons", "04", "04-two-neurons", "lessons/04-two-neurons.md", "two", "Two", "two-n",
  ])
  func aLessonIsCalledInManyWays(_ name: String) throws {
    let folder = try folder([
      "04-two-neurons.md": Samples.lesson, "05-two-by-two.md": Samples.lesson,
    ])
    let library = try LessonLibrary(folder: folder)
    #expect(try library.lesson(named: name).number == 4)
    #expect(try library.lesson(named: "two-b").number == 5)
    #expect(throws: Diagnostic.self) { try library.lesson(named: "") }
    #expect(throws: Diagnostic.self) { try library.lesson(named: "t") }
    let few = try LessonLibrary(folder: self.folder(["04-two-neurons.md": Samples.lesson]))
    #expect(try few.lesson(named: "t").number == 4)
  }

  @Test func aBrokenLessonLeavesTheOthers() throws {
    let folder = try folder([
      "01-good.md": Samples.lesson, "02-bad.md": "nothing", "03-good.md": Samples.lesson,
    ])
    let library = try LessonLibrary(folder: folder)
    #expect(library.lessons.map(\.id) == ["good"])
    #expect(library.problems.count == 2)
  }

  /// Pages are read when they are asked for; faults in them are said then, and in place of them.
  @Test func aLessonWithFaultyPagesSaysSo() throws {
    let faulty = Samples.lesson + "\n```do\ngoo: update+1\n```\n"
    let folder = try folder(["01-good.md": Samples.lesson, "02-bad.md": faulty])
    let library = try LessonLibrary(folder: folder)
    #expect(library.lessons.map(\.id) == ["good", "bad"])
    #expect(library.lessons[0].pageCount == library.lessons[0].pages.count)
    #expect(library.lessons[1].pages.map(\.title) == ["This lesson cannot be read"])
    #expect(library.problems.count == 1 && library.problems == library.lessons[1].problems)
  }

  /// The list shows what it can: no run of a lesson is made before somebody asks for it.
  @Test func aLessonWithAFaultyExperimentSaysSo() throws {
    let faulty = Samples.lesson.replacing("learning_rate:", with: "learning_pace:")
    let library = try LessonLibrary(
      folder: try folder(["01-good.md": Samples.lesson, "02-bad.md": faulty]))
    let bad = try library.lesson(named: "bad")
    #expect(bad.title == library.lessons[0].title && bad.minutes == 7)
    #expect(bad.pages.map(\.title) == ["This lesson cannot be read"] && bad.pageCount == 1)
    #expect(library.problems == bad.problems && !bad.problems.isEmpty)
  }

  /// Pages are counted as they are read.
  @Test func pagesAreCountedWithoutBeingRead() throws {
    let folder = TestProject.root.appending(path: "lessons").path
    for lesson in try LessonLibrary(folder: folder).lessons {
      #expect(lesson.pageCount == lesson.pages.count, "\(lesson.id)")
    }
  }

  @Test func anEmptyOrMissingFolderIsSaid() throws {
    #expect(throws: Diagnostic.self) { try LessonLibrary(folder: try folder([:])) }
    #expect(throws: Diagnostic.self) { try LessonLibrary(folder: "/nowhere") }
  }

  @Test func looksInOnePlaceAfterTheOther() throws {
    let program = try TestProject.temporaryFolder() + "/bin"
    let places = [
      "\(program)/downhill_Lessons.resources/lessons", "\(program)/../share/downhill/lessons",
    ]
    #expect(throws: Diagnostic.self) {
      try LessonLibrary.folder(given: nil, environment: [:], programFolder: program)
    }
    for place in places.reversed() {
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      #expect(
        try LessonLibrary.folder(given: nil, environment: [:], programFolder: program) == place)
    }
    let environment = ["DOWNHILL_LESSONS": "/e"]
    #expect(
      try LessonLibrary.folder(given: nil, environment: environment, programFolder: program) == "/e"
    )
    #expect(
      try LessonLibrary.folder(given: "/g", environment: environment, programFolder: program)
        == "/g")
  }

  @Test func neededLessonsMustLieBesideIt() throws {
    let early = Samples.lesson.replacing(
      "minutes: 7",
      with:
        "keep: [One., Two., Three.]\nwords: {weight: A factor., update: A step., loss: How far off it is., learning rate: How far.}"
    )
    let needing = early.replacing("words:", with: "needs: [earli]\nwords:")
    let folder = try folder(["01-early.md": early, "02-late.md": needing])
    #expect(FileCheck.problems(path: folder + "/01-early.md") == [])
    #expect(
      FileCheck.problems(path: folder + "/02-late.md").first?.message
        == "There is no lesson called 'earli' beside this one. Did you mean 'early'?")
  }
}
