import NeuralNetwork
import TerminalCanvas

@testable import TutorApp

private func sizeWords(_ model: Model) -> [String] {
  model.run.network.layers.map { "layer \($0.number): \($0.units) units" }
}
extension Panel {
  static let sizes = Panel(
    "sizes", term: "unit", title: { _ in "sizes" }, side: .right,
    needs: { .init(width: .init(18, best: 18), height: .init(2, best: $0.depth + 1)) },
    sheds: "the last layers",
    draw: {
      TextTable([TableColumn("layers")], rows: sizeWords($0).map { [StyledText($0)] }).draw(
        in: $1, on: &$2)
    },
    words: sizeWords, legend: { _ in [LegendRow(StyledText("layers"), "from the inputs on")] })
}
