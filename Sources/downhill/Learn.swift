import ArgumentParser
import Lessons

/// The command learn: one lesson.
struct Learn: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Open a lesson.")

  @OptionGroup var place: LessonsOption
  @OptionGroup var screen: ScreenOptions

  @Argument(help: "The lesson's name or number, as 'downhill lessons' lists them.")
  var name: String

  func run() throws {
    let library = try place.library()
    let lesson = try reporting { try library.lesson(named: name) }
    try openTutor(.lesson(lesson, of: library), screen)
  }
}
