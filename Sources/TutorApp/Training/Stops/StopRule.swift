import NeuralNetwork
import Workbench

/// What a playing run stops for by itself.
///
/// The command `stop` and its tests walk `kinds`; a new kind is its file and its line there.
public struct StopRule: Hashable, Sendable {
  /// As a command writes it.
  let text: String
  /// What has come about, and what to try, in a sentence that begins with where the run stopped.
  private let words: @Sendable (_ place: String, Run) -> String
  /// How far a run may train before it must be looked at again; 1 at least.
  let updatesToLook: @Sendable (Run) -> Int
  /// Whether what it waits for has come about in a run, whose lowest loss so far it may keep.
  let holds: @Sendable (Run, inout LowestLoss?) -> Bool
  /// Whether a run can come to it only by going back first.
  let isPassed: @Sendable (Run) -> Bool

  init(
    _ text: String, sentence words: @escaping @Sendable (_ place: String, Run) -> String,
    updatesToLook: @escaping @Sendable (Run) -> Int,
    isPassed: @escaping @Sendable (Run) -> Bool = { _ in false },
    holds: @escaping @Sendable (Run, inout LowestLoss?) -> Bool
  ) {
    (self.text, self.words, self.updatesToLook) = (text, words, updatesToLook)
    (self.isPassed, self.holds) = (isPassed, holds)
  }

  /// What has come about, and what to try, in sentences.
  func sentence(_ run: Run) -> String {
    words("Stopped after \(run.position.update.counted("update"))", run)
  }

  /// Two rules that are written alike are the same.
  public static func == (left: StopRule, right: StopRule) -> Bool { left.text == right.text }
  /// As in ==.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// The lowest loss at the end of an epoch, and that epoch.
struct LowestLoss: Sendable {
  let loss: Double
  let epoch: Int
}

extension StopRule {
  /// A kind of rule that a command may ask for.
  struct Kind: Sendable {
    /// The word that it begins with.
    let word: String
    /// The rule of what follows the word, for a run.
    let rule: @Sendable (_ rest: String?, Run) throws(CommandProblem) -> StopRule
  }

  /// Every kind with a word of its own; whatever else is said is a condition.
  static let kinds: [Kind] = [.epoch, .update, .plateau, .separation, .divergence]

  /// A rule as a command writes it, for a run that it can come about in.
  static func reading(_ text: String, in run: Run) throws(CommandProblem) -> StopRule {
    let words = text.split(separator: " ").map(String.init)
    // A condition may begin with the same word: epoch == 3.
    guard words.count <= 2, let kind = kinds.first(where: { $0.word == words[0] }) else {
      return .condition(try condition(text, in: run))
    }
    return try kind.rule(words.dropFirst().first, run)
  }

  /// How many updates lie before one; no look is needed once it is passed.
  static func ahead(_ update: Int, _ run: Run) -> Int {
    update > run.position.update ? update - run.position.update : .max
  }

  /// What is said where so many updates have come to none of some stops.
  static func notCome(_ stops: [StopRule], after updates: Int) -> String {
    let names = stops.map(\.text).joined(separator: "; ")
    return
      "After \(updates.counted("more update")) \(stops.count == 1 ? "this has" : "these have") not come: \(names). "
      + "'play' goes on waiting, 'stop off' waits for nothing."
  }

  /// What is said of a place that was asked for.
  static func asAsked(_ place: String, _ text: String) -> String {
    "\(place), as asked: \(text). Play goes on; U and E go back; c forks the run here, to try two ways on."
  }
}
