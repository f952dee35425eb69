extension Initializer {
  /// Every weight 0.
  public static let zeros = Initializer(
    name: "zeros", title: "zeros", formula: "0",
    summary: "All units of a layer stay twins: for single layers only.",
    draw: each { _, _ in 0 })
}
