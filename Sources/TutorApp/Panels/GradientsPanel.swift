import NeuralNetwork
import TerminalCanvas

/// The size of every layer's weight gradient, on one absolute logarithmic scale for all runs and all times.
///
/// Ratios would hide a network whose gradients are all small.
func drawGradients(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  let run = model.run
  let norms = run.shownStep.weightGradientNorms
  let bars = norms.indices.map { layer in
    run.shownPhase >= .backward(layer: layer + 1)
      ? bar(layer: layer + 1, norm: norms[layer])
      : Bar("\(layer + 1)", value: .nan, verdict: "not yet", style: .muted)
  }
  let chart = BarChart(
    bars, from: 1e-9, to: 1e3,
    thresholds: [
      Threshold(Diagnosis.vanishingNorm, "vanish", style: .warning),
      Threshold(Diagnosis.explodingNorm, "explode", style: .warning),
    ])
  chart.draw(in: rect.inset(left: 1), on: &canvas)
}

private func bar(layer: Int, norm: Double) -> Bar {
  switch norm {
  case 0: Bar("\(layer)", value: norm, verdict: "none", style: .warning)
  case ..<Diagnosis.vanishingNorm:
    Bar("\(layer)", value: norm, verdict: "vanishing", style: .warning)
  case Diagnosis.explodingNorm...:
    Bar("\(layer)", value: norm, verdict: "exploding", style: .warning)
  default: Bar("\(layer)", value: norm)
  }
}
