extension Initializer {
  /// Every weight this number.
  public static func constant(_ value: Double) -> Initializer {
    Initializer(
      name: "constant", title: "constant", formula: "c",
      summary: "Every weight the same: the units of a layer stay twins.",
      value: value, draw: each { shape, _ in shape.value })
  }
}
