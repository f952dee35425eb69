/// One unit with a step: it fires, y = 1, where z = w·x + b ≥ 0 (Rosenblatt 1958).
///
/// Inputs, weights and bias are whole numbers, so that every step of its rule is exact.
public struct Perceptron: Hashable, Sendable {
  /// One weight an input.
  public private(set) var weights: [Int]
  /// The bias b.
  public private(set) var bias = 0

  /// A unit whose weights and bias are 0.
  public init(inputCount: Int) { weights = Array(repeating: 0, count: inputCount) }

  /// 1 if z ≥ 0, else 0.
  /// - Precondition: one number a weight, and z fits into 64 bits.
  public func output(for inputs: [Int]) -> Int {
    zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 } >= 0 ? 1 : 0
  }

  /// The perceptron rule for one sample: w ← w + (t − y) x and b ← b + (t − y).
  ///
  /// The learning rate is 1: from zeros, any other would only scale all weights alike.
  /// - Returns: whether the output was wrong; where it was right nothing changes.
  public mutating func learn(_ inputs: [Int], target: Int) -> Bool {
    let error = target - output(for: inputs)
    guard error != 0 else { return false }
    for (index, input) in inputs.enumerated() { weights[index] += error * input }
    bias += error
    return true
  }
}
