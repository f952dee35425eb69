import ArgumentParser
import Experiments
import NeuralNetwork

/// What the lists of the command line stand for.
extension Sweep {
  /// The seeds, each once for every fold.
  func trialSeeds() throws -> [SweepPlan.Seed] {
    let parts: [Int?] = folds.map { Array(1...$0) } ?? [nil]
    return try seedValues().flatMap { seed in
      parts.map { SweepPlan.Seed(seed: seed, fold: $0) }
    }
  }

  /// The part of the runs that is to be made.
  func part() throws -> Shard {
    guard let shard else { return .whole }
    let numbers = shard.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1], count > 0,
      (1...count).contains(number)
    else { throw ValidationError("--shard needs a part and their number, such as 2/8.") }
    return Shard(number: number, count: count)
  }

  private func seedValues() throws -> [UInt64] {
    let words = Override.values(of: seeds)
    let seeds = words.compactMap { UInt64($0) }
    if let word = words.first(where: { UInt64($0) == nil }) {
      throw ValidationError(Self.problem(withSeeds: word))
    }
    if let twice = Self.firstRepeated(seeds) {
      throw ValidationError("--seeds names \(twice) twice: keep one.")
    }
    return seeds
  }

  /// What is wrong with what are no seeds.
  private static func problem(withSeeds text: String) -> String {
    let ends = text.wholeMatch(of: #/(\d+)\s*(?:\.\.\.?|-|:)\s*(\d+)/#)
    guard let ends else { return "--seeds needs whole numbers, such as 1...200 or 3,5,8." }
    guard let first = UInt64(ends.1), let last = UInt64(ends.2), first <= last else {
      return "--seeds counts upwards from the smaller number: \(ends.2)...\(ends.1)."
    }
    return "--seeds takes \(Limits.trials) seeds at most; \(SafeText.visible(text)) are more."
  }

  private static func firstRepeated<Value: Hashable>(_ values: [Value]) -> Value? {
    var seen: Set<Value> = []
    return values.first { !seen.insert($0).inserted }
  }

  /// Two values for one key, of which only the last would count, whatever the table says.
  func rejectRepetitions() throws {
    var givers = [["seed"]: "--seeds"]
    if rates != nil { givers[["optimizer", "lr"]] = "--lr" }
    if runLength.epochs != nil { givers[["steps"]] = "--epochs" }
    if runLength.steps != nil { givers[["steps"]] = "--steps" }
    if folds != nil { givers[["holdout"]] = "--folds" }
    for setting in try SearchSpace(vary).examples {
      if let giver = givers[setting.path] {
        throw ValidationError("'\(setting.key)' is given by \(giver) already.")
      }
      givers[setting.path] = "--vary \(setting.key)"
    }
  }

  /// The combinations to try.
  func combinations() throws -> [[Override]] {
    let space = try SearchSpace((rates.map { ["learning_rate=\($0)"] } ?? []) + vary)
    guard let random else { return try space.grid() }
    return try space.drawn(random, seed: UInt64(randomSeed))
  }
}
