import Experiments
import Lessons
import NeuralNetwork
import Workbench

/// What became of a transcript: read, done again, and compared line by line.
public struct TranscriptReplay: Sendable {
  /// Whether the text is what its deeds lead to.
  public enum Verdict: Hashable, Sendable {
    /// Every line is.
    case exact
    /// The first line that is not, from 1.
    case differs(line: Int)
    /// It is of another text of the lesson, so nothing was done again.
    case otherVersion
  }

  /// The name of the lesson.
  public let lesson: String
  /// Whether solutions were withheld.
  public let isStrict: Bool
  /// Whether the text is what its deeds lead to.
  public private(set) var verdict = Verdict.otherVersion
  /// What was said and reached, as doing it again has found; nil where nothing was done again.
  public private(set) var report: LessonReport?
  /// Whether the lesson was played to its end.
  public private(set) var isFinished = false
  /// How many hints were opened.
  public private(set) var hints = 0

  /// The most characters that a transcript may have.
  public static let sizeLimit = 1_000_000
  /// The most that may be done in it.
  static let mostEvents = 5000

  /// Does again what stands in a transcript.
  /// - Throws: why it is none, in a sentence.
  public init(of text: SourceText, in library: LessonLibrary) throws(Diagnostic) {
    let lines = text.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = try TranscriptHead(lines, file: text.name)
    guard let found = library.lessons.first(where: { $0.id == head.lesson }) else {
      throw Diagnostic(
        file: text.name,
        message:
          "It is of a lesson '\(head.lesson)', which is not at hand: --lessons FOLDER says where it is."
      )
    }
    (lesson, isStrict) = (head.lesson, head.isStrict)
    guard found.version == head.version else { return }
    guard found.problems.isEmpty, found.pages.indices.contains(head.page) else {
      throw Diagnostic(
        file: text.name, position: SourcePosition(line: 4),
        message: "The lesson has no page \(head.page + 1) that can be read.")
    }
    var player = Player(of: found, head)
    try player.play(lines, file: text.name)
    take(player.model, lines)
  }

  private mutating func take(_ model: Model, _ lines: [String]) {
    let written = lines.last == "" ? Array(lines.dropLast()) : lines
    let right = model.transcript?.lines ?? []
    let difference = written.indices.first {
      !right.indices.contains($0) || written[$0] != right[$0]
    }
    verdict = difference.map { .differs(line: $0 + 1) } ?? .exact
    guard let lesson = model.library.first else { return }
    let record = model.progress.record(of: lesson.id)
    report = LessonReport(of: lesson, record, end: model.workspace)
    isFinished = record.isFinished
    hints = Self.hints(in: right)
  }

  /// How many hints were opened, each counted once however often its page was seen.
  private static func hints(in lines: [String]) -> Int {
    var page = ""
    var hints: Set<String> = []
    for line in lines {
      if line.hasPrefix("page ") { page = line }
      if line.hasPrefix("hint ") { hints.insert("\(page) \(line)") }
    }
    return hints.count
  }
}

/// The first lines of a transcript.
struct TranscriptHead {
  let lesson, version: String
  /// The page where it begins, from 0.
  let page: Int
  let isStrict: Bool

  /// - Throws: what is wrong with them.
  init(_ lines: [String], file: String) throws(Diagnostic) {
    func value(_ line: Int, _ key: String) throws(Diagnostic) -> String {
      guard lines.indices.contains(line), lines[line].hasPrefix(key) else {
        throw Diagnostic(
          file: file, position: SourcePosition(line: line + 1),
          message: "This is not a transcript of this program: '\(key)…' is missing here.")
      }
      return String(lines[line].dropFirst(key.count))
    }
    let format = try value(0, "Downhill transcript ")
    guard format == "\(Transcript.format)" else {
      throw Diagnostic(
        file: file, position: SourcePosition(line: 1),
        message:
          "The transcript has the form '\(SafeText.visible(String(format.prefix(12))))'; this program reads form \(Transcript.format)."
      )
    }
    lesson = SafeText.visible(String(try value(1, "lesson: ").prefix(40)))
    version = try value(2, "version: ")
    let page = Int(try value(3, "page: ")) ?? 0
    guard (1...9999).contains(page) else {
      throw Diagnostic(
        file: file, position: SourcePosition(line: 4), message: "Pages count from 1.")
    }
    self.page = page - 1
    isStrict = try value(4, "strict: ") == "yes"
  }
}

/// Plays a lesson by the deeds of a transcript.
private struct Player {
  private(set) var model: Model
  private var worker = TrainingLoop()

  /// The most updates that all deeds together may go ahead by play.
  private static let mostUpdates = 1_000_000
  private var updates = 0

  init(of lesson: Lesson, _ head: TranscriptHead) {
    model = Model(
      library: [lesson], progress: LearnerProgress(),
      scene: LessonScene(lesson: lesson).moved(to: head.page), workspace: lesson.workspace)
    model.isStrict = head.isStrict
    model.beginTranscript()
    perform(model.start())
  }

  /// Plays as far as deeds mean something: behind a line that was changed they may not.
  /// - Throws: what would take too long.
  mutating func play(_ lines: [String], file: String) throws(Diagnostic) {
    var count = 0
    for (row, line) in lines.enumerated() where line.hasPrefix(TranscriptEvent.sign) {
      func refusal(_ message: String) -> Diagnostic {
        Diagnostic(file: file, position: SourcePosition(line: row + 1), message: message)
      }
      let deed = TranscriptMark.deed(of: line)
      let event = TranscriptEvent(line: deed)
      guard let message = event?.message(in: model.keyContext) else { return }
      count += 1
      guard count <= TranscriptReplay.mostEvents else {
        throw refusal("The transcript holds more than \(TranscriptReplay.mostEvents) deeds.")
      }
      // A turn of a dial trains from the beginning.
      let before = message.turnsADial ? 0 : model.run.position.update
      perform(update(&model, message))
      updates += max(0, model.run.position.update - before)
      guard updates <= Self.mostUpdates else {
        throw refusal("The transcript trains more than \(Self.mostUpdates) updates.")
      }
    }
  }

  private mutating func perform(_ effects: [Effect]) {
    for case .send(let command) in effects {
      worker.perform(command)
      while worker.isPlaying { worker.trainIfDue() }
      if let snapshot = worker.snapshot { perform(update(&model, trained: snapshot)) }
    }
  }
}

extension Message {
  fileprivate var turnsADial: Bool { if case .lesson(.turnDial) = self { true } else { false } }
}
