/// A number of a run that has a name, as lessons write it: layer1.z[1], layer2.w[1,2].grad, sample3.output[1], loss.
///
/// Layers, units, inputs and samples count from 1; the unit comes before the input. A sample of the batch may be chosen
/// in front; without it the first one is meant. A gradient is that of the objective over all samples; `batch.` in front
/// makes it that of the next update.
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// What is asked for.
  public enum Kind: Hashable, Sendable {
    // Of the run as a whole.

    /// What has a word of its own.
    case figure(Figure)
    /// How many samples of a class, from 1 in the order of the outputs, were taken for a class.
    case confusion(SampleSet, of: Int, as: Int)

    // Of a sample.

    /// One of its inputs.
    case input(Int)
    /// One of its targets.
    case target(Int)
    /// What a unit of the output layer makes of it.
    case output(Int)
    /// ∂(data loss)/∂a of an output.
    case outputGradient(Int)

    // Of a unit, for a sample.

    /// z.
    case preActivation(layer: Int, unit: Int)
    /// u, the batch-normalized z; z itself without batch norm.
    case normalized(layer: Int, unit: Int)
    /// a, after residual and dropout.
    case activation(layer: Int, unit: Int)
    /// δ = ∂objective/∂z.
    case delta(layer: Int, unit: Int)

    // Of a parameter θ.

    /// θ before the update.
    case parameter(ParameterIndex)
    /// ∂objective/∂θ over all samples, before clipping.
    case gradient(ParameterIndex)
    /// What a difference quotient says the gradient is, without the chain rule.
    case numericGradient(ParameterIndex)
    /// What the update adds to θ.
    case change(ParameterIndex)
    /// v of momentum or m of Adam, after the update.
    case firstMoment(ParameterIndex)
    /// The optimizer's s, after the update.
    case secondMoment(ParameterIndex)

    // Of a layer.

    /// The L2 norm of the gradient of its weights.
    case weightGradientNorm(layer: Int)
    /// The L2 norm of the gradient of its biases.
    case biasGradientNorm(layer: Int)
    /// A figure of its units over the whole data set.
    case layerFigure(LayerFigure, layer: Int)
  }

  /// What is asked for.
  public let kind: Kind
  /// The sample of the batch, from 1.
  public let sample: Int
  /// Whether a gradient is that of the next batch alone.
  public let isOfBatch: Bool
  /// The name as it was written.
  public let description: String

  /// The quantity of a name; nil when there is no such name.
  public init?(parsing text: String) {
    var parser = QuantityParser(text)
    guard let (kind, sample, isOfBatch) = parser.parse() else { return nil }
    (self.kind, self.sample, self.isOfBatch) = (kind, sample, isOfBatch)
    description = text
  }

  /// A quantity that nobody has written down.
  public init(_ kind: Kind, sample: Int = 1) {
    (self.kind, self.sample, isOfBatch, description) = (kind, sample, false, "")
  }
}

extension Quantity {
  /// The number in a run at its position; nil when this run has no such thing.
  public func value(in run: Run) -> Double? {
    let step = run.step
    switch kind {
    case .figure(let figure):
      return isOfBatch ? step.totalGradientNorm : figure.value(run)
    case .confusion(let samples, let label, let guess):
      return run.confusion(on: samples).flatMap { number($0, row: label, column: guess) }
    case .input(let column): return number(step.inputs, column)
    case .target(let column): return number(step.targets, column)
    case .output(let unit): return number(step.outputs, unit)
    case .outputGradient(let unit): return number(step.outputGradient, unit)
    case .preActivation(let layer, let unit):
      return layered(run, layer) { number(step.preActivations(layer: layer), unit) }
    case .normalized(let layer, let unit):
      return layered(run, layer) { number(step.normalized(layer: layer), unit) }
    case .activation(let layer, let unit):
      return layered(run, layer) { number(step.activations(layer: layer), unit) }
    case .delta(let layer, let unit):
      return layered(run, layer) { number(step.deltas(layer: layer), unit) }
    case .weightGradientNorm(let layer):
      return norm(run, layer) { $0.start..<$0.biasStart }
    case .biasGradientNorm(let layer):
      return norm(run, layer) { $0.biasStart..<$0.gammaStart }
    case .layerFigure(let figure, let layer):
      return layered(run, layer) { figure.value(run, layer) }
    case .parameter(let index): return parameter(run, index) { step.before(index) }
    case .gradient(let index):
      return parameter(run, index) {
        isOfBatch ? step.gradient(index) : run.objectiveGradient(index)
      }
    case .numericGradient(let index):
      return parameter(run, index) {
        isOfBatch ? GradientCheck.check(index, in: run).numerical : run.numericGradient(index)
      }
    case .change(let index): return parameter(run, index) { step.change(index) }
    case .firstMoment(let index): return parameter(run, index) { step.firstMoment(index) }
    case .secondMoment(let index): return parameter(run, index) { step.secondMoment(index) }
    }
  }

  /// Whether the learner who stands at a phase has walked far enough to know it, in a network of `depth` layers.
  public func isKnown(at phase: Phase, depth: Int = .max) -> Bool {
    switch kind {
    case .figure(let figure): phase >= figure.phase
    case .confusion, .layerFigure, .input, .target, .parameter: true
    case .preActivation(let layer, _), .normalized(let layer, _), .activation(let layer, _):
      phase >= .forward(layer: layer)
    case .output: phase >= .forward(layer: depth)
    case .outputGradient: phase >= .backward(layer: depth)
    case .delta(let layer, _), .weightGradientNorm(let layer), .biasGradientNorm(let layer):
      phase >= .backward(layer: layer)
    case .gradient(let index), .numericGradient(let index): phase >= .backward(layer: index.layer)
    // Clipping by norm needs the whole gradient, so a change is known last.
    case .change, .firstMoment, .secondMoment: phase >= .whole
    }
  }

  /// Whether the learner has walked far enough in a run to know it.
  public func isKnown(in run: Run) -> Bool { isKnown(at: run.position.phase, depth: run.depth) }

  /// A number of the sample; the parser lets no index below 1 pass.
  private func number(_ matrix: Matrix, _ column: Int) -> Double? {
    number(matrix, row: sample, column: column)
  }

  private func number(_ matrix: Matrix, row: Int, column: Int) -> Double? {
    row <= matrix.rows && column <= matrix.columns ? matrix[row - 1, column - 1] : nil
  }

  private func gradients(_ run: Run) -> [Double] {
    isOfBatch ? run.step.gradients : run.objectiveGradients
  }

  /// The L2 norm of a part of a layer's gradient.
  private func norm(_ run: Run, _ layer: Int, _ part: (Layer) -> Range<Int>) -> Double? {
    layered(run, layer) { Norm.of(gradients(run)[part(run.plan.network.layers[layer - 1])]) }
  }

  private func layered(_ run: Run, _ layer: Int, _ value: () -> Double?) -> Double? {
    layer <= run.depth ? value() : nil
  }

  private func parameter(_ run: Run, _ index: ParameterIndex, _ value: () -> Double?) -> Double? {
    run.network.contains(index) ? value() : nil
  }
}
