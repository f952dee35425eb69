import Experiments
import NeuralNetwork
import Workbench

/// A prediction to commit to before the answer is shown.
public struct Question: Sendable {
  /// Words for an answer that comes from a known misunderstanding.
  public struct Feedback: Hashable, Sendable {
    /// The answer that it is for, as the lesson writes it.
    let answer: String
    /// What to say.
    public let text: InlineText
    /// Where the answer stands in the file.
    let position: SourcePosition
  }

  /// What is asked.
  public let prompt: InlineText
  /// The answers it takes, and the right one.
  public let kind: any QuestionKind
  /// Why the answer is what it is: shown once the learner has answered.
  public let because: InlineText
  /// What to say to answers from known misunderstandings.
  public let wrong: [Feedback]
  /// What proves the answer, after `after`; the check evaluates it.
  public let proof: Condition?
  /// What must happen before answer and proof hold: nil when they hold on the page's own workspace.
  public let after: Move?
  /// Where it stands in the file.
  public let position: SourcePosition
  /// What speaks against its answer before anything is run; nil where nothing does.
  var doubt: String?
}

extension Question: Hashable {
  private var parts: [AnyHashable] {
    [prompt, AnyHashable(kind), because, wrong, proof, after, position]
  }

  /// Whether all of their parts are the same.
  public static func == (left: Question, right: Question) -> Bool { left.parts == right.parts }

  /// By all parts.
  public func hash(into hasher: inout Hasher) { hasher.combine(parts) }
}

extension Question {
  /// Judges an answer that was typed, or written down before; nil when it is none.
  ///
  /// The workspace is as the page leaves it.
  public func judgment(typed text: String, on workspace: Workspace) -> Answer? {
    kind.judgment(of: text, to: self, on: workspace)
  }

  /// What is told once nothing is left to guess.
  public func outcome(on workspace: Workspace) -> Outcome {
    Outcome(
      answer: kind.rightAnswer(to: self, on: workspace), because: because.plainText(on: workspace))
  }

  /// What the lesson says to a known wrong answer.
  func remark(on workspace: Workspace, to isMeant: (String) -> Bool) -> String? {
    wrong.first { isMeant($0.answer) }?.text.plainText(on: workspace)
  }

  /// All running text in the question.
  var texts: [InlineText] { [prompt] + kind.texts + [because] + wrong.map(\.text) }
}

// What lies between a question and its answer.

extension Question {
  /// The workspace after what must happen before the answer is known.
  public func workspaceAtAnswer(_ workspace: Workspace) -> Workspace? {
    guard let after else { return workspace }
    var workspace = workspace
    do { try workspace.go(after, at: position) } catch { return nil }
    return workspace
  }

  /// What lets the run show the answer; nil where it shows it already.
  public var reveal: Action? {
    after.map { Action(steps: [.init($0, at: position)], position: position) }
  }

  /// Whether an update, or more of them, lies between the question and its answer.
  public var awaitsUpdates: Bool {
    guard let after else { return false }
    switch after {
    case .phase, .allForward, .allBackward, .ahead(_, .phase), .back: return false
    default: return true
    }
  }
}

// What vouches for it.

extension Question {
  /// Whether its proof is about its answer, where both are numbers: a quantity of the proof is the answer but for its sign, or
  /// a ratio of two.
  func isProven(on workspace: Workspace) -> Bool {
    guard let proof, let number = kind as? NumberQuestion, case .number(let right) = number.value
    else { return true }
    let readings = proof.terms.flatMap(\.readings).uniqued
    let values = readings.compactMap { $0.value(on: workspace) }
    let ratios = values.indices.flatMap { index in
      values.indices.filter { $0 != index }.map { values[index] / values[$0] }
    }
    return (values + ratios).contains { abs(abs($0) - abs(right)) <= number.tolerance }
  }
}

// Which quantities it is about.

extension Question {
  /// The quantities that it asks for: what gives its answer, and what proves it.
  public var asked: [Quantity] { kind.asked(by: self) }

  /// The quantity that an answer is a guess of; nil where a number that is said would be none of it.
  public var guessed: Quantity? { kind.guessed(by: self) }

  /// The quantities of its proof.
  var proving: [Quantity] { proof?.terms.flatMap(\.readings).compactMap(\.quantity) ?? [] }

  /// The quantity that the proof sets against the right number.
  func proved(_ right: Double) -> Quantity? {
    proof?.terms.lazy.compactMap { term in
      guard case .number(let value) = term.right else { return nil }
      // A choice may be a rounded number.
      return abs(value - right) <= 0.1 * abs(value) ? term.left.quantity : nil
    }.first
  }
}
