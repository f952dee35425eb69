import ArgumentParser
import Experiments
import Lessons
import NeuralNetwork
import Platform
import TutorApp

/// The program: bare, it opens the list of lessons or goes on with the one left unfinished.
@main
struct Downhill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "downhill",
    abstract: "Learn how neural networks learn, one keypress at a time.",
    discussion:
      "Without a command it opens the list of lessons, or goes on with the one left unfinished.",
    version: Version.text,
    subcommands: [
      Learn.self, ListLessons.self, Play.self, Train.self, Sweep.self, Merge.self, RateRange.self,
      Surface.self,
      PerceptronRule.self, GlossaryCommand.self, New.self, Check.self, Schema.self, Config.self,
      Picture.self, Record.self, Export.self, Predict.self, Grade.self, Reset.self, Review.self,
      Doctor.self,
      Help.self,
    ])

  @OptionGroup var place: LessonsOption
  @OptionGroup var screen: ScreenOptions

  static func main() {
    // A reader that has gone away is no reason to die by a signal; writing reports it.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot(
        FirstWord.understood(Array(RunningProgram.arguments.dropFirst())))
      if !(command is Doctor) { warnOfKernels() }
      try command.run()
    } catch { end(error) }
  }

  /// A choice that counts for nothing is spoken of; the doctor says it itself.
  private static func warnOfKernels() {
    let choice = ProcessInfo.processInfo.environment["DOWNHILL_KERNELS"]
    KernelVariant.problem(ofChoice: choice).map { Output.warn(SafeText.visible($0)) }
  }

  func run() throws {
    try openTutor(.whereItWasLeft(try place.library()), screen)
  }
}

/// The folder of lessons, which `--lessons` names before a command or behind it.
struct LessonsFolder: ParsableArguments {
  @Option(
    name: .customLong("lessons"), help: "The folder of lessons, in place of the program's own.",
    completion: .directory)
  var folder: String?

  /// The folder that is named, by the option or in the environment, or the program's own; nil where there is none.
  var found: String? {
    try? LessonLibrary.folder(given: folder, environment: ProcessInfo.processInfo.environment)
  }
}

/// Where the lessons are.
struct LessonsOption: ParsableArguments {
  @OptionGroup var place: LessonsFolder

  @Option(help: "The language of lessons that are translated, such as de or fr; else LANG says it.")
  var language: String?

  /// The folder that is named.
  var folder: String? {
    get { place.folder }
    set { place.folder = newValue }
  }

  /// The language in force; nil for the original.
  private var chosenLanguage: String? {
    language ?? LessonName.language(of: ProcessInfo.processInfo.environment)
  }

  init() {}

  /// The lessons of a folder, or those that the program finds.
  init(in folder: String?) {
    place = LessonsFolder()
    place.folder = folder
    language = nil
  }

  func validate() throws {
    if let language, !LessonName.isLanguage(language) {
      throw ValidationError("--language takes two small letters, such as de or fr.")
    }
  }

  /// The lessons at hand, where nothing is wrong with their folder.
  var libraryIfAny: LessonLibrary? {
    let environment = ProcessInfo.processInfo.environment
    guard let folder = try? LessonLibrary.folder(given: folder, environment: environment) else {
      return nil
    }
    return try? LessonLibrary(
      folder: folder, panels: Panel.names, language: chosenLanguage)
  }

  /// The lessons at hand; a language that none of them has is spoken of.
  func library() throws -> LessonLibrary {
    let library = try reporting {
      let environment = ProcessInfo.processInfo.environment
      return try LessonLibrary(
        folder: LessonLibrary.folder(given: folder, environment: environment),
        panels: Panel.names, language: chosenLanguage)
    }
    if let language, !library.languages.contains(language) {
      let others = library.languages.joined(separator: ", ")
      Output.warn(
        "No lesson is translated into '\(language)', so the originals are shown."
          + (others.isEmpty ? "" : " There are translations into \(others)."))
    }
    return library
  }
}
