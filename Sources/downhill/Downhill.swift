import ArgumentParser
import Foundation
import Lessons
import TutorApp

/// The program: bare, it opens the list of lessons or goes on with the one left unfinished.
@main
struct Downhill: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Learn how neural networks learn, one keypress at a time.",
    discussion:
      "Without a command it opens the list of lessons, or goes on with the one left unfinished.",
    version: "0.1.0",
    subcommands: [
      Learn.self, ListLessons.self, Play.self, Train.self, Sweep.self, RateRange.self, Surface.self,
      PerceptronRule.self, GlossaryCommand.self, Check.self, Schema.self, Config.self, Picture.self,
      Record.self, Export.self,
    ])

  @OptionGroup var place: LessonsOption
  @OptionGroup var screen: ScreenOptions

  static func main() {
    // A reader that has gone away is no reason to die by a signal; writing reports it.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot(FirstWord.understood(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch { end(error) }
  }

  func run() throws {
    try openTutor(.whereItWasLeft(try place.library()), screen)
  }
}

/// Where the lessons are.
struct LessonsOption: ParsableArguments {
  init() {}

  @Option(
    name: .customLong("lessons"), help: "The folder of lessons, in place of the program's own.")
  var folder: String?

  /// The lessons at hand, where nothing is wrong with their folder.
  var libraryIfAny: LessonLibrary? {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = try? LessonLibrary.folder(given: folder, environment: environment) else {
      return nil
    }
    return try? LessonLibrary(folder: folder, panels: Panel.names)
  }

  /// The lessons at hand.
  func library() throws -> LessonLibrary {
    try reporting {
      let environment = ProcessInfo.processInfo.environment
      return try LessonLibrary(
        folder: LessonLibrary.folder(given: folder, environment: environment),
        panels: Panel.names)
    }
  }
}
