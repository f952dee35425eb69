import NeuralNetwork

/// An activation in Python: its value, and the way back through it.
///
/// Every activation of the engine has a record here, which a test asks for.
struct PythonActivation: Sendable {
  /// f(z) with PyTorch, which finds the derivative itself.
  let torch: @Sendable (_ z: String, _ slope: Double) -> String
  /// f(z) with NumPy.
  let numpy: @Sendable (_ z: String, _ slope: Double) -> String
  /// The error of z, given that of a.
  let back: @Sendable (_ error: String, _ z: String, _ a: String, _ slope: Double) -> String
  /// Functions that the NumPy script must define first.
  var helpers: [PythonHelper] = []

  /// The record of an activation.
  /// - Throws: an `ExportError` when there is none.
  static func of(_ activation: Activation) throws -> PythonActivation {
    guard let record = all[activation.name] else {
      throw ExportError("The activation \(activation) cannot be written in Python.")
    }
    return record
  }

  /// By the names of the engine's activations.
  private static let all: [String: PythonActivation] = [
    "linear": PythonActivation(
      torch: { z, _ in z }, numpy: { z, _ in z }, back: { error, _, _, _ in error }),
    "sigmoid": PythonActivation(
      torch: { z, _ in "torch.sigmoid(\(z))" }, numpy: { z, _ in "sigmoid(\(z))" },
      back: { error, _, a, _ in "\(error) * \(a) * (1 - \(a))" }, helpers: [.sigmoid]),
    "tanh": PythonActivation(
      torch: { z, _ in "torch.tanh(\(z))" }, numpy: { z, _ in "np.tanh(\(z))" },
      back: { error, _, a, _ in "\(error) * (1 - \(a) ** 2)" }),
    "relu": PythonActivation(
      torch: { z, _ in "torch.relu(\(z))" }, numpy: { z, _ in "np.maximum(0, \(z))" },
      back: { error, z, _, _ in "\(error) * (\(z) > 0)" }),
    "leaky_relu": PythonActivation(
      torch: { z, slope in "F.leaky_relu(\(z), \(slope))" },
      numpy: { z, slope in "np.where(\(z) > 0, \(z), \(slope) * \(z))" },
      back: { error, z, _, slope in "\(error) * np.where(\(z) > 0, 1, \(slope))" }),
    "elu": PythonActivation(
      torch: { z, _ in "F.elu(\(z))" },
      numpy: { z, _ in "np.where(\(z) > 0, \(z), np.expm1(np.minimum(\(z), 0)))" },
      back: { error, z, a, _ in "\(error) * np.where(\(z) > 0, 1, \(a) + 1)" }),
    "softplus": PythonActivation(
      // From 40 on the two agree to the last bit; PyTorch's own threshold of 20 is coarser.
      torch: { z, _ in "F.softplus(\(z), threshold=40)" },
      numpy: { z, _ in "np.logaddexp(0, \(z))" },
      back: { error, z, _, _ in "\(error) * sigmoid(\(z))" }, helpers: [.sigmoid]),
    "gelu": PythonActivation(
      torch: { z, _ in "F.gelu(\(z))" }, numpy: { z, _ in "\(z) * normal_share(\(z))" },
      back: { error, z, _, _ in
        "\(error) * (normal_share(\(z)) + \(z) * normal_density(\(z)))"
      }, helpers: [.normal]),
    "silu": PythonActivation(
      torch: { z, _ in "F.silu(\(z))" }, numpy: { z, _ in "\(z) * sigmoid(\(z))" },
      back: { error, z, a, _ in
        "\(error) * (sigmoid(\(z)) + \(a) * (1 - sigmoid(\(z))))"
      }, helpers: [.sigmoid]),
    "softmax": PythonActivation(
      torch: { z, _ in "torch.softmax(\(z), dim=1)" }, numpy: { z, _ in "softmax(\(z))" },
      back: { error, _, a, _ in
        "\(a) * (\(error) - (\(error) * \(a)).sum(axis=1, keepdims=True))"
      }, helpers: [.softmax]),
    "step": PythonActivation(
      torch: { z, _ in "(\(z) >= 0).double() + 0 * \(z)" },
      numpy: { z, _ in "np.where(\(z) >= 0, 1.0, 0.0)" },
      back: { error, _, _, _ in "0 * \(error)" }),
  ]
}

/// Functions that a NumPy script defines before it uses them.
enum PythonHelper: String, CaseIterable {
  case sigmoid = """
    def sigmoid(z):
        return np.exp(-np.logaddexp(0, -z))  # 1 / (1 + e^-z), without overflow
    """
  case softmax = """
    def softmax(z):
        powers = np.exp(z - z.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)
    """
  case logSoftmax = """
    def log_softmax(z):
        z = z - z.max(axis=1, keepdims=True)
        return z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    """
  case normal = """
    erfc = np.vectorize(math.erfc, otypes=[float])


    def normal_share(z):
        return 0.5 * erfc(-z / math.sqrt(2))


    def normal_density(z):
        return np.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    """
}
