import ArgumentParser
import Experiments
import Lessons
import TutorApp

/// The command grade: what a class has done, by its transcripts.
struct Grade: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replay the transcripts of a class, and print what each has answered and reached.",
    discussion: """
      A transcript comes from 'downhill learn NAME --transcript FILE'. Its deeds are done again from the first to the last, \
      and every line is compared: what was changed by hand is named. One of another version of the lesson is not replayed. \
      A file that is no transcript is refused with a sentence; then the exit code is 1. Hidden files are left out.
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
    let library = try place.library()
    var (rows, isWhole): ([GradeRow], Bool) = ([], true)
    for file in try files.flatMap(Self.expanded) {
      do throws(Diagnostic) { rows.append(GradeRow(file, try replay(file, in: library))) } catch {
        Output.warn(error.description)
        isWhole = false
      }
    }
    if json {
      Output.write(JSONText.array(rows.map(\.json)) + "\n")
    } else if csv {
      Output.write(([GradeRow.heads] + rows.map(\.cells)).map(CSVText.line).joined())
    } else if !rows.isEmpty {
      Output.write(
        alignedRows([GradeRow.heads] + rows.map(\.cells)).map { $0 + "\n" }.joined())
    }
    if !isWhole { throw ExitCode.failure }
  }

  private func replay(
    _ file: String, in library: LessonLibrary
  ) throws(Diagnostic) -> TranscriptReplay {
    let text = try SourceText(path: file)
    guard text.text.utf8.count <= TranscriptReplay.sizeLimit else {
      throw Diagnostic(
        file: file,
        message: "It is longer than \(TranscriptReplay.sizeLimit) bytes: no transcript is.")
    }
    return try TranscriptReplay(of: text, in: library)
  }

  /// The files of a folder, or the file itself.
  private static func expanded(_ path: String) throws -> [String] {
    guard Folder.exists(path) else { return [path] }
    let files = try reporting { try Folder.files(in: path) }.map { "\(path)/\($0)" }
    return files.filter { !Folder.exists($0) }
  }
}

/// A transcript in the table.
private struct GradeRow {
  /// A column: its head, and what stands in it.
  struct Column {
    let head: String
    let value: JSONValueText
  }

  /// A value that is a text or a number.
  enum JSONValueText {
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

  let columns: [Column]

  init(_ file: String, _ replay: TranscriptReplay) {
    func count(_ result: LessonReport.Result) -> JSONValueText {
      .number(replay.report.map { $0.predictions.count { $0.result == result } })
    }
    func goals(_ isCounted: (LessonReport.Goal) -> Bool) -> JSONValueText {
      .number(replay.report.map { $0.goals.count(where: isCounted) })
    }
    let isKnown = replay.report != nil
    columns = [
      Column(head: "file", value: .text(SafeText.visible(file))),
      Column(head: "lesson", value: .text(replay.lesson)),
      Column(head: "right at once", value: count(.right)),
      Column(head: "at second try", value: count(.rightAtLast)),
      Column(head: "missed", value: count(.missed)), Column(head: "passed", value: count(.passed)),
      Column(head: "goals by hand", value: goals { $0.isReached && !$0.isShown }),
      Column(head: "goals shown", value: goals { $0.isReached && $0.isShown }),
      Column(head: "goals", value: goals { _ in true }),
      Column(head: "hints", value: .number(isKnown ? replay.hints : nil)),
      Column(head: "finished", value: .text(isKnown ? replay.isFinished ? "yes" : "no" : "")),
      Column(head: "strict", value: .text(replay.isStrict ? "yes" : "no")),
      Column(head: "replay", value: .text(replay.verdict.words)),
    ]
  }

  static let heads = [
    "file", "lesson", "right at once", "at second try", "missed", "passed", "goals by hand",
    "goals shown", "goals", "hints", "finished", "strict", "replay",
  ]

  var cells: [String] { columns.map(\.value.cell) }

  var json: String {
    JSONText.object(
      columns.map { ($0.head.replacing(" ", with: "_"), $0.value.json) })
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
