extension Fault {
  /// Adam's moments are used as they are: 1 − βᵗ is taken for 1, as it is after very many updates.
  static let noBiasCorrection = Fault(
    name: "no_bias_correction", title: "no bias correction",
    sentence: "Adam's moments, which start at 0, are not corrected for that.", rule: .adam,
    spoilUpdate: { rate, _, _ in (rate, endOfTime) })

  /// Adam's moments are multiplied by 1 − βᵗ where they should be divided by it.
  static let inverseBiasCorrection = Fault(
    name: "inverse_bias_correction", title: "inverse bias correction",
    sentence: "Adam's moments are multiplied by 1 − βᵗ and not divided.", rule: .adam,
    spoilUpdate: { rate, time, optimizer in
      let first = 1 - Elementary.power(optimizer.beta1, time)
      let second = 1 - Elementary.power(optimizer.beta2, time)
      return (rate * first / second.squareRoot(), endOfTime)
    })

  /// So late that βᵗ is 0.
  private static let endOfTime = 1_000_000_000
}
