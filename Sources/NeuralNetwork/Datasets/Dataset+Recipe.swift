extension Dataset {
  /// The data set that a recipe describes.
  ///
  /// Named sets are drawn from the seed.
  /// - Throws: when rows differ in length or number, when a value is not finite, or when there is too much.
  public init(_ recipe: DataRecipe, seed: UInt64) throws(ExperimentError) {
    switch recipe {
    case .explicit(let inputs, let targets):
      try self.init(checkedInputs: inputs, targets: targets)
    case .samples(let samples):
      try Self.check(samples)
      self = samples
    case .named(let name, let options):
      try options.check()
      try Self.checkSize(samples: options.samples ?? 1, values: 2 + (options.classes ?? 2))
      self = try name.drawn(options, seed: seed)
    }
  }

  private init(
    checkedInputs inputs: [[Double]], targets: [[Double]]
  ) throws(ExperimentError) {
    guard let width = inputs.first?.count, let outputs = targets.first?.count else {
      throw ExperimentError(.data, "The data set is empty: give at least one sample.")
    }
    guard inputs.count == targets.count else {
      throw ExperimentError(
        .data,
        "There are \(inputs.count.counted("row")) of inputs but \(targets.count.counted("row")) of targets: "
          + "give each sample one of both.")
    }
    try Self.checkRows(inputs, width: width, of: "inputs")
    try Self.checkRows(targets, width: outputs, of: "targets")
    try Self.checkSize(samples: inputs.count, values: width + outputs)
    self.init(inputs: Matrix(inputs), targets: Matrix(targets))
  }

  private static func check(_ samples: Dataset) throws(ExperimentError) {
    let (inputs, targets) = (samples.inputs, samples.targets)
    guard samples.count > 0, inputs.columns > 0, targets.columns > 0 else {
      throw ExperimentError(.data, "The data set is empty: give at least one sample.")
    }
    try checkSize(samples: samples.count, values: inputs.columns + targets.columns)
    guard inputs.elements.allSatisfy(\.isFinite), targets.elements.allSatisfy(\.isFinite) else {
      throw ExperimentError(.data, "The data set holds a number that is not finite.")
    }
  }

  private static func checkRows(
    _ rows: [[Double]], width: Int, of kind: String
  ) throws(ExperimentError) {
    guard width > 0 else { throw ExperimentError(.data, "The \(kind) have no columns.") }
    for (number, row) in rows.enumerated() {
      guard row.count == width else {
        throw ExperimentError(
          .data,
          "Row 1 of the \(kind) has \(width.counted("number")) but row \(number + 1) has \(row.count): "
            + "all rows need as many.")
      }
      guard row.allSatisfy(\.isFinite) else {
        throw ExperimentError(
          .data, "Row \(number + 1) of the \(kind) holds a number that is not finite.")
      }
    }
  }

  private static func checkSize(samples: Int, values: Int) throws(ExperimentError) {
    guard samples <= Limits.dataValues / values else {
      throw ExperimentError(
        .data,
        "\(samples) samples of \(values) numbers are more than \(Limits.dataValues) numbers: "
          + "use fewer samples.")
    }
  }
}
