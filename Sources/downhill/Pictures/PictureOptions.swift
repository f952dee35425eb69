import ArgumentParser
import Experiments
import Lessons
import NcursesTerminal
import Platform
import TerminalCanvas
import TutorApp

/// What stands on a screen that is drawn without a terminal, and how it looks.
struct PictureOptions: ParsableArguments {
  @OptionGroup var lessons: LessonsOption

  @Argument(
    help: "An experiment in YAML or JSON, a table in CSV, a data set's name, or an example's name.")
  var file: InputFile?

  @Option(
    help: "A lesson in place of a file: its name, its beginning or its number.",
    completion: .lessons)
  var lesson: String?

  @Option(name: .customLong("at"), parsing: .unconditional, help: "The page of the lesson, from 1.")
  var page: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("Keys to press. \(KeyScript.help)"))
  var keys: KeyScript?

  @Option(help: "Columns and rows, such as 120x40.")
  var size = ScreenSize(120, 40)

  // The same as the program's own, which takes these options wherever they stand, and hands them on by their type.
  @OptionGroup var screen: ScreenOptions

  @Flag(name: .customLong("no-color"), help: "Draws as on a terminal without colors.")
  var isColorless = false

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "The file to write.",
    completion: .file())
  var output: String

  func validate() throws {
    if file != nil, lesson != nil { throw ValidationError("Give a file or a lesson, not both.") }
    if page != nil, lesson == nil { throw ValidationError("--at needs --lesson.") }
    if let page, page < 1 { throw ValidationError("Pages count from 1.") }
    if screen.plain { throw ValidationError("--plain has no screen to draw.") }
  }

  /// The program on what was asked for, nothing pressed yet.
  func rehearsal() throws -> Rehearsal {
    var model = try firstModel(for: opening(), Lessons.LearnerProgress())
    model.size = size.size
    model.glyphs = screen.glyphs ?? .braille
    model.showsTones = hasColors
    return Rehearsal(model) { lessons.libraryIfAny?.lessons ?? [] }
  }

  private func opening() throws -> TutorOpening {
    if let lesson {
      let library = try lessons.library()
      let lesson = try reporting { try library.lesson(named: lesson) }
      try lesson.requirePage(page)
      return .lesson(lesson, of: library, page: page)
    }
    guard let file else { return .list(try lessons.library()) }
    return try .playground(file)
  }

  private var hasColors: Bool { !isColorless && screen.color != .never }

  var colors: PictureColors {
    PictureColors(isLight: screen.theme == .light, hasColors: hasColors)
  }

  /// What it is of, in words.
  var title: String {
    lesson.map { "Downhill, lesson \($0)" } ?? file.map { "Downhill, \($0)" } ?? "Downhill"
  }

  /// Writes a text to the file, or to standard output for '-'.
  func write(_ text: String) throws {
    guard output != "-" else { return Output.plain(text) }
    try reporting {
      try OutputFile.reject(output, madeFrom: file.map { [$0.path] } ?? [])
      try OutputFile(name: output, text: text).write(replacing: true)
    }
  }
}
