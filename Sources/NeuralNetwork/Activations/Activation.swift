internal import CKernels

/// The function f of a layer: a = f(z).
///
/// To add one, write a file that ends in its record, and put the record into `all`. It then trains, is drawn, is named in messages
/// and is held against finite differences; a kernel only makes it faster.
public final class Activation: ListedRecord {
  /// Where an activation may stand.
  public enum Place: Hashable, Sendable {
    /// In any layer.
    case anyLayer
    /// In the output layer only.
    case outputLayer
  }

  /// The name that files use.
  public let name: String
  /// As a menu shows it.
  public let title: String
  /// What stands in the unit's circle, one or two columns wide.
  public let symbol: String
  /// The same in plain ASCII.
  public let asciiSymbol: String
  /// f(z) as a formula.
  public let formula: String
  /// f′ as a formula of z or a.
  public let derivativeFormula: String
  /// What it is good for, in a sentence.
  public let summary: String
  /// Where it was first described; nil where that is nobody's.
  public let source: String?
  /// f(z); the second argument is the layer's slope.
  ///
  /// For softmax: the share against one rival at 0.
  public let function: @Sendable (_ z: Double, _ slope: Double) -> Double
  /// f′(z), given z, a = f(z) and the layer's slope.
  ///
  /// At a kink it is the value the engine uses.
  public let derivative: @Sendable (_ z: Double, _ a: Double, _ slope: Double) -> Double
  /// The values that f can take or come as near to as one likes.
  public let range: ClosedRange<Double>
  /// The largest value of f′, or nil where f is not bounded on both sides and cannot saturate.
  public let steepest: Double?
  /// Up to which z f′ is exactly 0, or too small for a number, so that a unit may die; nil where there is no such z.
  public let flatUpTo: Double?
  /// Where f′ or its slope jumps: a finite difference across one of these z proves nothing.
  public let kinks: [Double]
  /// Where it may stand.
  public let place: Place
  /// Whether a layer's `slope` is part of it.
  public let hasSlope: Bool
  /// Whether outputs of it are read as classes or shares of classes.
  public let isForClasses: Bool
  /// Whether an error finds its way back through it.
  public let passesErrors: Bool
  /// Its kernel; nil: the function and its derivative are called number by number.
  let kernel: dk_activation?

  /// A record.
  init(
    name: String, title: String, symbol: String, asciiSymbol: String, formula: String,
    derivativeFormula: String, summary: String, source: String? = nil,
    function: @escaping @Sendable (_ z: Double, _ slope: Double) -> Double,
    derivative: @escaping @Sendable (_ z: Double, _ a: Double, _ slope: Double) -> Double,
    range: ClosedRange<Double> = -.infinity ... .infinity, steepest: Double? = nil,
    flatUpTo: Double? = nil, kinks: [Double] = [], place: Place = Place.anyLayer,
    hasSlope: Bool = false, isForClasses: Bool = false, passesErrors: Bool = true,
    kernel: dk_activation? = nil
  ) {
    self.name = name
    self.title = title
    self.symbol = symbol
    self.asciiSymbol = asciiSymbol
    self.formula = formula
    self.derivativeFormula = derivativeFormula
    self.summary = summary
    self.source = source
    self.function = function
    self.derivative = derivative
    self.range = range
    self.steepest = steepest
    self.flatUpTo = flatUpTo
    self.kinks = kinks
    self.place = place
    self.hasSlope = hasSlope
    self.isForClasses = isForClasses
    self.passesErrors = passesErrors
    self.kernel = kernel
  }
}

extension Activation {
  /// Every one, in the order of a menu.
  public static let all: [Activation] = [
    .linear, .sigmoid, .tanh, .relu, .leakyRelu, .elu, .softplus, .gelu, .silu, .softmax, .step,
  ]

  /// Those that a hidden layer can learn with, in the order of a menu.
  public static let hiddenChoices = all.filter { $0.place == .anyLayer && $0.passesErrors }

  /// Whether a unit's output depends on the others of its layer, so that kernels work row by row.
  var isRowwise: Bool { kernel == dk_activation_softmax }

  /// The same without its kernel: what the definition alone makes of a network.
  var withoutKernel: Activation {
    Activation(
      name: name, title: title, symbol: symbol, asciiSymbol: asciiSymbol, formula: formula,
      derivativeFormula: derivativeFormula, summary: summary, source: source, function: function,
      derivative: derivative, range: range, steepest: steepest, flatUpTo: flatUpTo, kinks: kinks,
      place: place, hasSlope: hasSlope, isForClasses: isForClasses, passesErrors: passesErrors)
  }
}
