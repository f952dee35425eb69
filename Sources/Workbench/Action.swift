import Experiments
import NeuralNetwork

/// A `do` block: what happens in the workspace, step by step.
public struct Action: Hashable, Sendable {
  /// One thing that happens, and where the file says so.
  public struct Step: Hashable, Sendable {
    /// What happens.
    public let kind: Kind
    /// Where it stands in the file.
    public let position: SourcePosition

    /// One thing that happens.
    package init(kind: Kind, position: SourcePosition) {
      (self.kind, self.position) = (kind, position)
    }
  }

  /// What may happen.
  public enum Kind: Hashable, Sendable {
    /// `reset: run`: every run begins again, without the changes made on the way.
    case resetRuns
    /// `reset: lesson`: the workspace is as the lesson found it.
    case resetLesson
    /// `go`: all runs move together.
    case go(Move)
    /// `set`: changes a setting of the focused run while it is under way, as the keys do.
    case set(ExperimentEdit)
    /// `set`: gives a parameter of the focused run another value.
    case setParameter(ParameterIndex, Double)
    /// `experiment`: one run of the focused run's experiment with these edits takes the place of all.
    case experiment([ExperimentEdit])
    /// `compare`: runs side by side, each the focused run's experiment with edits of its own.
    case compare([Variant])
    /// `survey`: many runs of the focused run's recipe, from seeds of their own; the workspace keeps what came out.
    case survey(Survey)
    /// `prune`: sets this share of the focused run's weights, the smallest, to 0, as if by hand.
    case prune(Double)
    /// `focus`: the run that keys, text and claims speak of.
    case focus(String)
    /// `panels`: what is shown, by name.
    case panels([String])
    /// `select`: the parameter that the chain rule and the gradient check speak of.
    case select(ParameterIndex)
    /// `expect`: a claim; the check proves it, the app passes over it.
    case expect(Term)
  }

  /// A run of a comparison.
  public struct Variant: Hashable, Sendable {
    /// What the run is called.
    public let label: String
    /// What sets it apart from the focused run.
    public let edits: [ExperimentEdit]

    /// A run of this label.
    package init(label: String, edits: [ExperimentEdit]) {
      (self.label, self.edits) = (label, edits)
    }
  }

  /// In the order of the file.
  public let steps: [Step]
  /// Where it stands in the file.
  public let position: SourcePosition

  /// Steps that happen one after the other.
  package init(steps: [Step], position: SourcePosition) {
    (self.steps, self.position) = (steps, position)
  }
}

extension Action {
  /// Whether it trains many runs, which takes a while.
  public var hasSurvey: Bool {
    steps.contains { if case .survey = $0.kind { true } else { false } }
  }
}
