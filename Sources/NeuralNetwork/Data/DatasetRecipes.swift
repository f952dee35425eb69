extension Dataset {
  /// The data set that a recipe describes.
  ///
  /// Named sets are drawn from the seed.
  /// - Throws: when rows differ in length or number, when a value is not finite, or when there is too much.
  public init(_ recipe: DataRecipe, seed: UInt64) throws(ExperimentError) {
    switch recipe {
    case .explicit(let inputs, let targets):
      try self.init(checkedInputs: inputs, targets: targets)
    case .named(let name, let options):
      try Self.check(options)
      self = try Self.named(name, options, seed: seed)
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

  private static func check(_ options: DatasetOptions) throws(ExperimentError) {
    guard (1...1_000_000).contains(options.samples ?? 1) else {
      throw ExperimentError(
        .data, "samples is \(options.samples ?? 0): choose from 1 to 1000000.")
    }
    guard (2...100).contains(options.classes ?? 2) else {
      throw ExperimentError(.data, "classes is \(options.classes ?? 0): choose from 2 to 100.")
    }
    try checkSize(samples: options.samples ?? 1, values: 2 + (options.classes ?? 2))
    let reals = [options.noise, options.slope, options.intercept, options.turns]
    guard reals.allSatisfy({ ($0 ?? 0).isFinite }), (options.noise ?? 0) >= 0 else {
      throw ExperimentError(
        .data, "noise, slope, intercept and turns must be finite, and noise not negative.")
    }
  }

  private static func named(
    _ name: Name, _ options: DatasetOptions, seed: UInt64
  ) throws(ExperimentError) -> Dataset {
    var stream = RandomStream(seed: seed, purpose: .data)
    switch name {
    case .line: return line(options, &stream)
    case .sine: return sine(options, &stream)
    case .and: return truthTable([0, 0, 0, 1])
    case .or: return truthTable([0, 1, 1, 1])
    case .xor: return truthTable([0, 1, 1, 0])
    case .blobs: return blobs(options, &stream)
    case .circles: return circles(options, &stream)
    case .moons: return moons(options, &stream)
    case .spirals: return spirals(options, &stream)
    case .digits, .insects:
      throw ExperimentError(
        .data, "The \(name) are read from a file: hand their numbers over as explicit data.")
    }
  }
}

extension Dataset {
  /// x evenly spaced from −1 to 1, y = slope x + intercept + noise; by itself the five points of z = 2 x.
  private static func line(_ options: DatasetOptions, _ stream: inout RandomStream) -> Dataset {
    let count = options.samples ?? 5
    let x = (0..<count).map { count == 1 ? 1 : 2 * Double($0) / Double(count - 1) - 1 }
    let y = x.map { x in
      (options.slope ?? 2) * x + (options.intercept ?? 0) + (options.noise ?? 0) * stream.normal()
    }
    return Dataset(column: x, column: y)
  }

  /// x uniform in [−1, 1], y = sin(π x) + noise.
  private static func sine(_ options: DatasetOptions, _ stream: inout RandomStream) -> Dataset {
    var (x, y): ([Double], [Double]) = ([], [])
    for _ in 0..<(options.samples ?? 20) {
      let place = 2 * stream.uniform() - 1
      x.append(place)
      y.append(Elementary.sin(.pi * place) + (options.noise ?? 0) * stream.normal())
    }
    return Dataset(column: x, column: y)
  }

  /// The inputs 00, 01, 10, 11 and what a gate makes of them.
  private static func truthTable(_ outputs: [Double]) -> Dataset {
    Dataset(
      inputs: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]),
      targets: Matrix(rows: 4, columns: 1, elements: outputs))
  }

  /// Clouds around points evenly spaced on a circle of radius 2.
  private static func blobs(_ options: DatasetOptions, _ stream: inout RandomStream) -> Dataset {
    let classes = options.classes ?? 2
    return classified(options, classes, defaultNoise: 0.5, &stream) { label, _ in
      let angle = 2 * Double.pi * Double(label) / Double(classes)
      return (2 * Elementary.cos(angle), 2 * Elementary.sin(angle))
    }
  }

  /// A circle of radius 1 (class 0) around one of radius 0.5 (class 1).
  private static func circles(_ options: DatasetOptions, _ stream: inout RandomStream) -> Dataset {
    classified(options, 2, defaultNoise: 0.05, &stream) { label, place in
      let (radius, angle) = (label == 0 ? 1 : 0.5, 2 * Double.pi * place)
      return (radius * Elementary.cos(angle), radius * Elementary.sin(angle))
    }
  }

  /// Two half circles that reach into each other.
  private static func moons(_ options: DatasetOptions, _ stream: inout RandomStream) -> Dataset {
    classified(options, 2, defaultNoise: 0.1, &stream) { label, place in
      let (x, y) = (Elementary.cos(.pi * place), Elementary.sin(.pi * place))
      return label == 0 ? (x, y) : (1 - x, 0.5 - y)
    }
  }

  /// Arms that wind out of the middle.
  private static func spirals(_ options: DatasetOptions, _ stream: inout RandomStream) -> Dataset {
    let (classes, turns) = (options.classes ?? 2, options.turns ?? 1)
    return classified(options, classes, defaultNoise: 0.02, &stream) { label, place in
      let angle = 2 * Double.pi * (turns * place + Double(label) / Double(classes))
      return (place * Elementary.cos(angle), place * Elementary.sin(angle))
    }
  }

  /// Samples of each class in turn: `point` places sample `place` ∈ [0, 1) of a class, noise moves it.
  private static func classified(
    _ options: DatasetOptions, _ classes: Int, defaultNoise: Double, _ stream: inout RandomStream,
    point: (_ label: Int, _ place: Double) -> (Double, Double)
  ) -> Dataset {
    let (count, noise) = (options.samples ?? 100, options.noise ?? defaultNoise)
    var (inputs, targets): ([Double], [Double]) = ([], [])
    for sample in 0..<count {
      let (x, y) = point(
        sample % classes, Double(sample / classes) * Double(classes) / Double(count))
      inputs += [x + noise * stream.normal(), y + noise * stream.normal()]
      targets += target(sample % classes, of: classes)
    }
    return Dataset(
      inputs: Matrix(rows: count, columns: 2, elements: inputs),
      targets: Matrix(rows: count, columns: targets.count / count, elements: targets))
  }

  private static func target(_ label: Int, of classes: Int) -> [Double] {
    classes == 2 ? [Double(label)] : (0..<classes).map { $0 == label ? 1 : 0 }
  }

  private init(column inputs: [Double], column targets: [Double]) {
    self.init(
      inputs: Matrix(rows: inputs.count, columns: 1, elements: inputs),
      targets: Matrix(rows: targets.count, columns: 1, elements: targets))
  }
}
