extension Initializer {
  /// Normal with mean 0 and this deviation.
  public static func normal(deviation: Double) -> Initializer {
    Initializer(
      name: "normal", title: "normal", formula: "N(0, s²)",
      summary: "Normal with a deviation of your own.",
      value: deviation, draw: each { shape, stream in shape.value * stream.normal() })
  }
}
