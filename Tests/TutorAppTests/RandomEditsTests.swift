import Experiments
import NeuralNetwork
import SeededRandom
import Testing
import Workbench

@testable import TutorApp

/// Settings, parameters, samples, units, layers and runs changed at random: whatever was done, going back and ahead again
/// gives the same numbers, what was taken back is as it was, and sessions and codes bring the runs back.
///
/// DOWNHILL_WALK in the environment says how many edits a walk has.
@Suite struct RandomEditsTests {
  @Test(arguments: NamedDataset.all.map(\.name))
  func everyNumberComesBack(data: String) throws {
    var walk = try EditWalk(data, seed: 11)
    for step in 1...max(1, WalkLength.steps / NamedDataset.all.count) {
      try walk.step()
      let place = "\(data), step \(step): \(walk.story)"
      try #require(walk.comesBack, "other numbers after going back: \(place)")
      guard step.isMultiple(of: 8) else { continue }
      #expect(try walk.workspace.survivesItsSession(), "session: \(place)")
      #expect(try walk.workspace.survivesItsCode(), "code: \(place)")
    }
    #expect(walk.madeEdits > 0)
  }
}

/// Edits drawn from a seed, on a small network.
private struct EditWalk {
  private(set) var madeEdits = 0
  private(set) var workspace: Workspace
  private var loop = TrainingLoop()
  private var random: SeededRandom
  private var trail: [String] = []

  init(_ data: String, seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    let text = "data: \(data)\nhidden: [3]\nholdout: 0.25\nbatch_size: 4\n"
    workspace = try Workspace(ExperimentFile(SourceText(name: "x", text: text)))
    loop.perform(.load(workspace, acting: [], generation: 1))
  }

  var story: String { trail.suffix(30).joined(separator: "; ") }

  /// Does one thing, and takes it back and makes it again where that can be.
  mutating func step() throws {
    let command = try command()
    if let label = command.editLabel {
      try edit(command, label)
    } else {
      loop.perform(command)
    }
    workspace = try #require(loop.snapshot).workspace
    if isTooMuch { begin() }
  }

  var comesBack: Bool { workspace.runs.allSatisfy(\.run.comesBack) }

  private mutating func edit(_ command: TrainingCommand, _ label: String) throws {
    let before = workspace
    loop.perform(command)
    let after = try #require(loop.snapshot).workspace
    let problem = loop.snapshot?.problem
    trail.append(problem.map { "(\(label): \($0))" } ?? label)
    guard problem == nil else {
      try #require(after.hasNumbers(of: before), "a refused edit changed something: \(story)")
      return
    }
    madeEdits += 1
    loop.perform(.undo)
    let undone = try #require(loop.snapshot).workspace
    try #require(undone.hasNumbers(of: before), "taken back it is not as it was: \(story)")
    loop.perform(.redo)
    let redone = try #require(loop.snapshot).workspace
    try #require(redone.hasNumbers(of: after), "made again it is not the same: \(story)")
  }

  /// Whether replaying everything would take the test's time and prove no more.
  private var isTooMuch: Bool {
    workspace.runs.contains { labeled in
      labeled.run.position.update > 80 || labeled.run.network.parameterCount > 2000
        || labeled.run.network.parameterCount * labeled.run.dataset.count > 400_000
        || labeled.run.journal.entries.count > 40
    }
  }

  /// The same workspace at its beginning.
  private mutating func begin() {
    let file = workspace.runs[0].run.network.parameterCount > 400 ? origin : workspace.focusedFile
    guard let fresh = (try? Workspace(file)) ?? (try? Workspace(origin)) else { return }
    trail = ["anew"]
    workspace = fresh
    loop.perform(.load(fresh, acting: [], generation: 1))
  }

  private var origin: ExperimentFile {
    ExperimentFile(Samples.xor)
  }
}

// MARK: - What is drawn

extension EditWalk {
  private mutating func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  private mutating func pick<Element>(_ list: [Element]) -> Element { list[random(list.count)] }

  private mutating func number() -> Double { Double.random(in: -3...3, using: &random) }

  private mutating func command() throws -> TrainingCommand {
    switch random(100) {
    case 0..<30: try settingStep()
    case 30..<45: try wholeSetting()
    case 45..<55: parameter()
    case 55..<62: samples()
    case 62..<69: network()
    case 69..<77: runs()
    case 77..<80: .undo
    case 80..<82: .redo
    case 82..<84: .restart(keepingStart: random(2) == 0)
    case 84..<92: .advance(pick([.update, .phase, .epoch]))
    case 92..<96: .rewind(pick([.update, .phase, .epoch]))
    default: .seek(random(60))
    }
  }

  /// As an arrow changes a row of the settings.
  private mutating func settingStep() throws -> TrainingCommand {
    let file = workspace.fileInForce
    let row = pick(file.form.rows)
    guard let edit = try? file.step(row, by: random(2) * 2 - 1) else { return .advance(.update) }
    return .edit([edit])
  }

  private mutating func wholeSetting() throws -> TrainingCommand {
    let field = pick(ExperimentField.all)
    let text = "\(field.name): \(pick(field.examples + ["null"]))"
    let value = try ExperimentDocument(SourceText(name: "x", text: text))[field.name]
    return .edit([ExperimentEdit(field.name, value: try #require(value))])
  }

  private mutating func parameter() -> TrainingCommand {
    .change(.parameter(pick(workspace.focusedRun.network.parameterIndices), number()))
  }

  private mutating func samples() -> TrainingCommand {
    let run = workspace.focusedRun
    let place = (0..<run.network.inputCount).map { _ in number() }
    let other = (0..<run.network.inputCount).map { _ in number() }
    let targets = (0..<run.network.outputCount).map { $0 == 0 ? 1.0 : 0 }
    let edit = pick([
      Workspace.PointEdit.add(place, targets: targets), .delete(place), .move(place, to: other),
      .flip(place),
    ])
    return .act("the sample") { workspace throws(Diagnostics) in try workspace.edit(edit) }
  }

  private mutating func network() -> TrainingCommand {
    let (kind, layer, unit) = (random(4), 1 + random(3), 1 + random(4))
    return .act("the shape \(kind) \(layer) \(unit)") { workspace throws(Diagnostics) in
      switch kind {
      case 0: try workspace.addUnit(toLayer: layer)
      case 1: try workspace.removeUnit(unit, fromLayer: layer)
      case 2: try workspace.addLayer(units: unit)
      default: try workspace.removeLayer(layer)
      }
    }
  }

  private mutating func runs() -> TrainingCommand {
    let label = pick(workspace.runs).label
    let rate = YAMLNode(Double(1 + random(9)) / 100)
    let kind = workspace.runs.count > 2 ? 3 : random(6)
    return .act("the runs \(kind) \(label)") { workspace throws(Diagnostics) in
      switch kind {
      case 0: try workspace.fork()
      case 1: workspace.togglePin()
      case 2: try workspace.pick(label)
      case 3: try workspace.drop(label)
      case 4: try workspace.editAll([ExperimentEdit("learning_rate", value: rate)])
      default: workspace.sort(descending: false) { $0.run.step.loss }
      }
    }
  }
}
