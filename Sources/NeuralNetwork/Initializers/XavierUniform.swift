extension Initializer {
  /// Uniform with limit √(6 / (n_in + n_out)).
  public static let xavierUniform = Initializer(
    name: "xavier_uniform", title: "Xavier, uniform", formula: "U(±√(6 / (n_in + n_out)))",
    summary: "Xavier's deviation, drawn from a range without outliers.",
    source: "Glorot and Bengio 2010",
    draw: each { shape, stream in (6 / shape.fanBoth).squareRoot() * stream.symmetric() })
}
