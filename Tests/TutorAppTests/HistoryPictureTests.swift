import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing

@testable import TutorApp

/// What pictures of a run's way make of it: stretches of updates, bins of losses, rows in view.
@Suite struct HistoryPictureTests {
  // MARK: - Stretches of updates

  /// A run that has been ahead and gone back, with its gradient norms.
  private func history(updates: Int, back: Int) throws -> (LayerHistory, LayerHistory.Moment?) {
    var tutor = try Tutor(Samples.deep)
    for _ in 0..<updates { tutor.press("u") }
    for _ in 0..<back { tutor.press("U") }
    let history = LayerHistory(
      tutor.run, lastSeen: tutor.model.lastSeenUpdate, observed: { $0.weightGradientNorms },
      present: { $0.weightGradientNorms })
    return (history, history.moments.last)
  }

  /// Each stretch has the largest of what counted in it, looked for one update after the other.
  @Test(arguments: [(0, 0), (1, 0), (5, 0), (9, 4), (12, 12)], [1, 2, 3, 7, 10, 33])
  func stretchesHaveTheLargest(way: (Int, Int), count: Int) throws {
    let (history, _) = try history(updates: way.0, back: way.1)
    #expect(history.now == way.0 - way.1)
    for end in [10, 15, 40] {
      let stretches = history.stretches(count, until: end)
      #expect(stretches.count == count)
      for (index, values) in stretches.enumerated() {
        let first = index * end / count
        let following = max(first + 1, (index + 1) * end / count)
        let before = history.moments.last { $0.update <= first }
        let inside = history.moments.filter { first < $0.update && $0.update < following }
        let counting = ([before].compactMap(\.self) + inside)
        guard first <= history.last, !counting.isEmpty else {
          #expect(values.isEmpty, "stretch \(index) of \(count)")
          continue
        }
        for layer in values.indices {
          let largest = counting.compactMap { $0.values[layer] }.max()
          #expect(values[layer] == largest, "layer \(layer + 1), stretch \(index) of \(count)")
        }
      }
    }
    #expect(history.stretches(0, until: 10).isEmpty && history.stretches(-3, until: 10).isEmpty)
  }

  /// What is known is in order, once for each update, and the present is among it.
  @Test(arguments: [(3, 0), (8, 5), (4, 4)]) func momentsAreInOrder(updates: Int, back: Int) throws
  {
    let (history, _) = try history(updates: updates, back: back)
    let updates = history.moments.map(\.update)
    #expect(updates == updates.sorted() && Set(updates).count == updates.count)
    #expect(updates.contains(history.now) && (updates.last ?? 0) <= history.last)
  }

  /// As many rows for each layer as there are, or half a row for each.
  @Test(arguments: 1...12) func bandsAreOfOneHeight(depth: Int) throws {
    let (history, _) = try history(updates: 1, back: 0)
    let scale = ToneScale(.magnitude, over: Axis(.logarithmic, from: 1e-8, to: 1e2))
    let heat = LayerHeat(history: history, depth: depth, scale: scale, end: 10)
    for rows in 0...40 {
      let rect = Rect(size: Size(width: 60, height: rows))
      let tones = heat.places(
        in: rect, noteWidth: 7, on: Canvas(size: rect.size, showsTones: true))
      let digits = heat.places(in: rect, noteWidth: 7, on: Canvas(size: rect.size))
      #expect(tones.isPaired == (rows < depth && 2 * rows >= depth) && !digits.isPaired)
      #expect(digits.bands.height == (rows < depth ? rows : rows / depth * depth))
      #expect(tones.bands.height == (tones.isPaired ? (depth + 1) / 2 : digits.bands.height))
    }
  }

  /// Where two layers share a row it names both, and their norms, in their order.
  @Test(arguments: [7, 8]) func layersOfARowAreNamed(depth: Int) throws {
    let (history, _) = try history(updates: 1, back: 0)
    let scale = ToneScale(.magnitude, over: Axis(.logarithmic, from: 1e-8, to: 1e2))
    let heat = LayerHeat(history: history, depth: depth, scale: scale, end: 10)
    var canvas = Canvas(size: Size(width: 60, height: 6), showsTones: true)
    heat.draw(
      in: canvas.bounds, noteWidth: 2, note: { StyledText("n\($0)") }, on: &canvas)
    let labels = canvas.lines.map { $0.prefix { $0 != " " } }
    #expect(labels.prefix(3) == ["1-2", "3-4", "5-6"])
    #expect(canvas.lines[1].hasSuffix("n3 n4"))
    #expect(canvas.lines[3].hasPrefix(depth == 7 ? "7 " : "7-8"))
    #expect(canvas.lines[4].isEmpty)
  }

  /// A digit for each power of ten, and signs beyond them.
  @Test func everyPowerOfTenHasItsDigit() {
    let axis = Axis(.logarithmic, from: 1e-8, to: 1e2)
    for power in 1...8 {
      let digit = Character("\(power)")
      for mantissa in [1.0, 3, 9.99] {
        let value = mantissa * (Double("1e-\(power)") ?? 0)
        #expect(LayerHeat.digit(value, axis) == digit, "\(value)")
      }
    }
    #expect(LayerHeat.digit(.nan, axis) == "!" && LayerHeat.digit(-1, axis) == "!")
  }

  // MARK: - Surveys

  /// Every run is in one bin, or among those without a number; bins are equal and have round edges.
  @Test(arguments: 0..<6) func everyRunIsInABin(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let losses = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      Int.random(in: 0..<8, using: &random) == 0
        ? Double.infinity : Double.random(in: 0...3, using: &random)
    }
    for count in 1...14 {
      let bins = LossBins(losses, count: count)
      #expect(bins.bins.map(\.count).reduce(bins.diverged, +) == losses.count)
      #expect(bins.diverged == losses.count { !$0.isFinite })
      #expect(bins.bins.count <= max(1, min(10, count)))
      let lowers = bins.bins.map(\.lower)
      let steps = zip(lowers, lowers.dropFirst()).map { $1 - $0 }
      #expect(steps.allSatisfy { abs($0 - (steps.first ?? 0)) < 1e-9 })
    }
  }

  /// Chance moves a share by less the more runs there are, never by nothing, and never beyond none or all.
  @Test func theBoundsOfAShare() {
    for count in [1, 2, 10, 20, 100, 1000] {
      for successes in 0...count where successes.isMultiple(of: max(1, count / 10)) {
        let bounds = shareBounds(successes: successes, of: count)
        let share = Double(successes) / Double(count)
        #expect(bounds.lowerBound >= 0 && bounds.upperBound <= 1 && bounds.contains(share))
        let others = shareBounds(successes: count - successes, of: count)
        #expect(abs(1 - bounds.upperBound - others.lowerBound) < 1e-12)
        let more = shareBounds(successes: 4 * successes, of: 4 * count)
        let (wide, narrow) = (bounds, more)
        #expect(
          narrow.upperBound - narrow.lowerBound < wide.upperBound - wide.lowerBound,
          "\(successes) of \(count)")
      }
    }
  }

  // MARK: - Rows in view

  /// The selected row is in view, near the middle where it can be, and no row of the place is wasted.
  @Test(arguments: [1, 2, 5, 12, 40]) func theSelectedRowIsInView(height: Int) {
    let rect = Rect(x: 0, y: 0, width: 10, height: height)
    for count in 0...60 {
      for selection in 0..<max(1, count) {
        let first = rect.firstRow(showing: selection, of: count)
        #expect(first >= 0 && (count == 0 || (first..<(first + height)).contains(selection)))
        #expect(first == 0 || first + height <= count, "\(selection) of \(count)")
      }
    }
  }
}
