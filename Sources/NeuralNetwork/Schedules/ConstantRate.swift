extension Schedule {
  /// η₀.
  public static let constant = Schedule(
    name: "constant", title: "constant", formula: "η₀", summary: "The same rate at every update.",
    function: { _, base, _ in base })
}
