import NeuralNetwork

/// A loss in Python: what each output costs, and the error it sends back.
///
/// Every loss of the engine has a record here, which a test asks for.
struct PythonLoss: Sendable {
  /// What each number costs, from z, y and t, with PyTorch.
  let torch: String
  /// The same with NumPy.
  let numpy: String
  /// The derivative of the cost: by z for the losses that are worked out from z, by y for the others.
  let error: String
  /// Functions that the NumPy script must define first.
  var helpers: [PythonHelper] = []

  /// The record of a loss.
  /// - Throws: an `ExportError` when there is none.
  static func of(_ loss: Loss) throws -> PythonLoss {
    guard let record = all[loss.name] else {
      throw ExportError("The loss \(loss) cannot be written in Python.")
    }
    return record
  }

  /// By the names of the engine's losses.
  private static let all: [String: PythonLoss] = [
    "mse": PythonLoss(torch: "(y - t) ** 2", numpy: "(y - t) ** 2", error: "2 * (y - t)"),
    "half_mse": PythonLoss(
      torch: "(y - t) ** 2 / 2", numpy: "(y - t) ** 2 / 2", error: "y - t"),
    "mae": PythonLoss(
      torch: "(y - t).abs()", numpy: "np.abs(y - t)", error: "np.sign(y - t)"),
    "huber": PythonLoss(
      torch: "F.huber_loss(y, t, reduction=\"none\")",
      numpy: "np.where(np.abs(y - t) <= 1, (y - t) ** 2 / 2, np.abs(y - t) - 0.5)",
      error: "np.clip(y - t, -1, 1)"),
    "bce": PythonLoss(
      torch: "F.binary_cross_entropy_with_logits(z, t, reduction=\"none\")",
      numpy: "np.logaddexp(0, z) - t * z", error: "y - t"),
    "cce": PythonLoss(
      torch: "-t * torch.log_softmax(z, dim=1)", numpy: "-t * log_softmax(z)",
      error: "y * t.sum(axis=1, keepdims=True) - t", helpers: [.logSoftmax]),
    "hinge": PythonLoss(
      torch: "torch.relu(1 - (2 * t - 1) * y)", numpy: "np.maximum(0, 1 - (2 * t - 1) * y)",
      error: "np.where((2 * t - 1) * y < 1, 1 - 2 * t, 0)"),
    "perceptron": PythonLoss(
      torch: "((z >= 0).double() - t) * z", numpy: "((z >= 0) - t) * z", error: "(z >= 0) - t"),
  ]
}
