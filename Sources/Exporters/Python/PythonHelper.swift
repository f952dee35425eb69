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
