extension Schedule {
  /// η₀ (1 − k / steps) while k < steps, then 0.
  public static func linear(steps: Int) -> Schedule {
    linear.with([(.scheduleSteps, Double(steps))])
  }

  /// The rate falls in a straight line to 0.
  public static let linear = Schedule(
    name: "linear", title: "linear", formula: "η₀ (1 − k / T), then 0",
    summary: "The rate falls in a straight line to 0.", settings: [.scheduleSteps],
    function: { schedule, base, k in
      base * max(0, 1 - Double(k) / schedule[.scheduleSteps])
    })
}
