extension NamedDataset {
  /// x uniform in [−1, 1], y = sin(π x) + noise.
  public static let sine = NamedDataset(
    name: "sine", title: "sine", summary: "y = sin(π x) for x in ±1",
    settings: [.samples.usually(20), .noise],
    make: { values, stream in
      var (x, y): ([Double], [Double]) = ([], [])
      for _ in 0..<Int(values[.samples]) {
        let place = 2 * stream.uniform() - 1
        x.append(place)
        y.append(Elementary.sin(.pi * place) + values[.noise] * stream.normal())
      }
      return Dataset(column: x, column: y)
    })
}
