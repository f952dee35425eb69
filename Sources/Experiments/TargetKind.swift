import NeuralNetwork

/// What an experiment file asks of targets, as far as it says.
struct TargetDemand: Hashable {
  /// The activation of the output layer.
  var output: Activation?
  var loss: Loss?
  /// The units of the output layer.
  var units: Int?
  /// Whether the loss is some cross-entropy, of which the classes decide which.
  var isCrossEntropy = false

  /// Whether the file leaves open what the targets are.
  var isOpen: Bool { output == nil && loss == nil && !isCrossEntropy }

  /// Whether the output layer or the loss is one for classes.
  var isForClasses: Bool {
    isCrossEntropy || output?.isForClasses == true || loss?.isForClasses == true
  }

  /// Whether each class needs a column, even where there are two.
  var needsColumnEach: Bool { output == .softmax || loss == .categoricalCrossEntropy }
}

/// What the targets of a data set are.
enum TargetKind: Hashable {
  /// Numbers to come near to.
  case numbers
  /// One column: 0 for the first class, 1 for the second.
  case pair([String])
  /// One column a class.
  case oneHot([String])

  /// The loss that goes with them; nil where the file must say.
  func defaultLoss(output: Activation?) -> Loss? {
    switch (self, output) {
    case (.numbers, _): nil
    case (.pair, nil), (.pair, .sigmoid), (.oneHot, .sigmoid): .binaryCrossEntropy
    case (.oneHot, nil), (.oneHot, .softmax): .categoricalCrossEntropy
    case (.pair, _), (.oneHot, _): .meanSquaredError
    }
  }

  /// What its classes are called.
  var classNames: [String]? {
    switch self {
    case .numbers: nil
    case .pair(let names), .oneHot(let names): names
    }
  }

  /// How many numbers the targets of one class take.
  var columns: Int {
    if case .oneHot(let classes) = self { classes.count } else { 1 }
  }
}

/// Samples, and what their targets are where the file decides that.
struct GivenData: Sendable {
  var recipe: DataRecipe
  var kind: TargetKind?
  /// How the columns of a file became inputs.
  var form: TableForm?

  /// The output units that the targets ask for; nil where they do not say, as one column, which may mean two classes.
  var units: Int? {
    let columns =
      switch recipe {
      case .explicit(_, let targets): targets.first?.count ?? 0
      case .samples(let samples): samples.targets.columns
      case .named: 0
      }
    return columns > 1 ? columns : nil
  }
}
