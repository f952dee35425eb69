import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The way of one sample through a step: a row of the batch, or where the batch goes without the sample, what would
/// happen to it there.
struct SampleStep {
  /// The sample's number in the data set, from 0.
  let sample: Int
  /// The batch's step, or one of as many rows that all are the sample.
  let step: TrainingStep
  let row: Int
  let isInBatch: Bool

  /// A row of a step's batch.
  init(_ sample: Int, in step: TrainingStep, row: Int, isInBatch: Bool = true) {
    (self.sample, self.step, self.row, self.isInBatch) = (sample, step, row, isInBatch)
  }

  /// The way of a sample through a step of a run; nil where the batch goes without the sample and alone it means nothing,
  /// as with batch norm.
  init?(of sample: Int, in step: TrainingStep, of run: Run) {
    if let row = step.row(of: sample) {
      self.init(sample, in: step, row: row)
    } else {
      let quick = step.filled(with: sample)
      guard let own = quick ?? step.filledWithoutChance(with: sample, of: run) else { return nil }
      self.init(sample, in: own, row: 0, isInBatch: false)
    }
  }
}

extension TrainingStep {
  /// How many samples share the mean that its loss is: its δ are as many times smaller than those of one alone.
  var samplesPerMean: Double {
    lossKind.divisor(rows: outputs.rows, outputs: outputs.columns)
      / lossKind.divisor(rows: 1, outputs: outputs.columns)
  }

  /// The same step from the same parameters where every row of the batch is one sample of the run's data set, and nothing is
  /// dropped or moved: that is another recipe.
  fileprivate func filledWithoutChance(with sample: Int, of run: Run) -> TrainingStep? {
    guard !network.layers.contains(where: { $0.batchNormEpsilon != nil }) else { return nil }
    let rows = Array(repeating: sample, count: max(1, sampleIndices.count))
    var recipe = run.activeExperiment
    recipe.data = .samples(
      Dataset(
        inputs: run.dataset.inputs.selecting(rows: rows),
        targets: run.dataset.targets.selecting(rows: rows)))
    recipe.loss = lossKind
    (recipe.batches, recipe.holdout, recipe.test) = (.full, nil, nil)
    (recipe.scaling, recipe.targetScaling, recipe.augmentation) = (nil, nil, nil)
    for (index, layer) in network.layers.enumerated() {
      recipe.layers[index].activation = layer.activation
      recipe.layers[index].dropout = nil
      recipe.layers[index].begin(as: network, layer: layer.number)
    }
    return try? Run(recipe).step
  }
}

extension Model {
  /// The pinned sample's way through a step; worked out once for a step that goes without it.
  func sampleStep(in step: TrainingStep) -> SampleStep? {
    let sample = pinnedSample
    guard step.row(of: sample) == nil else { return SampleStep(of: sample, in: step, of: run) }
    let key = PictureCache.Key(
      name: "sample \(sample) of \(step.sampleIndices.count), \(step.lossKind.name)",
      run: workspace.focus, size: Size(width: 0, height: 0), axes: [])
    return pictures.value(for: key, of: step.network) {
      SampleStep(of: sample, in: step, of: run)
    }
  }

  /// The pinned sample's way through the shown step.
  var shownSampleStep: SampleStep? { sampleStep(in: shownStep) }

  /// What a layer (from 1) hands to its activation for the pinned sample; none where no step shows the sample.
  func shownZ(layer: Int) -> [Double] {
    shownSampleStep.map { Array($0.step.normalized(layer: layer).row($0.row)) } ?? []
  }

  /// The chain rule of the chosen parameter for the pinned sample.
  var chainRule: ChainRule {
    ChainRule(
      chainParameter, in: shownStep, by: shownSampleStep, of: pinnedSample, phase: shownPhase,
      isAsked: veil.hidesGradient(chainParameter))
  }
}
