import ArgumentParser
import Experiments
import Lessons
import NcursesTerminal
import Platform
import TerminalCanvas
import TutorApp

/// Opens the tutor on the terminal, or as plain lines.
///
/// `library` finds the lessons for an opening that came without them, `watch` looks after a lesson that is being written.
func openTutor(
  _ opening: TutorOpening, _ options: ScreenOptions, library: @escaping () -> [Lesson] = { [] },
  watch: LessonWatch? = nil, session: SessionRules = SessionRules()
) throws {
  let store = TutorStore(session)
  let configuration = try reporting {
    try Configuration.load(Configuration.path(environment: ProcessInfo.processInfo.environment))
  }
  var model = try firstModel(for: opening, store.progress)
  let lost = model.notice
  model.prepare(configuration)
  if case .review = opening { _ = model.beginReview() }
  model.notice = store.note ?? model.notice
  model.begin(under: session)
  defer { session.transcript?.problem.map(Output.warn) }
  defer { store.finish() }
  let services = store.services(library: library)
  guard !options.plain, !isAccessible else {
    for sentence in [store.note, lost].compactMap({ $0 }) { Output.warn(sentence) }
    openPlainTutor(model, options.glyphs ?? configuration.glyphs, services)
    store.problem.map(Output.warn)
    return
  }
  let ending = try playOnScreen(model, options, configuration, services, watch)
  store.finish()
  // What was said on the first screen stays in the terminal.
  for sentence in [store.note, store.problem].compactMap({ $0 }) { Output.warn(sentence) }
  switch ending {
  case .quit: return
  case .signaled(let signal): NcursesScreen.end(bySignal: signal)
  case .hungUp: NcursesScreen.end(bySignal: nil)
  }
}

extension Model {
  /// Takes over what the learner has configured, and what the system says of this session.
  fileprivate mutating func prepare(_ configuration: Configuration) {
    configure(configuration)
    programName =
      "\(Int(Date().timeIntervalSince1970))-\(ProcessInfo.processInfo.processIdentifier)"
    today = Today.number
  }

  fileprivate mutating func begin(under rules: SessionRules) {
    isStrict = rules.isStrict
    if rules.isTeaching { beginTeaching() }
    if rules.transcript != nil { beginTranscript() }
  }
}

/// Whether the learner's environment asks for lines of text.
private var isAccessible: Bool {
  !(ProcessInfo.processInfo.environment["ACCESSIBLE"] ?? "").isEmpty
}

private func openPlainTutor(_ model: Model, _ glyphs: GlyphSet?, _ services: TutorServices) {
  let isASCII = glyphs.map { $0 == .ascii } ?? !NcursesScreen.localeIsUTF8
  var tutor = PlainTutor(
    model, write: { Output.write((isASCII ? GlyphSet.ascii.written($0) : $0) + "\n") },
    services: services, waiting: Interrupt.ending)
  Interrupt.listen()
  tutor.run { readLine() }
}

/// Plays until the learner or a signal ends it, and leaves the terminal as it was.
private func playOnScreen(
  _ model: Model, _ options: ScreenOptions, _ configuration: Configuration,
  _ services: TutorServices, _ watch: LessonWatch?
) throws -> Program.Ending {
  let screen = try open(options, configuration)
  var model = model
  model.glyphs = options.glyphs ?? configuration.glyphs ?? screen.preferredGlyphs
  model.showsTones = screen.showsTones
  model.notice = model.notice ?? screen.notice
  var program = Program(model, on: screen, services: services, watch: watch)
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
