import Dispatch
import Experiments
import Lessons
import Platform
import Synchronization
import TutorApp

/// Looks after the file of a lesson that is being written: each call says what was saved since the last, or what its check has
/// found.
func watchedLesson(_ path: String) -> LessonWatch {
  var seen = FileStamp(path)
  var goneSince: ContinuousClock.Instant?
  let check = BackgroundCheck(path)
  check.begin()
  return {
    let now = FileStamp(path)
    if now.exists { goneSince = nil }
    // While an editor puts the new file into its place there is none for a moment.
    let isGone = !now.exists && isOver(patience, since: &goneSince)
    guard now != seen, now.exists || isGone else { return check.take().map(LessonNews.checked) }
    seen = now
    let news = news(of: path)
    if case .version? = news { check.begin() } else { check.forget() }
    return news
  }
}

/// How long an editor may take to put a new file into the place of the old one.
private let patience = Duration.seconds(2)

/// Whether something has lasted for a time; the first call begins it.
private func isOver(_ time: Duration, since start: inout ContinuousClock.Instant?) -> Bool {
  let begin = start ?? .now
  start = begin
  return begin.duration(to: .now) > time
}

/// What a file holds; nil where that cannot be said.
private func news(of path: String) -> LessonNews? {
  do {
    return .version(try LessonParser.parse(try SourceText(path: path), panels: Panel.names))
  } catch let problems as Diagnostics {
    return .unreadable(problems)
  } catch let problem as Diagnostic {
    return .unreadable(Diagnostics([problem]))
  } catch { return nil }
}

/// Checks a file while its lesson is played: the claims are run, which may take its time.
private final class BackgroundCheck: Sendable {
  private let path: String
  /// Which version is checked, and what was found wrong with it and not told yet.
  private let state = Mutex<(version: Int, found: [Diagnostic]?)>((0, nil))

  init(_ path: String) { self.path = path }

  /// Checks the file as it is now; what comes of older versions is left.
  func begin() {
    let version = forget()
    DispatchQueue.global(qos: .utility).async { [self] in
      let found = FileCheck.problems(
        path: path, panels: Panel.names, room: .smallestScreen, lessons: Self.lessons)
      state.withLock { if $0.version == version { $0.found = found } }
    }
  }

  /// The lessons that it may build on besides those beside it.
  private static var lessons: String? {
    try? LessonLibrary.folder(given: nil, environment: ProcessInfo.processInfo.environment)
  }

  /// Lets no check that is under way tell anything.
  @discardableResult func forget() -> Int {
    state.withLock {
      $0 = ($0.version + 1, nil)
      return $0.version
    }
  }

  /// What was found, once.
  func take() -> [Diagnostic]? {
    state.withLock { state in
      defer { state.found = nil }
      return state.found
    }
  }
}

/// What tells one version of a file from another without reading it.
private struct FileStamp: Equatable {
  private let date: Date?
  private let size: UInt64?
  private let number: UInt64?

  init(_ path: String) {
    let values = try? FileManager.default.attributesOfItem(atPath: path)
    date = values?[.modificationDate] as? Date
    size = values?[.size] as? UInt64
    number = values?[.systemFileNumber] as? UInt64
  }

  var exists: Bool { date != nil }
}
