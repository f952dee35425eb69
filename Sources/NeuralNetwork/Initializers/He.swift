extension Initializer {
  /// Normal with deviation √(2 / n_in).
  public static let he = Initializer(
    name: "he", title: "He", formula: "N(0, 2 / n_in)",
    summary: "Keeps the size of signals through layers of ReLU, which pass half of them.",
    source: "He et al. 2015",
    draw: each { shape, stream in (2 / shape.fanIn).squareRoot() * stream.normal() })
}
