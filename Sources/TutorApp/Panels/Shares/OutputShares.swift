import NeuralNetwork
import Platform
import TerminalCanvas

/// What the output layer makes of the pinned sample, as far as the learner has walked.
struct OutputShares {
  /// One output.
  struct Row: Hashable {
    /// The class, from 0.
    let group: Int
    let target: Double
    /// z; nil while it is not known.
    let score: Double?
    /// exp(z − `shift`).
    let power: Double?
    /// a: of softmax the share.
    let share: Double?
    /// a − T; nil while the learner has not got to the way back.
    let push: Double?
    let isTrue: Bool
    let isGuess: Bool
    /// Whether it is the only output, which stands for no class of its own.
    let isAlone: Bool

    /// What the row is called.
    let name: String
    /// The same in a sentence.
    var words: String { isAlone ? name : "class \(name)" }
  }

  let rows: [Row]
  let isSoftmax: Bool
  /// What the numbers of the output layer are called.
  let name: String
  /// What is taken off every z before its exponential: the largest z where an exponential would grow out of sight, else 0.
  ///
  /// The shares are the same.
  let shift: Double
  /// The sum of the exponentials; nil while they are not known.
  let exponentialSum: Double?

  /// Beyond this an exponential has more digits before the point than a column has behind it.
  private static let mostScore = 7.0

  /// What stands over the exponentials.
  var powerTitle: String { shift == 0 ? "exp z" : "exp(z−m)" }
  /// The exponential of a score, written out.
  private func power(of score: String) -> String {
    shift == 0 ? "exp(\(score))" : "exp(\(score) − \(shift.formatted(significant: 6)))"
  }
  /// Their sum, written out; nil while it is not known.
  var sumText: String? {
    exponentialSum.map { "Σ \(shift == 0 ? "exp z" : power(of: "z")) = \(number($0))" }
  }

  init(_ model: Model) {
    let picture = NetworkPicture(model, glyphs: model.glyphs)
    let (network, depth) = (picture.network, picture.depth)
    let count = network.outputCount
    isSoftmax = network.layers.last?.activation == .softmax
    name = model.run.hasShares ? "share" : "output"
    let scores = picture.outputScores
    let largest = scores.max() ?? 0
    let shift = abs(largest) > Self.mostScore ? largest : 0
    self.shift = shift
    let outputs = (1...count).map { picture.activation(layer: depth, unit: $0) }
    let isKnown = outputs[0] != nil
    let powers = scores.map { exp($0 - shift) }
    exponentialSum = isKnown && isSoftmax ? powers.reduce(0, +) : nil
    let targets = (1...count).map { picture.target(unit: $0) }
    let truth = targets.indices.max { targets[$0] < targets[$1] } ?? 0
    // One output alone is not the largest of any.
    let said = isKnown && count > 1 ? Metrics.guesses(outputs.compactMap(\.self)[...], 0) : []
    let isPushed = picture.row == nil || picture.phase >= .backward(layer: depth)
    let names = model.classNames
    rows = (0..<count).map { group in
      Row(
        group: group, target: targets[group], score: isKnown ? scores[group] : nil,
        power: isKnown ? powers[group] : nil, share: outputs[group],
        push: isPushed ? outputs[group].map { $0 - targets[group] } : nil,
        isTrue: group == truth && targets[group] > 0, isGuess: isKnown && said.contains(group),
        isAlone: count == 1, name: count == 1 ? "a" : names[group])
    }
  }

  /// The share of the true class step by step, in numbers.
  var explanation: [StyledText] {
    guard isSoftmax, let sum = exponentialSum, let row = rows.first(where: \.isTrue),
      let score = row.score, let power = row.power, let share = row.share
    else { return [] }
    return [
      StyledText("class \(row.name), the true one", .heading),
      StyledText("\(self.power(of: number(score))) = \(number(power))"),
      StyledText("share = \(number(power)) / \(number(sum)) = \(number(share))"),
      StyledText("loss  = −ln \(number(share)) = \(number(-log(share)))"),
      StyledText(
        "a − T = \(number(share)) − \(compact(row.target)) = \(number(share - row.target))"),
    ]
  }
}

extension NetworkPicture {
  /// z of every output for the pinned sample: from the step, or worked out where the batch goes without it.
  var outputScores: [Double] {
    if let row { return Array(step.preActivations(layer: depth).row(row)) }
    let (inputs, weights) = (outputs(layer: depth - 1), network.weights(layer: depth))
    let biases = network.biases(layer: depth)
    return (0..<weights.rows).map { unit in
      inputs.indices.reduce(biases?[unit] ?? 0) { $0 + weights[unit, $1] * inputs[$1] }
    }
  }
}
