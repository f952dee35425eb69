/// How the samples are dealt out to the updates: an order, cut into batches.
struct Batches: Sendable {
  /// The samples of all batches, one batch after the other, before any shuffling.
  let order: [Int]
  /// Where each batch begins in the order, and where the last one ends.
  let bounds: [Int]
  /// Whether each epoch has an order of its own.
  let isShuffled: Bool
  /// Whether each batch is a stretch of the samples as they lie.
  let areStretches: Bool

  init(_ recipe: BatchRecipe, samples: Int) {
    switch recipe {
    case .full: (order, bounds, isShuffled) = (Array(0..<samples), [0, samples], false)
    case .size(let size, let isShuffled):
      order = Array(0..<samples)
      bounds = Array(stride(from: 0, to: samples, by: min(size, samples))) + [samples]
      self.isShuffled = isShuffled
    case .explicit(let lists):
      order = Array(lists.joined())
      bounds = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
      isShuffled = false
    }
    areStretches = !isShuffled && order.elementsEqual(0..<samples)
  }

  /// Updates in one pass over all batches.
  var count: Int { bounds.count - 1 }

  /// The most samples that a batch has.
  var largest: Int { zip(bounds.dropFirst(), bounds).map { $0 - $1 }.max() ?? 0 }

  /// Whether all updates have the same samples in the same order.
  var areOne: Bool { count == 1 && !isShuffled }
}
