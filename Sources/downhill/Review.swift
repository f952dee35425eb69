import ArgumentParser
import Lessons
import Platform
import TutorApp

/// The command review: the questions that were missed or passed, when their day has come.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Answer again what you missed or passed, spaced over days.",
    discussion: """
      A question that was not right at once comes back the next day, then after 3 days, 7 and 21, as long as it is right \
      at once; a miss begins anew. In the list of lessons, x asks before the day.
      """)

  @OptionGroup var place: LessonsOption
  @OptionGroup var screen: ScreenOptions

  func run() throws {
    let library = try place.library()
    var file = ProgressFile(environment: ProcessInfo.processInfo.environment)
    let (progress, note) = file.load()
    var model = try firstModel(for: .list(library), progress)
    model.today = Today.number
    guard model.questionsDue.isEmpty else { return try openTutor(.review(library), screen) }
    note.map(Output.warn)
    Output.write(
      "Nothing is due today. "
        + (model.reviewSentence ?? "What you miss or pass in a lesson comes back here.") + "\n")
  }
}
