import ArgumentParser
import Experiments
import Lessons
import NcursesTerminal
import NeuralNetwork
import Platform
import TerminalCanvas
import TutorApp
import Workbench

/// What the tutor opens with.
enum TutorOpening {
  /// The lesson left unfinished, or the list.
  case whereItWasLeft(LessonLibrary)
  case list(LessonLibrary)
  /// The questions that are due.
  case review(LessonLibrary)
  /// A lesson at a page from 1, or where it was left.
  case lesson(Lesson, of: LessonLibrary, page: Int?)
  /// An experiment, and the panels that show it best.
  case experiment(ExperimentFile, name: String, panels: [String])
  /// A run with its changes, where it stands.
  case session(Session)
  /// The examples to begin with.
  case gallery
}

/// How the tutor shows itself.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Lines of text in place of a screen: for a screen reader or a simple terminal.")
  var plain = false

  @Option(help: "The characters to draw with: braille, block or ascii.")
  var glyphs: GlyphSet?

  @Option(help: "Colors: auto, never or always. NO_COLOR counts as never.")
  var color = ColorMode.auto

  @Option(
    help: "Colors for a dark or a light background: dark, light, or auto, which asks the terminal.")
  var theme = ThemeChoice.auto
}

extension GlyphSet: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}
extension ThemeChoice: ExpressibleByArgument {}

/// What holds for one session in a lesson.
struct SessionRules {
  /// Whether a teacher shows it, and nothing is kept.
  var isTeaching = false
  /// Whether solutions are withheld, and hints until something was tried.
  var isStrict = false
  /// Where the session is written down.
  var transcript: TranscriptFile?
}

/// Opens the tutor on the terminal, or as plain lines.
///
/// `library` finds the lessons for an opening that came without them, `watch` looks after a lesson that is being written.
func openTutor(
  _ opening: TutorOpening, _ options: ScreenOptions, library: @escaping () -> [Lesson] = { [] },
  watch: LessonWatch? = nil, session: SessionRules = SessionRules()
) throws {
  UserFolder.state.removeLeftovers(environment: ProcessInfo.processInfo.environment)
  var file = ProgressFile(environment: ProcessInfo.processInfo.environment)
  let (progress, note) = file.load()
  let path = Configuration.path(environment: ProcessInfo.processInfo.environment)
  let configuration = try reporting { try Configuration.load(path) }
  var model = try firstModel(for: opening, progress)
  let lost = model.notice
  model.configure(configuration)
  model.programName =
    "\(Int(Date().timeIntervalSince1970))-\(ProcessInfo.processInfo.processIdentifier)"
  model.today = Today.number
  if case .review = opening { _ = model.beginReview() }
  model.notice = note ?? model.notice
  model.isStrict = session.isStrict
  if session.isTeaching { model.beginTeaching() }
  if session.transcript != nil { model.beginTranscript() }
  let transcribe = { (text: String) in session.transcript?.write(text) ?? () }
  defer { session.transcript?.problem.map(Output.warn) }
  var problem: String?
  let sessions = SessionKeeper(SessionFolder(environment: ProcessInfo.processInfo.environment))
  defer { sessions.finish() }
  let keep = { (kept: SessionMaker) in
    session.isTeaching ? nil : sessions.keep(kept)
  }
  let save = { (progress: Lessons.LearnerProgress) -> String? in
    if !session.isTeaching { problem = file.save(progress) }
    return problem
  }
  guard !options.plain, !isAccessible else {
    for sentence in [note, lost].compactMap({ $0 }) { Output.warn(sentence) }
    openPlainTutor(
      model, library: library, save: save, keep: keep, transcribe: transcribe)
    problem.map(Output.warn)
    return
  }
  let ending = try playOnScreen(
    model, options, configuration, library: library, save: save, keep: keep, watch: watch,
    transcribe: transcribe)
  sessions.finish()
  // What was said on the first screen stays in the terminal.
  for sentence in [note, problem].compactMap({ $0 }) { Output.warn(sentence) }
  switch ending {
  case .quit: return
  case .signaled(let signal): NcursesScreen.end(bySignal: signal)
  case .hungUp: NcursesScreen.end(bySignal: nil)
  }
}

/// Whether the learner's environment asks for lines of text.
private var isAccessible: Bool {
  !(ProcessInfo.processInfo.environment["ACCESSIBLE"] ?? "").isEmpty
}

/// The program's first state, before it knows its screen.
func firstModel(for opening: TutorOpening, _ progress: Lessons.LearnerProgress) throws -> Model {
  switch opening {
  case .whereItWasLeft(let library):
    let unfinished = progress.current.flatMap { try? library.lesson(named: $0) }
    return try firstModel(
      for: unfinished.map { .lesson($0, of: library, page: nil) } ?? .list(library), progress)
  case .list(let library), .review(let library):
    let first = try reporting { try library.first() }
    return Model(
      library: library.lessons, progress: progress, scene: HomeScene(),
      workspace: first.workspace)
  case .lesson(let lesson, let library, let page):
    let left = LessonScene(lesson: lesson, progress: progress)
    let place = page.map { left.moved(to: $0 - 1) } ?? left
    return Model(
      library: library.lessons, progress: progress, scene: place,
      workspace: lesson.workspace)
  case .experiment(let file, let name, let panels):
    let workspace = try reporting { try Workspace(file, panels: panels) }
    return Model(
      library: [], progress: progress, scene: PlaygroundScene(name: name), workspace: workspace)
  case .session(let session):
    let workspace = try reporting { try session.beginning() }
    return Model(
      library: [], progress: progress, scene: PlaygroundScene(restoring: session),
      workspace: workspace)
  case .gallery:
    let first = try reporting { try Preset.all[0].file() }
    let workspace = try reporting { try Workspace(first) }
    let (sessions, notes) = SessionFolder(environment: ProcessInfo.processInfo.environment).load()
    var model = Model(
      library: [], progress: progress, scene: GalleryScene(), workspace: workspace)
    model.sessions = sessions
    model.notice = notes.isEmpty ? nil : notes.joined(separator: " ")
    return model
  }
}

private func openPlainTutor(
  _ model: Model, library: @escaping () -> [Lesson],
  save: @escaping (Lessons.LearnerProgress) -> String?,
  keep: @escaping (SessionMaker) -> String?,
  transcribe: @escaping (String) -> Void
) {
  var tutor = PlainTutor(
    model, write: { Output.write($0 + "\n") }, library: library, save: save,
    keep: keep, transcribe: transcribe, waiting: Interrupt.ending)
  Interrupt.listen()
  tutor.run { readLine() }
}

/// Plays until the learner or a signal ends it, and leaves the terminal as it was.
private func playOnScreen(
  _ model: Model, _ options: ScreenOptions, _ configuration: Configuration,
  library: @escaping () -> [Lesson],
  save: @escaping (Lessons.LearnerProgress) -> String?,
  keep: @escaping (SessionMaker) -> String?,
  watch: LessonWatch?, transcribe: @escaping (String) -> Void
) throws -> Program.Ending {
  let screen = try open(options, configuration)
  var model = model
  model.glyphs = options.glyphs ?? configuration.glyphs ?? screen.preferredGlyphs
  model.showsTones = screen.showsTones
  model.notice = model.notice ?? screen.notice
  var program = Program(
    model, on: screen, library: library, save: save, keep: keep, watch: watch,
    transcribe: transcribe)
  let ending = program.run()
  screen.close()
  if ending == .quit { program.farewell.forEach { Output.write($0 + "\n") } }
  return ending
}

/// The terminal, or a sentence with a way on.
private func open(_ options: ScreenOptions, _ configuration: Configuration) throws -> NcursesScreen
{
  do {
    return try NcursesScreen(
      options: TerminalOptions(
        color: options.color,
        theme: options.theme == .auto
          ? ThemeChoice(rawValue: configuration.theme) ?? .auto : options.theme,
        unicode: (options.glyphs ?? configuration.glyphs).map { $0 != .ascii }))
  } catch {
    Output.warn(
      "\(error)\n'downhill --plain' teaches in lines of text, 'downhill lessons' lists the lessons, "
        + "'downhill train FILE' trains without a screen.")
    throw ExitCode.failure
  }
}
