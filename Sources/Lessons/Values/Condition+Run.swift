import NeuralNetwork

extension Condition {
  /// Reads a condition that stands by itself, such as a goal on the command line.
  /// - Throws: what is wrong with it.
  public init(parsing text: String, name: String) throws(Diagnostics) {
    let context = LessonContext(SourceText(name: name, text: text), panels: [])
    let reader = ConditionParser(context: context, position: .start)
    let condition = reader.condition(text)
    guard let condition, context.diagnostics.isEmpty else {
      throw Diagnostics(
        context.diagnostics.map { Diagnostic(file: name, message: $0.message) })
    }
    self = condition
  }

  /// The condition as the goal of a trial.
  public var trialGoal: TrialGoal {
    TrialGoal(reading: terms.flatMap(\.readings).compactMap(\.quantity)) { value in
      terms.allSatisfy { $0.holds { $0.quantity.flatMap(value) } }
    }
  }

  /// The first quantity that a run which stands alone has not got; nil when it has all.
  public func firstMissing(in run: Run) -> String? {
    let workspace = Workspace(run)
    return terms.flatMap(\.readings).first { $0.value(on: workspace) == nil }?.text
  }
}

extension Workspace {
  /// A workspace with a run as it stands.
  init(_ run: Run) {
    runs = [LabelledRun(label: "", run: run)]
    origin = Origin(file: ExperimentFile(run.experiment), panels: [])
    panels = []
  }
}
