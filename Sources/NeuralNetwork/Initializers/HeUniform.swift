extension Initializer {
  /// Uniform with limit √(6 / n_in).
  public static let heUniform = Initializer(
    name: "he_uniform", title: "He, uniform", formula: "U(±√(6 / n_in))",
    summary: "He's deviation, drawn from a range without outliers.",
    source: "He et al. 2015",
    draw: each { shape, stream in (6 / shape.fanIn).squareRoot() * stream.symmetric() })
}
