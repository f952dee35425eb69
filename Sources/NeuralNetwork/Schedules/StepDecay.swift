extension Setting {
  fileprivate static let stepSize = Setting(
    "step_size", symbol: "n", .count(1...Limits.updates), noun: "a number of updates",
    "how many updates the rate stays")
}

extension Schedule {
  /// η₀ γ^⌊k / n⌋ for steps of `size` updates.
  public static func step(size: Int, gamma: Double) -> Schedule {
    step.with([(.stepSize, Double(size)), (.gamma, gamma)])
  }

  /// The rate falls by a factor, and again after as many updates.
  public static let step = Schedule(
    name: "step", title: "steps", formula: "η₀ γ^⌊k / n⌋",
    summary: "The rate stays for n updates, then falls by the factor γ.",
    settings: [.stepSize, .gamma],
    function: { schedule, base, k in
      base * Elementary.power(schedule[.gamma], k / max(1, Int(schedule[.stepSize])))
    })
}
