internal import CKernels

/// The objective being minimized, without penalties.
///
/// B samples in the batch, K outputs; y is an output, t its target. To add one, write a file that ends in its record, and put the
/// record into `all`. It then trains, is named in messages and is held against finite differences; a kernel only makes it faster.
public final class Loss: ListedRecord {
  /// What the loss of one output is computed from.
  public enum Argument: Hashable, Sendable {
    /// y, the output.
    case output
    /// z of the output layer.
    case preActivation
  }

  /// Which targets a loss goes with.
  public enum Targets: Hashable, Sendable {
    /// Any numbers.
    case numbers
    /// Shares from 0 to 1.
    case shares
    /// 0 or 1.
    case labels

    /// Whether a target is one of them.
    func contains(_ target: Double) -> Bool {
      switch self {
      case .numbers: true
      case .shares: (0...1).contains(target)
      case .labels: target == 0 || target == 1
      }
    }
  }

  /// The two conventions of the squared error.
  public static let squaredErrors: [Loss] = [.meanSquaredError, .halfMeanSquaredError]

  /// What the sum over samples and outputs is divided by.
  public enum Mean: Hashable, Sendable {
    /// B K: the mean over all numbers.
    case overNumbers
    /// B: the mean over the samples.
    case overSamples
  }

  /// The name that files use.
  public let name: String
  /// As a menu shows it.
  public let title: String
  /// The loss of a batch as a formula.
  public let formula: String
  /// The derivative of one output's share, ∂/∂y, as a formula.
  public let derivativeFormula: String
  /// Of a derivative formula with several cases the one that holds for an output and a target.
  public let derivativeCase: (@Sendable (_ y: Double, _ t: Double) -> String)?
  /// What it is good for, in a sentence.
  public let summary: String
  /// Where it was first described; nil where that is nobody's.
  public let source: String?
  /// One output's share before the mean is taken, of what `argument` says.
  public let value: @Sendable (_ y: Double, _ t: Double) -> Double
  /// The derivative of one output's share.
  ///
  /// At a kink it is the value the engine uses.
  public let derivative: @Sendable (_ y: Double, _ t: Double) -> Double
  /// Where the derivative or its slope jumps, for a target: a finite difference across one of these proves nothing.
  public let kinks: @Sendable (_ t: Double) -> [Double]
  /// What value and derivative are taken of.
  public let argument: Argument
  /// What the sum is divided by.
  public let mean: Mean
  /// The only activation of the output layer that the loss goes with; nil: any.
  public let output: Activation?
  /// Which targets it goes with.
  public let targets: Targets
  /// Whether it is a loss for classes.
  public let isForClasses: Bool
  /// The second derivative by an output where it is the same everywhere, as it is of squares; else nil.
  public let curvature: Double?
  /// What other programs call it, in small letters alone.
  public let aliases: [String]
  /// On which side of this number a single output says yes.
  public let boundary: Double
  /// Its kernel; nil: value and derivative are called number by number.
  let kernel: dk_loss_kind?
  /// What the kernel wants to know beside y and t.
  let kernelParameter: Double

  /// A record.
  init(
    name: String, title: String, formula: String, derivativeFormula: String,
    derivativeCase: (@Sendable (_ y: Double, _ t: Double) -> String)? = nil, summary: String,
    source: String? = nil, value: @escaping @Sendable (_ y: Double, _ t: Double) -> Double,
    derivative: @escaping @Sendable (_ y: Double, _ t: Double) -> Double,
    kinks: @escaping @Sendable (_ t: Double) -> [Double] = { _ in [] },
    argument: Argument = Argument.output, mean: Mean = Mean.overNumbers,
    output: Activation? = nil, targets: Targets = Targets.numbers, isForClasses: Bool = false,
    curvature: Double? = nil, aliases: [String] = [],
    boundary: Double = 0.5, kernel: dk_loss_kind? = nil, kernelParameter: Double = 0.0
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.derivativeCase = derivativeCase
    self.summary = summary
    self.source = source
    self.value = value
    self.derivative = derivative
    self.kinks = kinks
    self.argument = argument
    self.mean = mean
    self.output = output
    self.targets = targets
    self.isForClasses = isForClasses
    self.curvature = curvature
    self.aliases = aliases
    self.boundary = boundary
    self.kernel = kernel
    self.kernelParameter = kernelParameter
  }
}

extension Loss {
  /// Every one, in the order of a menu.
  public static let all: [Loss] = [
    .meanSquaredError, .halfMeanSquaredError, .meanAbsoluteError, .huber, .binaryCrossEntropy,
    .categoricalCrossEntropy, .hinge, .perceptron,
  ]

  /// What the sum over samples and outputs is divided by.
  public func divisor(rows: Int, outputs: Int) -> Double {
    Double(mean == .overSamples ? rows : rows * outputs)
  }

  /// Whether it is worked out from z, so that no way back through the output's activation is needed.
  public var isFromPreActivations: Bool {
    argument == .preActivation || (kernel != nil && output != nil)
  }

  /// The same without its kernel: what the definition alone makes of a network.
  var withoutKernel: Loss {
    Loss(
      name: name, title: title, formula: formula, derivativeFormula: derivativeFormula,
      derivativeCase: derivativeCase, summary: summary, source: source, value: value,
      derivative: derivative, kinks: kinks, argument: argument, mean: mean, output: output,
      targets: targets, isForClasses: isForClasses, curvature: curvature, aliases: aliases,
      boundary: boundary)
  }
}

/// −1, 0 or 1.
@inline(__always) func sign(_ x: Double) -> Double { x > 0 ? 1 : (x < 0 ? -1 : 0) }

/// t ln y, and 0 where t is 0 whatever y.
func weightedLogarithm(_ t: Double, _ y: Double) -> Double {
  t == 0 ? 0 : t * Elementary.log(y)
}
