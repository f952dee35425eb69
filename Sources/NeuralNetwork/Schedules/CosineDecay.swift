extension Setting {
  fileprivate static let cosineSteps = Setting(
    "t_max", symbol: "T", .count(1...Limits.updates), noun: "a number of updates",
    "after how many updates the rate is at its lowest")
  fileprivate static let lowestRate = Setting(
    "lr_min", symbol: "η₁", .nonNegative, usual: 0, "the lowest rate")
}

extension Schedule {
  /// minimum + (η₀ − minimum)/2 · (1 + cos(π k / steps)) while k < steps, then the minimum.
  public static func cosine(minimum: Double, steps: Int) -> Schedule {
    cosine.with([(.lowestRate, minimum), (.cosineSteps, Double(steps))])
  }

  /// The rate falls along half a wave, slowly at both ends.
  public static let cosine = Schedule(
    name: "cosine", title: "cosine", formula: "η₁ + (η₀ − η₁)/2 · (1 + cos(π k / T)), then η₁",
    summary: "The rate falls along half a wave, slowly at both ends.",
    source: "Loshchilov and Hutter 2017", settings: [.cosineSteps, .lowestRate],
    function: { schedule, base, k in
      let (minimum, steps) = (schedule[.lowestRate], schedule[.cosineSteps])
      guard Double(k) < steps else { return minimum }
      let angle = Double.pi * Double(k) / steps
      return minimum + (base - minimum) / 2 * (1 + Elementary.cos(angle))
    })
}
