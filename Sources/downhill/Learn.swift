import ArgumentParser
import Experiments
import Lessons
import Platform

/// The command learn: one lesson, or the list of all.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Open a lesson.",
    discussion: "Without a name it opens the list of lessons.")

  @OptionGroup var place: LessonsOption
  @OptionGroup var screen: ScreenOptions

  @Argument(
    help:
      "The lesson's name, its beginning, its number or its file, as 'downhill lessons' lists them.",
    completion: .lessons)
  var name: String?

  @Option(name: .customLong("at"), parsing: .unconditional, help: "The page to open, from 1.")
  var page: Int?

  @Flag(
    help: "Read the lesson's file again whenever it is saved, and stay at the page: for authors.")
  var watch = false

  @Option(
    help: ArgumentHelp(
      "Write down what is done and what comes of it, in a new file, for 'downhill grade'.",
      valueName: "file"), completion: .file())
  var transcript: String?

  @Option(
    help: ArgumentHelp(
      "Put a table of yours in the place of the lesson's data, after two questions about its columns: for 'capstone'.",
      valueName: "file"), completion: .file())
  var data: String?

  @Flag(help: "Show no solutions, and no hint before something was tried.")
  var strict = false

  @Flag(
    help:
      "For showing it to a class: nothing is kept, text is short, n tells an answer, + and - move both rates."
  )
  var teach = false

  func validate() throws {
    if teach, strict || transcript != nil {
      throw ValidationError("--teach keeps nothing: leave --strict and --transcript out.")
    }
    if name == nil, strict || transcript != nil {
      throw ValidationError("--transcript and --strict need a lesson's name.")
    }
    if data != nil, name == nil { throw ValidationError("--data needs a lesson's name.") }
    if data != nil, transcript != nil || watch {
      throw ValidationError(
        "--data is for a session of one's own: leave --transcript and --watch out.")
    }
    if transcript != nil, watch {
      throw ValidationError("A transcript is of one version: leave --watch or --transcript out.")
    }
    if watch, name?.hasSuffix(".md") != true {
      throw ValidationError("--watch needs a lesson's file, such as 01-my-lesson.md.")
    }
    if let page, page < 1 { throw ValidationError("Pages count from 1.") }
    if page != nil, name == nil { throw ValidationError("--at needs a lesson's name.") }
  }

  func run() throws {
    guard let name else {
      return try openTutor(
        .list(try place.library()), screen, session: SessionRules(isTeaching: teach))
    }
    let library = try library(of: name)
    var lesson = try lesson(name, in: library)
    let problems = lesson.problems
    if !problems.isEmpty { try reporting { throw Diagnostics(problems) } }
    try lesson.requirePage(page)
    if let data { lesson = try lesson.onTable(of: data) }
    // A transcript has all of a lesson, unless somebody wants it to begin elsewhere.
    let first = page ?? (transcript == nil ? nil : 1)
    try openTutor(
      .lesson(lesson, of: library, page: first), screen,
      watch: watch ? watchedLesson(file(of: lesson, name)) : nil,
      session: SessionRules(
        isTeaching: teach, isStrict: strict,
        transcript: transcript.map { try TranscriptFile($0) }))
  }

  /// The file whose text is shown: that of a translation, where the learner's language has one.
  private func file(of lesson: Lesson, _ name: String) -> String {
    let isOriginal =
      LessonName(file: String(name.split(separator: "/").last ?? ""))?.language == nil
    guard isOriginal, let language = lesson.pages.first?.language else { return name }
    return "\(name.dropLast(3)).\(language).md"
  }

  /// A lesson of the library; of a file that is not there this is said.
  private func lesson(_ name: String, in library: LessonLibrary) throws -> Lesson {
    try reporting {
      do { return try library.lesson(named: name) } catch {
        if name.hasSuffix(".md") { _ = try SourceText(path: name) }
        throw error
      }
    }
  }

  /// The lessons at hand, or those beside a file that is named.
  private func library(of name: String) throws -> LessonLibrary {
    var place = place
    if name.hasSuffix(".md"), FileManager.default.fileExists(atPath: name) {
      let folder = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      place.folder = folder.isEmpty ? "." : folder.joined(separator: "/")
      let file = String(name.split(separator: "/").last ?? "")
      place.language = LessonName(file: file)?.language ?? place.language
    }
    return try place.library()
  }
}

extension Lesson {
  /// The lesson on a table, once its columns are known.
  fileprivate func onTable(of path: String) throws -> Lesson {
    try reporting {
      guard takesTable else { return try onTable(path, target: "", inputs: []) }
      let (target, inputs) = try ColumnQuestions(path).ask()
      return try onTable(path, target: target, inputs: inputs)
    }
  }
}
