import Experiments
import Lessons
import Platform
import TutorApp

/// Looks after the file of a lesson that is being written: each call says what was saved since the last.
func watchedLesson(_ path: String) -> LessonWatch {
  var seen = FileStamp(path)
  return {
    let now = FileStamp(path)
    // While an editor puts the new file into its place there is none for a moment.
    guard now != seen, now.exists else { return nil }
    seen = now
    do {
      return .success(try LessonParser.parse(try SourceText(path: path), panels: Panel.names))
    } catch let problems as Diagnostics { return .failure(problems) } catch let problem
      as Diagnostic
    {
      return .failure(Diagnostics([problem]))
    } catch { return nil }
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
