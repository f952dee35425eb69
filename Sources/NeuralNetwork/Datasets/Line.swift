extension NamedDataset {
  /// x evenly spaced from −1 to 1, y = slope x + intercept + noise; by default the five points of y = 2 x.
  public static let line = NamedDataset(
    name: "line", title: "line", summary: "points on y = 2 x",
    settings: [.samples.usually(5), .noise, .slope, .intercept],
    make: { values, stream in
      let count = Int(values[.samples])
      let x = (0..<count).map { count == 1 ? 1 : 2 * Double($0) / Double(count - 1) - 1 }
      let y = x.map { x in
        values[.slope] * x + values[.intercept] + values[.noise] * stream.normal()
      }
      return Dataset(column: x, column: y)
    })
}
