/// A length that is shared out one by one, each to whoever has the smallest part of its share.
struct Shares {
  private(set) var values: [Int]
  private let weights: [Int]
  private var rest: Int

  init(_ length: Int, least: [Int], weights: [Int]) {
    values = least
    self.weights = weights
    rest = max(0, length - least.reduce(0, +))
  }

  /// Gives what is left up to some limits, to all or to one.
  mutating func grow(upTo limits: [Int], only: Int? = nil) {
    let start = values
    while rest > 0 {
      let growing = values.indices.filter {
        values[$0] < limits[$0] && (only == nil || only == $0)
      }
      guard let next = growing.min(by: { share($0, start) < share($1, start) }) else { return }
      values[next] += 1
      rest -= 1
    }
  }

  private func share(_ index: Int, _ start: [Int]) -> Double {
    Double(values[index] - start[index] + 1) / Double(weights[index])
  }
}
