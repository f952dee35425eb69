import Experiments
import NeuralNetwork
import Workbench

/// A kind of question: one type that holds all that is known of its answers.
///
/// The parser, the check, progress and the app ask it. A new kind is its file here, which ends in how lessons write it, and its
/// line in `QuestionForm.all`; its answers are typed, unless the app has an `AnswerEntry` for it.
public protocol QuestionKind: Hashable, Sendable {
  // MARK: In a lesson

  /// Whether an answer can be wrong; then the lesson says why the right one is right.
  var isJudged: Bool { get }
  /// Running text beside the question's own.
  var texts: [InlineText] { get }
  /// What a translation must not change.
  var form: [String] { get }
  /// Why a key of `wrong` is none; nil where it is one.
  func objection(toWrong answer: String) -> String?
  /// Whether its right answer is a number that the author wrote down.
  var isWrittenNumber: Bool { get }
  /// What does not hold, from the page's workspace to the one that gives the answer.
  func problems(of question: Question, before: Workspace, after: Workspace) -> [String]

  // MARK: What is right

  /// How often it may be answered: once where only one answer is left after a miss.
  var mostTries: Int { get }
  /// Judges an answer that was typed, or written down before; nil when it is none.
  func judgment(of text: String, to question: Question, on workspace: Workspace) -> Answer?
  /// The right answer, as it is to be shown; nil where none is wrong.
  func rightAnswer(to question: Question, on workspace: Workspace) -> String?
  /// How far from it an answer may be, in words; empty where it must be the very one.
  var leeway: String { get }
  /// The same where its words need no run.
  var plainAnswer: String? { get }
  /// The quantities that are asked for.
  func asked(by question: Question) -> [Quantity]
  /// The quantity that an answer is a guess of; nil where a number that is said would be none of it.
  func guessed(by question: Question) -> Quantity?

  // MARK: In words

  /// What the answers to choose from are called, "not sure" the last; empty where there is nothing to choose from.
  var labels: [String] { get }
  /// How to answer on the screen, in a few words.
  var invitation: String { get }
  /// How to answer in a line, and that a word passes.
  func plainInvitation(pass: String) -> String
  /// Why a character cannot be a part of a typed answer; nil where it can.
  func objection(to character: Character) -> String?
  /// Whether a line is meant as an answer, and not as a word that does something.
  func isMeant(by line: String, isWord: Bool) -> Bool
  /// What is said of a typed line that is no answer.
  func refusal(of typed: String) -> String
}

// What goes for most.

extension QuestionKind {
  /// It can.
  public var isJudged: Bool { true }
  /// None.
  public var texts: [InlineText] { [] }
  /// It is none.
  public var isWrittenNumber: Bool { false }
  /// Nothing.
  public func problems(of question: Question, before: Workspace, after: Workspace) -> [String] {
    []
  }
  /// Twice.
  public var mostTries: Int { 2 }
  /// None.
  public var plainAnswer: String? { nil }
  /// None.
  public var leeway: String { "" }
  /// Those that prove it.
  public func asked(by question: Question) -> [Quantity] { question.proving }
  /// None.
  public func guessed(by question: Question) -> Quantity? { nil }
  /// None.
  public var labels: [String] { [] }
  /// Any character can.
  public func objection(to character: Character) -> String? { nil }
  /// What is longer than a key and no word.
  public func isMeant(by line: String, isWord: Bool) -> Bool { line.count > 1 && !isWord }
  /// That it is none.
  public func refusal(of typed: String) -> String {
    "'\(SafeText.visible(typed))' is not an answer here"
  }
}

/// How questions of a kind are written in `ask` blocks.
struct QuestionForm: Sendable {
  /// The key that they are known by; nil for those that have none of the others'.
  let key: String?
  /// The keys that only they have.
  let fields: [ValueForm.Key]
  /// What to write, in Markdown.
  let help: String
  /// Reads their keys; nil after complaints.
  let read: @Sendable (YAMLFields, LessonContext) -> (any QuestionKind)?
}

extension QuestionForm {
  /// Every kind: a block asks a question of the first whose key it has.
  static let all: [QuestionForm] = [.curve, .choice, .number, .free]

  /// The kind of question that a block asks; nil after complaints.
  static func kind(_ fields: YAMLFields, _ context: LessonContext) -> (any QuestionKind)? {
    all.first { $0.key.map { fields[$0] != nil } ?? true }?.read(fields, context)
  }
}
