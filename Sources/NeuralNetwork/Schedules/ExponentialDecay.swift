extension Schedule {
  /// η₀ γᵏ.
  public static func exponential(gamma: Double) -> Schedule { exponential.with([(.gamma, gamma)]) }

  /// The rate falls by a factor at each update.
  public static let exponential = Schedule(
    name: "exponential", title: "exponential", formula: "η₀ γᵏ",
    summary: "The rate falls by the factor γ at each update.", settings: [.gamma],
    function: { schedule, base, k in base * Elementary.power(schedule[.gamma], k) })
}
