import Experiments
import NeuralNetwork
import Workbench

/// One lesson: what its file says, as plain values.
public struct Lesson: Sendable {
  /// The name to call it by, from its file: `04-two-neurons.md` is `two-neurons`.
  public let id: String
  /// Its place in the order of lessons, from its file's name.
  public let number: Int
  /// As the list of lessons and the title line show it.
  public let title: String
  /// One sentence for the list of lessons.
  public let summary: String
  /// What to keep of it, in three sentences; the end of the lesson shows them.
  public let keep: [InlineText]
  /// The ids of the lessons that it builds on.
  public let needs: [String]
  /// About how long it takes.
  public let minutes: Int
  /// Words that the lesson explains itself, with what it means by them.
  public let words: [String: String]
  /// The lesson's own run at its start, with its panels.
  public internal(set) var workspace: Workspace
  /// Whether a table of the learner's own may take the place of its data.
  public let takesTable: Bool
  /// The name of the learner's table that it is on; nil on the data that come with it.
  public internal(set) var table: String?
  /// Short names for quantities.
  public let names: [String: Quantity]
  /// How many pages it has.
  public let pageCount: Int
  /// What tells this text of the lesson from every other: a transcript is of one version.
  public let version: String
  let body: LessonBody

  /// The lesson in steps of one keypress, read when it is first asked for; never empty.
  ///
  /// Of pages that cannot be read it is one that says what is wrong.
  public var pages: [Page] { body.pages }
  /// What is wrong with the pages.
  public var problems: [Diagnostic] { body.problems }

  /// The recipe of the lesson's own run.
  public var experiment: Experiment { workspace.runs[0].run.experiment }
  /// The names of the panels it opens with.
  public var panels: [String] { workspace.panels }
}
