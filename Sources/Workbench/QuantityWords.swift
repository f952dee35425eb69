import NeuralNetwork
import Platform

/// What readers call quantities and conditions: sentences and titles say these words, files the names.
extension QuantityReference {
  /// What the screen calls it: a lesson's own name for it as it is, others in words.
  public var inWords: String {
    guard let quantity, isPlain(quantity), let words = quantity.inWords else { return text }
    return label.map { "\(words) of \($0)" } ?? words
  }

  /// Whether the author wrote the quantity's own name.
  private func isPlain(_ quantity: Quantity) -> Bool {
    text == (label.map { "\($0)." } ?? "") + quantity.description
  }
}

extension Quantity {
  /// The words; nil where its name is as good.
  fileprivate var inWords: String? {
    let start = isOfBatch ? "the next batch's " : ""
    let end = sample > 1 ? " for sample \(sample)" : ""
    return kind.words.map { start + $0 + end }
  }
}

extension Quantity.Kind {
  fileprivate var words: String? {
    switch self {
    case .figure(let figure): figure.title
    case .confusion(_, let truth, let guess): "class \(truth) taken for class \(guess)"
    case .input(let index): "input \(index)"
    case .target(let index): "target \(index)"
    case .output(let index): "output \(index)"
    case .outputGradient(let index): "the slope of the loss in output \(index)"
    case .preActivation(let layer, let unit): "z of unit \(unit) of layer \(layer)"
    case .normalized(let layer, let unit): "u of unit \(unit) of layer \(layer)"
    case .activation(let layer, let unit): "what unit \(unit) of layer \(layer) puts out"
    case .delta(let layer, let unit): "δ of unit \(unit) of layer \(layer)"
    case .parameter(let index): index.words
    case .gradient(let index), .numericGradient(let index): "the gradient of \(index.words)"
    case .change(let index): "the change of \(index.words)"
    case .firstMoment(let index): "the first moment of \(index.words)"
    case .secondMoment(let index): "the second moment of \(index.words)"
    case .weightGradientNorm(let layer): "the gradient norm of layer \(layer)"
    case .biasGradientNorm(let layer): "the gradient norm of the biases of layer \(layer)"
    case .layerFigure(let figure, let layer): "\(figure.words) of layer \(layer)"
    }
  }
}

extension LayerFigure {
  fileprivate var words: String {
    switch self {
    case .dead: "the number of dead units"
    case .saturated: "the number of saturated units"
    case .mean: "the mean output"
    case .deviation: "the spread of the outputs"
    }
  }
}

extension ParameterIndex {
  fileprivate var words: String {
    switch kind {
    case .weight(let unit, let input):
      "the weight from input \(input) to unit \(unit) of layer \(layer)"
    case .bias(let unit): "the bias of unit \(unit) of layer \(layer)"
    case .gamma(let unit): "γ of unit \(unit) of layer \(layer)"
    case .beta(let unit): "β of unit \(unit) of layer \(layer)"
    }
  }
}

extension Condition {
  /// The condition as a reader would say it: "loss below 0.1 and right at least 95 %".
  public var inWords: String { terms.map(\.inWords).joined(separator: " and ") }
}

extension Term {
  fileprivate var inWords: String {
    guard left.isShare, left.label == nil, case .number(1) = right, isAtTheTop else {
      // A title is short.
      let name = left.inWords.replacing("the number of ", with: "")
      return "\(name) \(relation.words) \(rightWords)"
    }
    return left.inWords.hasPrefix("right") ? "all right" : "all \(left.inWords)"
  }

  /// Whether a share of 1 is asked for.
  private var isAtTheTop: Bool {
    switch relation {
    case .equal, .greaterOrEqual: true
    default: false
    }
  }

  private var rightWords: String {
    switch right {
    case .reading(let reading): reading.inWords
    case .number(let value): left.isShare ? Self.text(value * 100) + " %" : Self.text(value)
    }
  }

  private static func text(_ value: Double) -> String { String(printf: "%.6g", value) }
}

extension Term.Relation {
  fileprivate var words: String {
    switch self {
    case .less: "below"
    case .lessOrEqual: "at most"
    case .greater: "above"
    case .greaterOrEqual: "at least"
    case .equal: "is"
    case .notEqual: "is not"
    }
  }
}
