import Experiments
import NeuralNetwork
import Workbench

/// A prediction to commit to before the answer is shown.
public struct Question: Hashable, Sendable {
  /// What kind of answer it takes.
  public enum Kind: Hashable, Sendable {
    /// One of these; `answer` is the index of the right one.
    case choice([InlineText], answer: Int)
    case number(NumberAnswer)
    /// The curve of a loss, drawn before the run goes: its shape is what counts.
    case curve(CurveAnswer)
    /// Any words; none is wrong.
    case free
  }

  /// Words for an answer that comes from a known misunderstanding.
  public struct Feedback: Hashable, Sendable {
    /// The answer that it is for.
    public enum Match: Hashable, Sendable {
      case choice(Int)
      case number(Double, tolerance: Double)
      case curve(CurveShape)
    }

    /// The answer that it is for.
    public let match: Match
    /// What to say.
    public let text: InlineText
  }

  /// What is asked.
  public let prompt: InlineText
  /// The answers it takes, and the right one.
  public let kind: Kind
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
}

/// The right number, or the quantity that it is.
public struct NumberAnswer: Hashable, Sendable {
  /// The right number.
  public let value: Term.Side
  /// How far off an answer may be.
  public let tolerance: Double
}

/// The right shape of a curve, and which curve it is.
public struct CurveAnswer: Hashable, Sendable {
  /// Whether it is the loss over the held-out samples, and not that of the batches.
  public let isHeldOut: Bool
  /// How it goes.
  public let shape: CurveShape

  /// The quantity whose way it is.
  public var quantity: Quantity { Quantity(isHeldOut ? .heldOutLoss : .loss) }
}
