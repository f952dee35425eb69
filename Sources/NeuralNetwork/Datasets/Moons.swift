extension NamedDataset {
  /// Two half circles that reach into each other.
  public static let moons = NamedDataset(
    name: "moons", title: "moons", summary: "two half rings, interlocked",
    settings: [.samples, .noise.usually(0.1)], classes: 2,
    make: { values, stream in
      .classified(values, 2, &stream) { label, place in
        let (x, y) = (Elementary.cos(.pi * place), Elementary.sin(.pi * place))
        return label == 0 ? (x, y) : (1 - x, 0.5 - y)
      }
    })
}
