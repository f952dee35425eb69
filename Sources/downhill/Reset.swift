import ArgumentParser
import Experiments
import Lessons
import Platform

/// The command reset: forgets what the learner has done, after asking.
struct Reset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Forget how far you are, in one lesson or in all; it asks first.")

  @OptionGroup var place: LessonsOption

  @Argument(
    help: "The lesson's name or number; without it all lessons are meant.", completion: .lessons)
  var name: String?

  @Flag(help: "Do not ask.")
  var yes = false

  func run() throws {
    var file = ProgressFile(environment: ProcessInfo.processInfo.environment)
    let (progress, note) = file.load()
    if let note { return try fail(note) }
    let lessons = try chosen(among: progress.touched)
    guard !lessons.isEmpty else { return Output.write("There is nothing to forget.\n") }
    guard try yes || isMeant(lessons) else { return Output.write("Nothing was changed.\n") }
    if let problem = file.forget(lessons) { return try fail(problem) }
    Output.write("Forgotten: \(lessons.sorted().joined(separator: ", ")).\n")
  }

  /// The lessons meant that have something to forget; one that is no longer at hand goes by its name.
  private func chosen(among touched: Set<String>) throws -> Set<String> {
    guard let name else { return touched }
    if touched.contains(name) { return [name] }
    let library = try place.library()
    let lesson = try reporting { try library.lesson(named: name) }
    return touched.intersection([lesson.id])
  }

  /// Asks, and takes "y" or "yes" for a yes; the end of the input is a no.
  private func isMeant(_ lessons: Set<String>) throws -> Bool {
    let count = lessons.count == 1 ? "one lesson" : "\(lessons.count) lessons"
    let names = SafeText.visible(lessons.sorted().joined(separator: ", "))
    Output.hint("Forget what you have done in \(count)? \(names) [y/N] ")
    return ["y", "yes"].contains((readLine() ?? "").lowercased())
  }

  private func fail(_ sentence: String) throws {
    Output.warn(sentence)
    throw ExitCode.failure
  }
}
