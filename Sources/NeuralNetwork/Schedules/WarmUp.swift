extension Schedule {
  /// η₀ (k + 1) / steps while k < steps, then η₀.
  public static func warmUp(steps: Int) -> Schedule {
    warmUp.with([(.scheduleSteps, Double(steps))])
  }

  /// The rate rises in a straight line to the base rate.
  public static let warmUp = Schedule(
    name: "warm_up", title: "warm-up", formula: "η₀ (k + 1) / T, then η₀",
    summary: "The rate rises to the base rate, so that early steps are small.",
    source: "Goyal et al. 2017", settings: [.scheduleSteps],
    function: { schedule, base, k in
      let steps = schedule[.scheduleSteps]
      return Double(k) < steps ? base * Double(k + 1) / steps : base
    })
}
