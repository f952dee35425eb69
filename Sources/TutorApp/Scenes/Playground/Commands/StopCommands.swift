import Experiments
import Lessons
import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  static let stop = PlaygroundCommand(
    "stop", "WHEN",
    help:
      "Stop a playing run by itself: at 'loss < 0.01', 'epoch 20', 'update 500', 'plateau', 'separation'; 'stop off' no more",
    completions: { _, before in
      before.isEmpty
        ? ["off", "epoch", "update", "plateau", "separation", "loss <", "accuracy =="] : []
    },
    run: { model, text throws(CommandProblem) in
      if text == "off" { return model.setStops([]) }
      guard !text.isEmpty else {
        let stops = model.playground?.stops.map(\.text) ?? []
        model.notice =
          stops.isEmpty
          ? "No stop is set; set one with: stop loss < 0.01"
          : "It stops at: \(stops.joined(separator: "; "))"
        return []
      }
      return try model.setStops((model.playground?.stops ?? []) + [rule(text, in: model.run)])
    })

  private static func rule(_ text: String, in run: Run) throws(CommandProblem) -> StopRule {
    let words = text.split(separator: " ").map(String.init)
    switch words.first {
    case "epoch" where words.count == 2:
      return StopRule(kind: .epoch(try wholeNumber(words[1], "Write the epoch: stop epoch 20")))
    case "update" where words.count == 2:
      return StopRule(kind: .update(try wholeNumber(words[1], "Write the update: stop update 500")))
    case "plateau":
      let epochs = try words.dropFirst().first.map { word throws(CommandProblem) in
        try wholeNumber(word, "Write for how many epochs: stop plateau 20")
      }
      return StopRule(kind: .plateau(epochs: max(1, epochs ?? 20)))
    case "separation":
      guard run.accuracy != nil else {
        throw CommandProblem("These targets are no classes: nothing separates them")
      }
      return StopRule(kind: .separation)
    default: return StopRule(kind: .condition(try condition(text, in: run)))
    }
  }

  private static func condition(_ text: String, in run: Run) throws(CommandProblem) -> Condition {
    let condition: Condition
    do { condition = try Condition(parsing: text, name: "stop") } catch {
      throw CommandProblem(error.sentence)
    }
    if let missing = condition.firstMissing(in: run) {
      throw CommandProblem("This run has no \(missing): the condition would never hold")
    }
    return condition
  }
}

extension StopRule {
  /// Whether a run can come to it only by going back first.
  fileprivate func isPassed(by run: Run) -> Bool {
    switch kind {
    case .epoch(let epoch): run.epoch >= epoch
    case .update(let update): run.position.update >= update
    default: false
    }
  }
}

extension Model {
  fileprivate mutating func setStops(_ stops: [StopRule]) -> [Effect] {
    playground?.stops = stops
    let passed = stops.last?.isPassed(by: run) == true ? ", which this run has passed" : ""
    notice = stops.last.map { "It stops at: \($0.text)\(passed)" } ?? "No stop is set"
    return [.send(.stop(stops))]
  }
}
