import NeuralNetwork

/// An activation as other programs write it: its value, and the way back through it.
struct ExportedActivation: ExportRecord {
  let original: Activation
  /// f(z) with PyTorch, which finds the derivative itself.
  let torch: @Sendable (_ z: String, _ slope: Double) -> String
  /// f(z) with NumPy.
  let numpy: @Sendable (_ z: String, _ slope: Double) -> String
  /// The error of z with NumPy, given that of a.
  let back: @Sendable (_ error: String, _ z: String, _ a: String, _ slope: Double) -> String
  /// Functions that the NumPy script must define first.
  let helpers: [PythonHelper]
  /// Adds f(z) to a graph, as the value of a name.
  let onnx: @Sendable (inout ONNXGraph, _ z: String, _ name: String, _ slope: Double) -> Void

  init(
    _ original: Activation, torch: @escaping @Sendable (_ z: String, _ slope: Double) -> String,
    numpy: @escaping @Sendable (_ z: String, _ slope: Double) -> String,
    back:
      @escaping @Sendable (_ error: String, _ z: String, _ a: String, _ slope: Double) -> String,
    helpers: [PythonHelper] = [],
    onnx:
      @escaping @Sendable (inout ONNXGraph, _ z: String, _ name: String, _ slope: Double) ->
      Void
  ) {
    (self.original, self.torch, self.numpy, self.back) = (original, torch, numpy, back)
    (self.helpers, self.onnx) = (helpers, onnx)
  }

  /// Every one, in the engine's order.
  static let all: [ExportedActivation] = [
    .linear, .sigmoid, .tanh, .relu, .leakyRelu, .elu, .softplus, .gelu, .silu, .softmax, .step,
  ]
}
