/// Inputs and targets whose size spoils training, whatever rate and weights: the one place that knows which do.
///
/// No run is accused of it that learns all the same; where one is sick, this is what has to be mended first.
struct HarmfulScale {
  /// From where to where they lie; nil where their size does no harm.
  let inputs, targets: ClosedRange<Double>?
  /// The scaling of targets that the outputs can reach.
  private let targetScaling: Scaling

  /// Nil where neither does harm.
  init?(_ run: Run) {
    inputs = Self.harmfulInputs(of: run)
    targets = Self.harmfulTargets(of: run, areInputsAtFault: inputs != nil)
    let reach = run.network.layers[run.depth - 1].activation.range
    targetScaling = reach.lowerBound == -.infinity ? .standard : .range
    if inputs == nil, targets == nil { return nil }
  }

  /// Inputs that are large, or so close together that layers can hardly tell them apart.
  private static func harmfulInputs(of run: Run) -> ClosedRange<Double>? {
    let columns = ranges(of: run.dataset.inputs)
    let widest = columns.map(\.span).max() ?? 0
    let largest = run.largestInput
    let isHarmful = widest < 0.1 || largest > 10 || largest > 3 * widest
    return run.scaler == nil && widest > 0 && isHarmful ? hull(columns) : nil
  }

  /// Targets that are large or small beside what a fresh network says, far away beside their differences, or tiny.
  private static func harmfulTargets(
    of run: Run, areInputsAtFault: Bool
  ) -> ClosedRange<Double>? {
    guard run.targetScaler == nil, run.loss.output == nil, !run.loss.isForClasses else {
      return nil
    }
    let columns = ranges(of: run.dataset.targets)
    let widest = columns.map(\.span).max() ?? 0
    let isFar = columns.contains { $0.span > 0 && $0.size > 10 * $0.span }
    let isTiny = widest > 0 && (columns.map(\.size).max() ?? 0) < 0.01
    let first = size(of: run.plan.firstState.network.outputs(for: run.dataset.inputs))
    let own = size(of: run.dataset.targets)
    // What large inputs make large is no fault of the targets.
    let isSmall = widest > 0 && !areInputsAtFault && first > 10 * own
    return isFar || isTiny || isSmall || own > 10 * max(1, first) ? hull(columns) : nil
  }

  private static func ranges(of samples: Matrix) -> [ClosedRange<Double>] {
    (0..<samples.columns).compactMap { column in
      let values = samples.column(column)
      return values.min().map { $0...(values.max() ?? $0) }
    }
  }

  private static func hull(_ columns: [ClosedRange<Double>]) -> ClosedRange<Double>? {
    columns.map(\.lowerBound).min().map { $0...(columns.map(\.upperBound).max() ?? $0) }
  }

  /// The root mean square.
  private static func size(of numbers: Matrix) -> Double {
    Norm.of(numbers.elements) / Double(max(1, numbers.elements.count)).squareRoot()
  }
}

extension HarmfulScale {
  /// What helps.
  var remedy: String { "It is a matter of scale, since \(places): scale them first (\(key))." }

  /// What helps a run that has been thrown far away: its rate may be too high as well.
  func remedy(atRate rate: Double) -> String {
    remedy
      + " If it happens then, too, what helps is a lower learning rate than \(Decimal.short(rate))."
  }

  private var places: String {
    let places = [("the inputs", inputs), ("the targets", targets)].compactMap { name, range in
      range.map { range in
        let (low, high) = Decimal.distinct(range.lowerBound, range.upperBound)
        return "\(name) lie from \(low) to \(high)"
      }
    }
    return places.joined(separator: " and ")
  }

  /// What a file says to scale them.
  private var key: String {
    guard targets != nil else { return "'scaling: standard'" }
    return inputs == nil
      ? "'target_scaling: \(targetScaling.rawValue)'"
      : "'scaling: {inputs: standard, targets: \(targetScaling.rawValue)}'"
  }
}

extension Run {
  /// What spoils its training whatever the rate; nil where nothing does.
  var harmfulScale: HarmfulScale? { HarmfulScale(self) }

  /// What has to be mended before all else: a penalty that took the weights away, and a scale that does harm.
  ///
  /// The one place that knows their order; nil where neither is to blame.
  var firstRemedy: String? {
    let remedies = [remedyForShrinking, remedyForScale].compactMap(\.self)
    return remedies.isEmpty ? nil : remedies.joined(separator: " ")
  }

  /// What helps a run on which nothing else could be found to help: nil where its scale does no harm.
  public var remedyForScale: String? { harmfulScale?.remedy }
}

extension ClosedRange<Double> {
  fileprivate var span: Double { upperBound - lowerBound }
  fileprivate var size: Double { Swift.max(abs(lowerBound), abs(upperBound)) }
}
