extension Initializer {
  /// Uniform between −limit and limit.
  public static func uniform(limit: Double) -> Initializer {
    Initializer(
      name: "uniform", title: "uniform", formula: "U(−s, s)",
      summary: "Uniform within a bound of your own.",
      value: limit, draw: each { shape, stream in shape.value * stream.symmetric() })
  }
}
