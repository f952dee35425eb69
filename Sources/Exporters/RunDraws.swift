import NeuralNetwork

/// What a run draws at random or leaves out, update by update, and where it ends: no other program would draw the same, so
/// scripts hold it as data.
struct RunDraws {
  /// The most numbers that a script holds of it.
  static let limit = 5_000_000

  /// How many updates the run makes.
  private(set) var updates = 0
  /// The update whose parameters it ends with: where it stops early, that with the lowest loss on held-out samples.
  private(set) var best = 0
  /// The samples of each update, from 0; nil when each update uses all of them in order.
  private(set) var batches: [[Int]]?
  /// The inputs of each update, where augmentation moves them.
  private(set) var inputs: [Matrix] = []
  /// What the outputs of a layer's units are multiplied by in each update, by the layer's number.
  private(set) var dropoutScales: [Int: [Matrix]] = [:]

  /// Goes through the updates of a run, of which `first` is the beginning.
  /// - Throws: an `ExportError` when a script would hold too many numbers, an `ExperimentError` for a bad recipe.
  init(_ run: ExportedRun, from first: Run) throws {
    let isWhole = first.step.sampleIndices == Array(0..<first.dataset.count)
    var (count, lists) = (0, [[Int]]())
    let isAugmented = run.experiment.augmentation != nil
    best = try run.forEachStep { run in
      updates += 1
      guard count <= Self.limit else { return }
      let step = run.step
      lists.append(step.sampleIndices)
      if isAugmented { inputs.append(step.inputs) }
      for layer in 1...run.depth {
        if let scale = step.dropoutScale(layer: layer) {
          dropoutScales[layer, default: []].append(scale)
        }
      }
      count += Self.size(of: step, isAugmented: isAugmented, depth: run.depth)
    }
    guard count <= Self.limit else {
      throw ExportError(
        "The script would hold more than \(Self.limit) numbers that were drawn: make fewer updates with --steps."
      )
    }
    let alike = lists.allSatisfy { $0 == lists.first } && isWhole
    batches = alike ? nil : Self.cycle(of: lists, first.updatesPerEpoch)
  }

  private static func size(of step: TrainingStep, isAugmented: Bool, depth: Int) -> Int {
    let scales = (1...depth).compactMap { step.dropoutScale(layer: $0)?.elements.count }
    return step.sampleIndices.count + scales.reduce(0, +)
      + (isAugmented ? step.inputs.elements.count : 0)
  }

  /// The lists of one epoch where every epoch has the same, else all lists.
  private static func cycle(of lists: [[Int]], _ length: Int) -> [[Int]] {
    let repeats = lists.indices.allSatisfy { lists[$0] == lists[$0 % length] }
    return repeats ? Array(lists.prefix(length)) : lists
  }
}
