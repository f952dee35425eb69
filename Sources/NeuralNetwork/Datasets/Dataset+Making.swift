// What the data sets with names have in common.

extension Dataset {
  /// One input and one target a sample.
  init(column inputs: [Double], column targets: [Double]) {
    self.init(
      inputs: Matrix(rows: inputs.count, columns: 1, elements: inputs),
      targets: Matrix(rows: targets.count, columns: 1, elements: targets))
  }

  /// The inputs 00, 01, 10, 11 and what a gate makes of them.
  static func truthTable(_ outputs: [Double]) -> Dataset {
    Dataset(
      inputs: Matrix([[0, 0], [0, 1], [1, 0], [1, 1]]),
      targets: Matrix(rows: 4, columns: 1, elements: outputs))
  }

  /// Samples of each class in turn: `point` places sample `place` ∈ [0, 1) of a class, noise moves it.
  static func classified(
    _ values: NamedDataset.Values, _ classes: Int, _ stream: inout RandomStream,
    point: (_ label: Int, _ place: Double) -> (Double, Double)
  ) -> Dataset {
    let (count, noise) = (Int(values[.samples]), values[.noise])
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
}
