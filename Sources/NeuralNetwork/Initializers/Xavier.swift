extension Initializer {
  /// Normal with deviation √(2 / (n_in + n_out)).
  public static let xavier = Initializer(
    name: "xavier", title: "Xavier", formula: "N(0, 2 / (n_in + n_out))",
    summary: "Keeps the size of signals and errors through layers of sigmoid or tanh.",
    source: "Glorot and Bengio 2010",
    draw: each { shape, stream in (2 / shape.fanBoth).squareRoot() * stream.normal() })
}
