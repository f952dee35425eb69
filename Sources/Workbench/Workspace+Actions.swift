import Experiments
import NeuralNetwork

/// What a lesson's `do` blocks do. The check and the app both work through this, so a lesson cannot show one thing and
/// claim another.
extension Workspace {
  /// Carries out an action.
  ///
  /// Claims are not judged here. A survey that its watch ends leaves no result.
  /// - Throws: the first step that cannot be done; the steps before it are.
  public mutating func perform(
    _ action: Action, watch: Survey.Watch? = nil
  ) throws(LessonError) {
    for step in action.steps { try perform(step, watch: watch) }
  }

  /// Carries out one step of a `do` block.
  public mutating func perform(
    _ step: Action.Step, watch: Survey.Watch? = nil
  ) throws(LessonError) {
    switch step.kind {
    case .resetRuns: try resetRuns(at: step.position)
    case .resetLesson: try resetLesson(at: step.position)
    case .go(let travel): try go(travel, at: step.position)
    case .set(let edit): try set(edit, at: step.position)
    case .setParameter(let index, let value):
      try apply(.parameter(index, value), at: step.position)
    case .experiment(let edits): try lay([("", edits)], at: step.position)
    case .compare(let variants):
      try lay(variants.map { ($0.label, $0.edits) }, at: step.position)
    case .survey(let survey): try perform(survey, watch, at: step.position)
    case .prune(let share): prune(share)
    case .focus(let label): try focus(on: label, at: step.position)
    case .panels(let names): panels = names
    case .select(let parameter): try select(parameter, at: step.position)
    case .expect: break
    }
  }

  private mutating func resetLesson(at position: SourcePosition) throws(LessonError) {
    try lay([("", origin.file)], at: position)
    panels = origin.panels
    selected = nil
  }

  /// Every run anew; focus stays.
  private mutating func resetRuns(at position: SourcePosition) throws(LessonError) {
    let focus = focus
    try lay(runs.map { ($0.label, $0.file) }, at: position)
    self.focus = focus
  }

  /// Lays fresh runs of the focused run's experiment, each with edits of its own, in the workspace in place of all others.
  private mutating func lay(
    _ edits: [(String, [ExperimentEdit])], at position: SourcePosition
  ) throws(LessonError) {
    var files: [(String, ExperimentFile)] = []
    for (label, edits) in edits {
      do { files.append((label, try focusedFile.replacing(edits))) } catch {
        // The first is the one that its edits are to blame for.
        let problem = error.list[0]
        throw LessonError(problem.message, at: problem.position ?? position)
      }
    }
    try lay(files, at: position)
  }

  /// Lays fresh runs in the workspace in place of all others.
  private mutating func lay(
    _ files: [(String, ExperimentFile)], at position: SourcePosition
  ) throws(LessonError) {
    var fresh: [LabelledRun] = []
    for (label, file) in files {
      do { fresh.append(try LabelledRun(label: label, file: file)) } catch {
        throw LessonError(error.sentence, at: position)
      }
    }
    runs = fresh
    survey = nil
    focus = 0
    forgetLostSelection()
  }

  private mutating func set(
    _ edit: ExperimentEdit, at position: SourcePosition
  ) throws(LessonError) {
    let change: Change
    do { change = try edit.change(in: focusedRun.activeExperiment) } catch {
      throw LessonError(error.list[0].message, at: error.list[0].position ?? position)
    }
    try apply(change, at: position)
  }

  private mutating func apply(_ change: Change, at position: SourcePosition) throws(LessonError) {
    if let rejection = runs[focus].run.apply(change) {
      throw LessonError(rejection.sentence, at: position)
    }
  }

  private mutating func prune(_ share: Double) {
    changeFocusedRun { run in
      let (network, pruned) = (run.network, run.network.pruned(share: share))
      for index in network.parameterIndices where network[index] != pruned[index] {
        run.apply(.parameter(index, 0))
      }
    }
  }

  private mutating func perform(
    _ survey: Survey, _ watch: Survey.Watch?, at position: SourcePosition
  ) throws(LessonError) {
    do {
      self.survey = try survey.result(for: focusedFile, watch: watch)
    } catch { throw LessonError(error.sentence, at: error.position ?? position) }
  }

  private mutating func focus(on label: String, at position: SourcePosition) throws(LessonError) {
    guard let index = runs.firstIndex(where: { $0.label == label }) else {
      throw LessonError(
        "There is no run called '\(label)' in the workspace: \(labelsInWords).", at: position)
    }
    focus(on: index)
  }

  private var labelsInWords: String {
    let labels = runs.map(\.label).filter { !$0.isEmpty }
    return labels.isEmpty
      ? "compare makes labelled runs" : "there are \(labels.joined(separator: ", "))"
  }

  private mutating func select(
    _ parameter: ParameterIndex, at position: SourcePosition
  ) throws(LessonError) {
    guard focusedRun.network.contains(parameter) else {
      let shape = focusedRun.network.shape
      throw LessonError(
        "There is no \(parameter) in a network of shape \(shape).", at: position)
    }
    selected = parameter
  }
}
