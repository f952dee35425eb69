import ArgumentParser
import Experiments
import Lessons
import Platform

/// The command lessons: a plain list.
struct ListLessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons", abstract: "List the lessons and how far you are.")

  @OptionGroup var place: LessonsOption

  func run() throws {
    let library = try place.library()
    var file = ProgressFile(environment: ProcessInfo.processInfo.environment)
    let (progress, note) = file.load()
    let width = library.lessons.map(\.id.count).max() ?? 0
    for lesson in library.lessons {
      Output.write(Self.line(lesson, progress, width: width) + "\n")
    }
    note.map(Output.warn)
    library.problems.forEach { Output.warn($0.description) }
    if !library.problems.isEmpty { throw ExitCode.failure }
  }

  private static func line(_ lesson: Lesson, _ progress: Lessons.LearnerProgress, width: Int)
    -> String
  {
    let name = lesson.id.padded(to: width)
    let number = lesson.number < 10 ? " \(lesson.number)" : "\(lesson.number)"
    return "\(number)  \(name)  \(lesson.title) (\(state(lesson, progress)))"
  }

  private static func state(_ lesson: Lesson, _ progress: Lessons.LearnerProgress) -> String {
    if progress.isFinished(lesson.id) { return "done" }
    let page = progress.resumingPage(of: lesson)
    return page > 0 ? "at page \(page + 1) of \(lesson.pageCount)" : "\(lesson.minutes) min"
  }
}
