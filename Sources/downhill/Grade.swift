import ArgumentParser
import Experiments
import Lessons
import TutorApp

/// The command grade: what a class has done, by its transcripts.
struct Grade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Replay the transcripts of a class, and print what each has answered and reached.",
    discussion: """
      A transcript comes from 'downhill learn NAME --transcript FILE'. Its deeds are done again from the first to the last, \
      and every line is compared. The mark behind each deed stands for all above it, so that lines that were taken out \
      between others are noticed, too: the table names the first that differs. A transcript without its end is that of a shorter \
      session. Marks keep nobody from forging who can program, or from playing a \
      lesson twice. One of another version of the lesson is not replayed. \
      A file that is not a transcript is refused with a sentence; then the exit code is 1. Hidden files are left out.
      """)

  @OptionGroup var place: LessonsOption

  @Argument(help: "A folder of transcripts, or one of them.", completion: .file())
  var files: [String]

  @Flag(help: "The table in CSV.")
  var csv = false

  @Flag(help: "The table as JSON: an array of objects.")
  var json = false

  func validate() throws {
    if csv, json { throw ValidationError("Choose --csv or --json.") }
  }

  func run() throws {
    let libraries = try languages()
    var (rows, isWhole): ([GradedFile], Bool) = ([], true)
    let found = try files.flatMap(Self.expanded)
    guard !found.isEmpty else {
      Output.warn("\(files.joined(separator: ", ")): There is no transcript here.")
      throw ExitCode.failure
    }
    for file in found {
      do throws(Diagnostic) {
        rows.append(GradedFile(file: file, replay: try replay(file, in: libraries)))
      } catch {
        Output.warn(error.description)
        isWhole = false
      }
    }
    if json {
      Output.write(JSONText.array(rows.map(\.json)) + "\n")
    } else if csv {
      Output.write(([GradeColumn.heads] + rows.map(\.cells)).map(CSVText.line).joined())
    } else if !rows.isEmpty {
      Output.write(
        alignedRows([GradeColumn.heads] + rows.map(\.cells)).map { $0 + "\n" }.joined())
    }
    if !isWhole { throw ExitCode.failure }
  }

  /// The lessons in the learner's language, and then in all others: a class may have several.
  private func languages() throws -> [LessonLibrary] {
    let own = try place.library()
    return [own]
      + (try (["en"] + own.languages).map { language in
        var place = place
        place.language = language
        return try place.library()
      })
  }

  private func replay(
    _ file: String, in libraries: [LessonLibrary]
  ) throws(Diagnostic) -> TranscriptReplay {
    let text = try SourceText(path: file)
    guard text.text.utf8.count <= TranscriptReplay.sizeLimit else {
      throw Diagnostic(
        file: file,
        message: "It is longer than \(TranscriptReplay.sizeLimit) bytes: no transcript is.")
    }
    var replay = try TranscriptReplay(of: text, in: libraries[0])
    for library in libraries.dropFirst() where replay.verdict == .otherVersion {
      replay = try TranscriptReplay(of: text, in: library)
    }
    return replay
  }

  /// The files of a folder and of the folders in it, which may be one a learner; or the file itself.
  private static func expanded(_ path: String) throws -> [String] {
    guard Folder.exists(path) else { return [path] }
    return try inside(path).flatMap { inner in
      Folder.exists(inner) ? try inside(inner).filter { !Folder.exists($0) } : [inner]
    }
  }

  private static func inside(_ folder: String) throws -> [String] {
    try reporting { try Folder.files(in: folder) }.map { "\(folder)/\($0)" }
  }
}

/// A transcript, done again.
private struct GradedFile {
  let file: String
  let replay: TranscriptReplay

  func count(_ result: LessonReport.Result) -> GradeColumn.Value {
    .number(replay.report.map { $0.predictions.count { $0.result == result } })
  }

  func goals(_ isCounted: (GoalWay?) -> Bool) -> GradeColumn.Value {
    .number(replay.report.map { $0.goals.count { isCounted($0.way) } })
  }

  /// What only a transcript that was done again can tell.
  func known<Found>(_ value: Found) -> Found? { replay.report == nil ? nil : value }
}

/// A column of the table: its title, and what stands in it.
private struct GradeColumn: Sendable {
  /// A text or a number.
  enum Value {
    case text(String), number(Int?)

    var cell: String {
      switch self {
      case .text(let text): text
      case .number(let number): number.map(String.init) ?? ""
      }
    }

    var json: String {
      switch self {
      case .text(let text): JSONText.string(text)
      case .number(let number): number.map(String.init) ?? "null"
      }
    }
  }

  let title: String
  let value: @Sendable (GradedFile) -> Value

  init(_ title: String, _ value: @escaping @Sendable (GradedFile) -> Value) {
    (self.title, self.value) = (title, value)
  }

  /// Every column, from the left.
  static let all = [
    GradeColumn("file") { .text(pathAsText(SafeText.visible($0.file))) },
    GradeColumn("lesson") { .text($0.replay.lesson) },
    GradeColumn("right at once") { $0.count(.right) },
    GradeColumn("at second try") { $0.count(.rightAtLast) },
    GradeColumn("missed") { $0.count(.missed) },
    GradeColumn("passed") { $0.count(.passed) },
    GradeColumn("goals by hand") { $0.goals { $0 == .alone } },
    GradeColumn("goals with hints") { $0.goals { $0?.hints != nil } },
    GradeColumn("goals shown") { $0.goals { $0 == .shown } },
    GradeColumn("goals") { $0.goals { _ in true } },
    GradeColumn("hints") { .number($0.known($0.replay.hints)) },
    GradeColumn("finished") { .text($0.known($0.replay.isFinished ? "yes" : "no") ?? "") },
    GradeColumn("strict") { .text($0.replay.isStrict ? "yes" : "no") },
    GradeColumn("replay") { .text($0.replay.verdict.words) },
  ]

  /// A path that no spreadsheet takes for a formula.
  private static func pathAsText(_ path: String) -> String {
    path.first.map("=+-@".contains) == true ? "./" + path : path
  }

  static var heads: [String] { all.map(\.title) }
}

extension GradedFile {
  var cells: [String] { GradeColumn.all.map { $0.value(self).cell } }

  var json: String {
    JSONText.object(
      GradeColumn.all.map { ($0.title.replacing(" ", with: "_"), $0.value(self).json) })
  }
}

extension TranscriptReplay.Verdict {
  fileprivate var words: String {
    switch self {
    case .exact: "exact"
    case .differs(let line): "differs from line \(line) on"
    case .otherVersion: "another version of the lesson"
    }
  }
}
