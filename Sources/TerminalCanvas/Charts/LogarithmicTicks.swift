extension Axis {
  /// Powers of ten, as many as have room; then fives between them, then twos.
  func logarithmicTicks(cells: Int, wanted: Int, room: (Tick) -> Int) -> [Tick] {
    let powers = decades(cells: cells, wanted: wanted, room: room)
    guard powers.isComplete else { return powers.ticks }
    let withFives = adding([5], to: powers.ticks)
    guard fits(withFives, cells: cells, room: room) else { return powers.ticks }
    let withTwos = adding([2], to: withFives)
    let hasEnough = withFives.count >= wanted
    return !hasEnough && fits(withTwos, cells: cells, room: room) ? withTwos : withFives
  }

  /// Every power of ten in the range, or every second, third … one: with a cell to spare between
  /// labels if that leaves the wanted number.
  private func decades(
    cells: Int, wanted: Int, room: (Tick) -> Int
  ) -> (ticks: [Tick], isComplete: Bool) {
    let powers =
      decade(of: lower * (1 - 1e-9))...decade(of: min(upper * (1 + 1e-9), .greatestFiniteMagnitude))
    let all = powers.map { (power: $0, tick: logarithmicTick(1, $0)) }.filter { isInRange($0.tick) }
    func thinned(_ room: (Tick) -> Int) -> (ticks: [Tick], isComplete: Bool) {
      for step in 1...650 {
        let ticks = all.filter { $0.power.isMultiple(of: step) }.map(\.tick)
        if fits(ticks, cells: cells, room: room) { return (ticks, step == 1) }
      }
      return ([], false)
    }
    let spacious = thinned { room($0) + 1 }
    return spacious.ticks.count >= wanted ? spacious : thinned(room)
  }

  private func adding(_ mantissas: [Int], to ticks: [Tick]) -> [Tick] {
    let decades = decade(of: lower)...decade(of: upper)
    let more = decades.flatMap { power in mantissas.map { logarithmicTick($0, power) } }
    return (ticks + more.filter(isInRange)).sorted { $0.value < $1.value }
  }

  private func isInRange(_ tick: Tick) -> Bool {
    tick.value >= lower * (1 - 1e-9) && tick.value <= upper * (1 + 1e-9)
  }

  /// Plain numbers where the whole axis lies between a thousandth and ten thousand, else `5e-4`.
  private func logarithmicTick(_ mantissa: Int, _ power: Int) -> Tick {
    let value = Self.product(Double(mantissa), power)
    let isPlain = lower >= 0.0009 && upper < 20_000
    let label = isPlain ? value.formatted(decimals: max(0, -power)) : "\(mantissa)e\(power)"
    return Tick(value: value, label: label)
  }
}
