import NeuralNetwork
import Platform
import TerminalCanvas

/// What a histogram is of.
public enum HistogramSubject: String, CaseIterable, Hashable, Sendable {
  case weights, activations, gradients

  /// The next one, as the key that cycles them walks through.
  var next: HistogramSubject {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

/// The numbers of every layer of a step, as histograms on one axis.
struct LayerNumbers {
  let subject: HistogramSubject
  /// By layer, from the first.
  let layers: [[Double]]
  /// One for all layers.
  let axis: Axis
  private let step: TrainingStep

  /// Activations and gradients are those of the step's batch, as far as the learner has walked: layers that the phase has
  /// not reached have no numbers.
  init(_ subject: HistogramSubject, of run: Run) {
    self.subject = subject
    step = run.shownStep
    let (network, phase) = (run.network, run.position.phase)
    layers = (1...max(1, network.depth)).map { layer in
      switch subject {
      case .weights: network.weights(layer: layer).elements
      case .activations:
        phase >= .forward(layer: layer) || phase == .start && run.previousStep != nil
          ? run.shownStep.activations(layer: layer).elements : []
      case .gradients:
        run.shownPhase >= .backward(layer: layer) ? run.shownStep.weightGradients(layer: layer) : []
      }
    }
    axis = subject == .gradients ? Axis(.logarithmic, from: 1e-8, to: 1e2) : Self.axis(layers)
  }

  /// From the least to the largest of all numbers; with both signs as far down as up.
  private static func axis(_ layers: [[Double]]) -> Axis {
    let finite = layers.joined().lazy.filter(\.isFinite)
    let (low, high) = (finite.min() ?? 0, finite.max() ?? 1)
    guard low < 0 else { return Axis(from: 0, to: high > 0 ? high : 1) }
    let reach = max(-low, high)
    return Axis(from: -reach, to: reach)
  }

  /// How many numbers of a layer (from 1) lie in each of some parts of the axis; gradients by their size.
  func histogram(layer: Int, bins: Int) -> Histogram {
    let values = layers[layer - 1]
    return Histogram(
      of: subject == .gradients ? values.map(abs) : values, bins: bins, over: axis)
  }

  /// Whether a layer has so many numbers that the few far from the others, which matter, would not be seen beside them.
  var countsByLogarithm: Bool { layers.contains { $0.count >= 500 } }

  /// How tall a bar of so many numbers is.
  func height(_ count: Int) -> Double {
    countsByLogarithm ? log(1 + Double(count)) : Double(count)
  }

  /// Mean, deviation and how many say nothing, in words of one line; empty before the numbers are known.
  func figures(layer: Int) -> [String] {
    let values = layers[layer - 1]
    guard !values.isEmpty else { return [] }
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    let share = percent(Double(silent(layer: layer)) / count)
    let end = subject == .activations && isBounded(layer) ? "flat \(share)" : "zeros \(share)"
    return [
      "mean \(mean.formatted(significant: 2, signed: true))",
      "± \(deviation.formatted(significant: 2))", end,
    ]
  }

  /// The numbers that are 0; of a function with two flat ends, those whose slope is below a hundredth of its steepest.
  private func silent(layer: Int) -> Int {
    guard subject == .activations, isBounded(layer) else {
      return layers[layer - 1].count { $0 == 0 }
    }
    let own = step.network.layers[layer - 1]
    let steepest = own.activation.steepest ?? 1
    let z = step.preActivations(layer: layer).elements
    let a = step.unitOutputs(layer: layer).elements
    return zip(z, a).count { own.activation.derivative($0, $1, own.slope) < steepest / 100 }
  }

  private func isBounded(_ layer: Int) -> Bool {
    step.network.layers[layer - 1].activation.steepest != nil
  }
}

extension TrainingStep {
  /// The gradients of all weights of a layer (from 1), a unit after the other.
  func weightGradients(layer: Int) -> [Double] {
    let own = network.layers[layer - 1]
    return (1...own.units).flatMap { unit in
      (1...own.inputs).map { gradient(.weight(layer: layer, unit: unit, input: $0)) }
    }
  }
}
