import Experiments
import Lessons
import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  static let stop = PlaygroundCommand(
    "stop", "WHEN",
    help:
      "Stop a playing run by itself: at 'loss < 0.01', 'epoch 20', 'update 500', 'plateau', 'separation', 'divergence'; 'stop epoch off' forgets one, 'stop off' all",
    completions: { _, before in
      before.isEmpty
        ? ["off"] + StopRule.kinds.map(\.word) + ["loss <", "accuracy =="] : []
    },
    run: { model, text throws(CommandProblem) in
      if text == "off" { return model.setStops([]) }
      guard !text.isEmpty else {
        model.notice = model.stopsSentence
        return []
      }
      if text.hasSuffix(" off") { return try model.forgetStop(String(text.dropLast(4)).trimmed) }
      let stop = try StopRule.reading(text, in: model.run)
      return model.setStops((model.playground?.stops ?? []).filter { $0 != stop } + [stop])
    })
}

extension Model {
  fileprivate var stopsSentence: String {
    let stops = playground?.stops.map(\.text) ?? []
    return stops.isEmpty
      ? "No stop is set; set one with: stop loss < 0.01"
      : "It stops at: \(stops.joined(separator: "; "))"
  }

  /// Leaves out the stop of a name, which its first word is enough for.
  fileprivate mutating func forgetStop(_ name: String) throws(CommandProblem) -> [Effect] {
    let stops = playground?.stops ?? []
    let left = stops.filter { $0.text != name && !$0.text.hasPrefix(name + " ") }
    guard left.count < stops.count else {
      throw CommandProblem("'\(SafeText.visible(name))' is not set. \(stopsSentence)")
    }
    let effects = setStops(left)
    notice = stopsSentence
    return effects
  }

  fileprivate mutating func setStops(_ stops: [StopRule]) -> [Effect] {
    playground?.stops = stops
    let passed = stops.last?.isPassed(run) == true ? ", which this run has passed" : ""
    notice = stops.last.map { "It stops at: \($0.text)\(passed)" } ?? "No stop is set"
    return [.send(.stop(stops))]
  }
}
