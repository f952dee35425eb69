import Experiments
import NeuralNetwork
import TerminalCanvas

extension PlaygroundCommand {
  /// Commands that change the screen alone.
  static let screen = [panel, span, scale]

  private static let panel = PlaygroundCommand(
    "panel", "NAME", help: "A panel first, where it is large: panel contour",
    completions: { _, before in before.isEmpty ? Panel.names : [] },
    run: { model, text throws(CommandProblem) in
      guard let panel = Panel.named(text) else {
        throw CommandProblem(noSuch: "panel", text, among: Panel.names)
      }
      model.look.calledPanel = panel
      model.notice = "The panel \(panel.name) comes first now; z lets it fill the screen"
      return []
    })

  private static let span = PlaygroundCommand(
    "span", "FROM TO",
    help: "The loss between two updates, large: span 100 400; 'span last 50', 'span all'",
    completions: { _, before in before.isEmpty ? ["all", "last"] : [] },
    run: { model, text throws(CommandProblem) in
      let span = try updates(text, upTo: model.run.position.update)
      model.look.span = span
      model.notice =
        span.map { "The loss from update \($0.lowerBound) to \($0.upperBound)" }
        ?? "The loss of all updates"
      return []
    })

  private static let scale = PlaygroundCommand(
    "scale", "KIND",
    help: "The loss on a linear or a logarithmic scale: scale log; 'scale auto' as suits it",
    completions: { _, before in before.isEmpty ? scales.map(\.name) : [] },
    run: { model, text throws(CommandProblem) in
      guard let scale = scales.first(where: { $0.name == text }) else {
        throw CommandProblem(noSuch: "scale", text, among: scales.map(\.name))
      }
      model.look.lossScale = scale.value
      model.notice = "The loss \(scale.words)"
      return []
    })

  private static let scales: [(name: String, value: Scale?, words: String)] = [
    ("log", .logarithmic, "on a logarithmic scale"), ("linear", .linear, "on a linear scale"),
    ("auto", nil, "on the scale that shows most of it"),
  ]

  /// The updates that a text names; nil: all of them.
  private static func updates(_ text: String, upTo now: Int) throws(CommandProblem)
    -> ClosedRange<Int>?
  {
    if text == "all" { return nil }
    let usage = "Write two updates, the earlier first: span 100 400, span last 50, or span all"
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { throw CommandProblem(usage) }
    let last = min(try wholeNumber(words[1], usage), Limits.updates)
    let isLast = words[0] == "last"
    let first = isLast ? max(0, now - last) : try wholeNumber(words[0], usage)
    let end = isLast ? now : last
    guard first < end else { throw CommandProblem(usage) }
    return first...end
  }
}
