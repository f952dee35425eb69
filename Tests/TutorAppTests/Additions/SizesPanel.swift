import NeuralNetwork
import TerminalCanvas

@testable import TutorApp

private func drawSizes(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
  for (row, line) in sizesWords(model).prefix(rect.height).enumerated() {
    canvas.write(StyledText(line), in: rect, row: row)
  }
}

private func sizesWords(_ model: Model) -> [String] {
  (1...model.run.depth).map { layer in
    let weights = model.run.network.weights(layer: layer).elements
    let mean = weights.reduce(0) { $0 + abs($1) } / Double(weights.count)
    return "layer \(layer)  \(number(mean))"
  }
}

extension Panel {
  static let sizes = Panel(
    "sizes", term: "weight", title: { _ in "mean |w| by layer" }, side: .right,
    needs: {
      PanelNeeds(
        width: .init(16, best: 20, most: 30), height: .init(1, best: $0.depth, most: $0.depth))
    },
    sheds: "the last layers", draw: drawSizes, words: sizesWords,
    legend: { _ in [LegendRow(StyledText("layer 1"), "the mean size of its weights")] })
}
