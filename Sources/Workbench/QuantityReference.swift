import NeuralNetwork

/// A quantity of a run in the workspace: `loss`, a lesson's own name for it, or `relu.loss` for the run labeled `relu`.
public struct QuantityReference: Hashable, Sendable {
  /// As the author wrote it.
  public let text: String
  /// The label of the run; nil for the focused one.
  public let label: String?
  /// What is read from the run.
  public let source: Source

  /// What a reading reads.
  public enum Source: Hashable, Sendable {
    /// A number of a run.
    case quantity(Quantity)
    /// A number of the last survey.
    case survey(SurveyFigure)
  }

  /// The quantity of a run, as it was written.
  public init(text: String, label: String? = nil, quantity: Quantity) {
    self.init(text: text, label: label, source: .quantity(quantity))
  }

  /// Anything that can be read.
  package init(text: String, label: String? = nil, source: Source) {
    self.text = text
    self.label = label
    self.source = source
  }

  /// The quantity of a run that it reads; nil for a survey's share.
  package var quantity: Quantity? {
    if case .quantity(let quantity) = source { quantity } else { nil }
  }

  /// The number; nil when the workspace has no such run or the run no such quantity.
  public func value(on workspace: Workspace) -> Double? {
    switch source {
    case .survey(let figure): return workspace.survey.flatMap(figure.value)
    case .quantity(let quantity):
      let run = label.map { workspace.run(labeled: $0) } ?? workspace.focusedRun
      return run.flatMap { quantity.value(in: $0) }
    }
  }
}

extension QuantityReference {
  /// Whether it is a part of all samples, which is said in percent.
  public var isShare: Bool { figure?.isShare ?? false }

  private var figure: Quantity.Figure? {
    if case .figure(let figure)? = quantity?.kind { figure } else { nil }
  }
}
