import Experiments
import NeuralNetwork
import Platform

/// Which of the settings that vary decides most: how much of the differences between all runs each explains by itself.
///
/// Runs are ranked by a figure, and the share is that of the ranks' variance which lies between the groups of one value
/// (η², the correlation ratio): ranks, because losses differ by orders of magnitude and may be infinite.
struct SweepEffects {
  /// The figure that runs are ranked by.
  let figure: String
  /// Each key with its share, the largest first.
  let shares: [(key: String, share: Double)]

  /// The most groups that the numbers of one setting make.
  private static let mostGroups = 6

  /// nil where fewer than two settings vary, or all runs end alike.
  init?(_ plan: SweepPlan, _ trials: [Trial], by order: SweepOrder?) {
    let keys = plan.cells.first?.map(\.key) ?? []
    let order = order ?? (trials.contains { $0.heldOutLoss != nil } ? .heldOutLoss : .loss)
    let ranks = Self.ranks(trials.map { order.rank(TrialSummary([$0]), plan) })
    let varied = keys.indices.filter { key in Set(plan.cells.map { $0[key].value }).count > 1 }
    guard varied.count > 1, Self.variance(ranks) > 0 else { return nil }
    figure = order.rawValue
    shares = varied.map { key in
      let groups = Self.groups(plan.cells.map { $0[key].value })
      return (keys[key], Self.share(ranks, groups: ranks.indices.map { groups[plan.cell(of: $0)] }))
    }.sorted { $0.share > $1.share }
  }

  /// A sentence.
  var sentence: String {
    let parts = shares.map { "\($0.key) " + String(printf: "%.0f %%", 100 * $0.share) }
    return
      "Of the differences in \(figure) (by rank), each by itself explains: \(parts.joined(separator: ", "))."
  }

  /// Places from the smallest to the largest; equals share the mean of theirs.
  private static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var (ranks, start) = ([Double](repeating: 0, count: values.count), 0)
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end - 1) / 2 }
      start = end
    }
    return ranks
  }

  /// The group of each value: one for each word, or a few of about equal size where many numbers were drawn.
  private static func groups(_ values: [String]) -> [Int] {
    let distinct = Set(values)
    let numbers = distinct.compactMap(Double.init).sorted()
    guard distinct.count > mostGroups, numbers.count == distinct.count else {
      let sorted = distinct.sorted()
      return values.map { sorted.firstIndex(of: $0) ?? 0 }
    }
    let place = Dictionary(numbers.enumerated().map { ($1, $0) }) { first, _ in first }
    return values.map { value in
      (Double(value).flatMap { place[$0] } ?? 0) * mostGroups / numbers.count
    }
  }

  private static func share(_ ranks: [Double], groups: [Int]) -> Double {
    let members = Dictionary(grouping: ranks.indices, by: { groups[$0] })
    let mean = ranks.reduce(0, +) / Double(ranks.count)
    // In the order of the groups: sums must not depend on a dictionary's.
    let between = members.keys.sorted().reduce(0.0) { sum, group in
      let own = members[group]?.map { ranks[$0] } ?? []
      let distance = own.reduce(0, +) / Double(own.count) - mean
      return sum + Double(own.count) * distance * distance
    }
    return between / (variance(ranks) * Double(ranks.count))
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }
}
