import Experiments
import NeuralNetwork
import Workbench

/// One calculation with new numbers, and the run that knows its answer.
public struct Drill: Sendable {
  /// What is asked; its answer is a number.
  public let question: Question
  /// A run with the new numbers.
  public let workspace: Workspace
}

/// A kind of calculation that can be asked again and again.
///
/// To add one, write a file with its record in this folder and put the record into `all`.
struct DrillKind: Sendable {
  /// What it is, in a word.
  let name: String
  /// The calculation on a run with new numbers; nil where the run has nothing of the kind.
  let make: @Sendable (Workspace, inout RandomStream) -> Drill?

  /// Every kind: first those that only few runs have, and lessons are about; then the simplest.
  static let all: [DrillKind] = [
    .velocity, .squares, .share, .sum, .activation, .loss, .gradient, .step,
  ]
}

extension Drill {
  /// How many parameters of a run get new numbers of their own; larger networks begin from another seed.
  private static let mostNumbers = 40

  /// The calculations of every kind that a lesson's run has, with numbers that only `round` decides.
  static func choices(for run: Run, round: Int) -> [Drill] {
    var stream = RandomStream(seed: UInt64(round) &+ 1, purpose: .parameters)
    guard let workspace = renewed(run, &stream) else { return [] }
    return DrillKind.all.compactMap { $0.make(workspace, &stream) }
  }

  /// The next calculation on a run like a lesson's, the kinds in turn; nil where the run has nothing to work out.
  ///
  /// The same run and round give the same numbers.
  public static func next(like run: Run, round: Int) -> Drill? {
    let choices = choices(for: run, round: round)
    return choices.isEmpty ? nil : choices[round % choices.count]
  }

  /// A run of the same recipe on one sample, with other values of two decimals, so that they can be typed, for the inputs and
  /// the parameters.
  private static func renewed(_ run: Run, _ stream: inout RandomStream) -> Workspace? {
    var experiment = run.experiment
    experiment.seed = stream.next() >> 12
    experiment.reduce(to: sample(of: run, &stream))
    guard var workspace = try? Workspace(experiment) else { return nil }
    let indices = workspace.focusedRun.network.parameterIndices
    guard indices.count <= mostNumbers else { return workspace }
    let values = indices.map { _ in Double(stream.index(below: 181) - 90) / 100 }
    workspace.changeFocusedRun { run in
      for (index, value) in zip(indices, values) { run.apply(.parameter(index, value)) }
      run.seek(to: Position(update: 0))
    }
    return workspace
  }

  /// A target of the run's data, and inputs that are new and not 0 unless they are many, as those of images.
  private static func sample(
    of run: Run, _ stream: inout RandomStream
  ) -> (inputs: [Double], targets: [Double]) {
    let (data, row) = (run.dataset, stream.index(below: run.dataset.count))
    let targets = Array(data.targets.row(row))
    guard data.inputs.columns <= mostNumbers / 10 else {
      return (Array(data.inputs.row(row)), targets)
    }
    let inputs = (0..<data.inputs.columns).map { _ in
      Double(stream.index(below: 20) + 1) / 10 * (stream.index(below: 2) == 0 ? 1 : -1)
    }
    return (inputs, targets)
  }
}

extension Experiment {
  /// Puts one sample in the place of the data, and leaves out all that is done with several.
  fileprivate mutating func reduce(to sample: (inputs: [Double], targets: [Double])) {
    data = .explicit(inputs: [sample.inputs], targets: [sample.targets])
    (holdout, test, earlyStopping, batches) = (nil, nil, nil, .full)
    (scaling, targetScaling, classWeights, augmentation, fault) = (nil, nil, nil, nil, nil)
  }
}

extension Drill {
  /// A question about a quantity of the workspace, or what it is `after` a move.
  ///
  /// An answer may be off by a hundredth of its size: the numbers in the question are rounded.
  init?(
    _ prompt: String, _ quantity: Quantity, named name: String, after: Move? = nil,
    because: String, on workspace: Workspace
  ) {
    let reading = QuantityReference(text: name, quantity: quantity)
    var later = workspace
    if let after { guard (try? later.go(after, at: .init(line: 1))) != nil else { return nil } }
    guard let value = reading.value(on: later), value.isFinite else { return nil }
    let answer = NumberQuestion(
      value: .reading(reading), tolerance: max(0.002, 0.01 * abs(value)))
    self.workspace = workspace
    question = Question(
      prompt: InlineText(prompt), kind: answer, because: InlineText(because), wrong: [],
      proof: nil, after: after, position: .init(line: 1))
  }

  /// A number as a question shows it.
  static func text(_ value: Double) -> String { NumberFormat.automatic.text(value) }
}

extension Run {
  /// A number by its name in lessons.
  func number(_ name: String) -> Double? { Quantity(parsing: name)?.value(in: self) }
}

extension ParameterIndex {
  /// Whether it is added, not multiplied.
  var isBias: Bool { if case .bias = kind { true } else { false } }
}
