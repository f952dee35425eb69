import ArgumentParser
import Experiments
import NeuralNetwork

/// What a sweep varies: keys of an experiment file, each with the values to try.
struct SearchSpace {
  /// One key and its values.
  private struct Dimension {
    let key: String
    /// What stands between the commas.
    let words: [String]
    /// The one range that the words are, where they are to be drawn from.
    let range: ValueRange?
  }

  private let dimensions: [Dimension]

  /// The space of `key=list` texts.
  init(_ lists: [String]) throws {
    dimensions = try lists.map { list in
      guard let whole = Override(argument: list) else {
        throw ValidationError("Write --vary KEY=LIST, such as --vary optimizer.momentum=0,0.9.")
      }
      return try Self.dimension(whole.key, Override.values(of: whole.value))
    }
  }

  private static func dimension(_ key: String, _ words: [String]) throws -> Dimension {
    do {
      let ranges = try words.map { word throws(ValueRangeError) in try ValueRange(word) }
      let values = zip(words, ranges).flatMap { word, range in
        range.map { $0.count == nil ? [word] : $0.values } ?? [word]
      }
      let open = ranges.compactMap { $0 }.first { $0.count == nil }
      if open != nil, words.count > 1 {
        throw ValidationError(
          "'\(key)': a range to draw from stands alone; give it a number of values: 0.001..1:log:7."
        )
      }
      return Dimension(key: key, words: values, range: open)
    } catch let error as ValueRangeError {
      throw ValidationError("'\(SafeText.visible(key))': \(error.sentence)")
    }
  }

  /// Every combination of the values, the last key's fastest.
  func grid() throws -> [[Override]] {
    if let open = dimensions.first(where: { $0.range != nil }) {
      throw ValidationError(
        "'\(SafeText.visible(open.key))' is a range to draw from: say how many values, '\(open.words[0]):7', or draw with --random 20."
      )
    }
    return try dimensions.reduce([[]]) { combinations, dimension in
      guard combinations.count <= Limits.trials / dimension.words.count else {
        throw ValidationError("These are more than \(Limits.trials) runs: use shorter lists.")
      }
      return combinations.flatMap { before in
        dimension.words.map { before + [Override(key: dimension.key, value: $0)] }
      }
    }
  }

  /// So many combinations, each value drawn by itself; the same seed draws the same again.
  func drawn(_ count: Int, seed: UInt64) throws -> [[Override]] {
    guard !dimensions.isEmpty else {
      throw ValidationError("--random needs something to draw: --vary learning_rate=0.001..1:log")
    }
    return (0..<count).map { index in
      var stream = RandomStream(seed: seed, purpose: .order, index: index)
      return dimensions.map { dimension in
        Override(
          key: dimension.key,
          value: dimension.range?.value(at: stream.uniform())
            ?? dimension.words[stream.index(below: dimension.words.count)])
      }
    }
  }

  /// One setting of each key.
  var examples: [Override] { dimensions.map { Override(key: $0.key, value: $0.words[0]) } }
}
