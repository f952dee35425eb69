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
        ? ["off"] + StopRule.kinds.map(\.word) + ["loss <", "accuracy =="] : []
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
      return try model.setStops(
        (model.playground?.stops ?? []) + [StopRule.reading(text, in: model.run)])
    })
}

extension Model {
  fileprivate mutating func setStops(_ stops: [StopRule]) -> [Effect] {
    playground?.stops = stops
    let passed = stops.last?.isPassed(run) == true ? ", which this run has passed" : ""
    notice = stops.last.map { "It stops at: \($0.text)\(passed)" } ?? "No stop is set"
    return [.send(.stop(stops))]
  }
}
