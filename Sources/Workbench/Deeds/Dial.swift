import Experiments
import NeuralNetwork

/// `dial`: a setting that the learner turns from one value to the next, each time with a run from the same beginning.
public struct Dial: Deed {
  /// What it is called.
  public let label: String
  /// The keys that lead to the setting.
  public let path: [String]
  /// Its values, in the order in which they are turned through.
  public let values: [YAMLNode]
  /// Where it stands in the file.
  public let position: SourcePosition

  /// A dial of a setting.
  package init(label: String, path: [String], values: [YAMLNode], position: SourcePosition) {
    (self.label, self.path, self.values, self.position) = (label, path, values, position)
  }

  /// Nothing: it is the learner who turns it.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) {}

  /// The values in a few words each; what is true or false is on or off.
  public var texts: [String] {
    values.map { ["true": "on", "false": "off"][$0.inBrief] ?? $0.inBrief }
  }

  /// What a run with one of the values is called.
  package func name(of index: Int) -> String { "\(label) \(texts[index])" }

  fileprivate func problem(_ sentence: String) -> Diagnostics {
    Diagnostics([Diagnostic(file: label, message: sentence)])
  }

  fileprivate func edit(_ index: Int) -> ExperimentEdit {
    ExperimentEdit(path: path, value: values[index])
  }
}

extension Workspace {
  /// Which of the dial's values the focused run has; nil where it has another one.
  public func place(of dial: Dial) -> Int? {
    let now = fileInForce
    return dial.values.indices.first {
      (try? now.replacing([dial.edit($0)]))?.experiment == now.experiment
    }
  }

  /// Turns a dial: a run with the value so many places on, trained as far as the focused one, which stays beside it.
  /// - Throws: when no value is there, what is wrong with it, or that nobody waits for it; then nothing has changed.
  public mutating func turn(_ dial: Dial, by places: Int) throws(Diagnostics) {
    let now = place(of: dial)
    let next = now.map { $0 + places } ?? (places > 0 ? 0 : dial.values.count - 1)
    guard dial.values.indices.contains(next) else {
      let end = places > 0 ? "last" : "first"
      throw dial.problem("\(dial.name(of: now ?? 0)) is the dial's \(end) value.")
    }
    var turned = self
    try turned.lay(dial, from: now, to: next)
    self = turned
  }

  private mutating func lay(_ dial: Dial, from now: Int?, to next: Int) throws(Diagnostics) {
    let file = try fileInForce.replacing([dial.edit(next)])
    var old = runs[focus]
    old.label = now.map(dial.name) ?? "before"
    do { runs = [old, try LabeledRun(label: dial.name(of: next), file: file)] } catch {
      throw dial.problem(error.sentence)
    }
    focus = 1
    tellApart()
    askRuns()
    forgetLostSelection()
    guard train(toWhere: old) else { throw dial.problem("The turn was stopped.") }
  }

  /// Trains the focused run as far as another one; one that has diverged was to go farther than it came.
  private mutating func train(toWhere other: LabeledRun) -> Bool {
    var goal = other.run.position
    if other.run.divergence != nil { goal.update = max(goal.update, other.reach) }
    runs[focus].reach = goal.update
    var isDone = false
    let title = "Training \(focusedLabel)"
    timeRun(focus) { run in
      isDone = run.train(to: goal.update, of: goal.update, telling: title)
      run.seek(to: goal)
    }
    return isDone
  }

  /// Proves that a dial can be turned from where the workspace stands.
  /// - Throws: why it cannot.
  package func check(_ dial: Dial) throws(LessonError) {
    guard runs.count == 1 else {
      throw LessonError("A dial turns one run, and there are \(runs.count).", at: dial.position)
    }
    for index in dial.values.indices {
      do { _ = try fileInForce.replacing([dial.edit(index)]) } catch {
        throw LessonError(
          error.list[0].message, at: dial.values[index].position ?? dial.position)
      }
    }
    guard place(of: dial) != nil else {
      throw LessonError(
        "The run has none of the dial's values: begin with one of them.", at: dial.position)
    }
  }
}

extension YAMLNode {
  /// The values that it holds, without its keys: `cosine 640` of `{name: cosine, t_max: 640}`.
  package var inBrief: String {
    switch content {
    case .scalar(let text, _): text
    case .list(let items): "[\(items.map(\.inBrief).joined(separator: ", "))]"
    case .group(let members): members.map(\.value.inBrief).joined(separator: " ")
    }
  }
}
