import Experiments
import NeuralNetwork
import Workbench

/// One lesson: what its file says, as plain values.
///
/// What the list of lessons shows of it is at hand; the rest is read when somebody first asks for it.
public struct Lesson: Sendable {
  /// The name to call it by, from its file: `04-two-neurons.md` is `two-neurons`.
  public let id: String
  /// Its place in the order of lessons, from its file's name.
  public let number: Int
  private let entry: LessonEntry
  private var start: OnDemand<LessonStart>
  private let body: LessonBody
  /// The name of the learner's table that it is on; nil on the data that come with it.
  public internal(set) var table: String?

  init(_ name: LessonName, _ entry: LessonEntry, start: OnDemand<LessonStart>, body: LessonBody) {
    (id, number) = (name.id, name.number)
    (self.entry, self.start, self.body) = (entry, start, body)
  }
}

extension Lesson {
  /// As the list of lessons and the title line show it.
  public var title: String { entry.title }
  /// One sentence for the list of lessons.
  public var summary: String { entry.summary }
  /// The ids of the lessons that it builds on.
  public var needs: [String] { entry.needs }
  /// About how long it takes.
  public var minutes: Int { entry.minutes }

  /// What to keep of it, in three sentences; the end of the lesson shows them.
  public var keep: [InlineText] { start.value.keep }
  /// Words that the lesson explains itself, with what it means by them.
  public var words: [String: String] { start.value.words }
  /// The lesson's own run at its start, with its panels.
  public internal(set) var workspace: Workspace {
    get { start.value.workspace }
    set {
      var changed = start.value
      changed.workspace = newValue
      start = OnDemand { [changed] in changed }
    }
  }
  /// Whether a table of the learner's own may take the place of its data.
  public var takesTable: Bool { start.value.takesTable }
  /// Short names for quantities.
  public var names: [String: Quantity] { start.value.names }
  /// How many pages it has.
  public var pageCount: Int { start.value.pageCount }
  /// What tells this text of the lesson from every other: a transcript is of one version.
  public var version: String { start.value.version }

  /// The lesson in steps of one keypress; never empty.
  ///
  /// Of a lesson that cannot be read it is one that says what is wrong.
  public var pages: [Page] { body.pages }
  /// What is wrong with the lesson.
  public var problems: [Diagnostic] { body.problems }

  /// The recipe of the lesson's own run.
  public var experiment: Experiment { workspace.runs[0].run.experiment }
  /// The names of the panels it opens with.
  public var panels: [String] { workspace.panels }
}
