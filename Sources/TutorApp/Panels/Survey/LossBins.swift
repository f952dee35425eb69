import TerminalCanvas

/// The losses of all runs in equal bins with round edges, from the lowest to the highest; the last is open to above.
struct LossBins: Hashable {
  /// The edges and the number of runs of a bin.
  struct Bin: Hashable {
    let lower: Double
    let count: Int
  }

  let bins: [Bin]
  /// The runs whose loss is no number.
  let diverged: Int

  init(_ losses: [Double], count: Int) {
    let finite = losses.filter(\.isFinite)
    diverged = losses.count - finite.count
    let ends = Self.ends(of: finite.sorted())
    let step = Self.step(over: ends, bins: max(1, min(10, diverged > 0 ? count - 1 : count)))
    let range = Self.places(of: ends, step)
    let places = finite.map {
      min(Self.place(of: min($0, ends.upperBound), step), range.upperBound)
    }
    bins = range.map { place in
      Bin(lower: step * Double(place), count: places.count { $0 == place })
    }
  }

  /// Where the bins begin and end: a few losses far above all others share the last one instead of
  /// pressing the others into the first.
  private static func ends(of sorted: [Double]) -> ClosedRange<Double> {
    guard let low = sorted.first, let high = sorted.last else { return 0...0 }
    let usual = sorted[(sorted.count * 9 - 1) / 10]
    return usual > low && (high - low) / 4 > usual - low ? low...usual : low...high
  }

  /// The width of bins of which so many hold all values.
  private static func step(over ends: ClosedRange<Double>, bins: Int) -> Double {
    guard bins > 1 else { return roundNumber(above: max(-ends.lowerBound, ends.upperBound)) }
    let width = ends.upperBound / Double(bins) - ends.lowerBound / Double(bins)
    // Where all are one number it is counted in steps that such a number can make.
    var step = roundNumber(atLeast: width > 0 ? width : max(0.1, ends.upperBound.ulp))
    // Round edges may ask for one bin more.
    while places(of: ends, step).count > bins { step = roundNumber(above: step) }
    return step
  }

  private static func places(of ends: ClosedRange<Double>, _ step: Double) -> ClosedRange<Int> {
    place(of: ends.lowerBound, step)...place(of: ends.upperBound, step)
  }

  private static func place(of value: Double, _ step: Double) -> Int {
    Int((value / step + 1e-9).rounded(.down))
  }

  private static func roundNumber(above value: Double) -> Double {
    roundNumber(atLeast: value * 1.01)
  }

  private static func roundNumber(atLeast value: Double) -> Double {
    guard value > 0 else { return 0.1 }
    let decade = LossAxis.decade(below: value)
    return [1, 2, 2.5, 5, 10].map { $0 * decade }.first { $0 >= value } ?? value
  }
}
