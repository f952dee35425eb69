import NeuralNetwork
import TerminalCanvas

/// The network: units with their activations, weights with sign, size and number.
func drawNetwork(_ model: Model, in rect: Rect, on canvas: inout Canvas) {
}
