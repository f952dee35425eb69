import Experiments
import NeuralNetwork
import Workbench

extension Directive {
  static let goal: Directive = Directive(
    "goal",
    [
      .init("reach", .word, "the condition", isRequired: true),
      .init("task", .word, "the same in words"),
      .init("within", .integer(1...Limits.updates), "the updates that it may take"),
    ],
    help:
      "`reach:` a condition, `task:` in words, `within:` updates; needs a `hint` and a `solution`",
    read: { block, page in
      block.yaml(GoalParser(context: block.context).goal).map { page.blocks.append(.goal($0)) }
    },
    demands: { page in
      [
        page.count(goal) > 1 ? "A page has one goal: begin the next with '---'." : nil,
        page.count(hint) == 0 ? "A goal needs a hint." : nil,
        page.count(solution) == 0 ? "A goal needs a solution that reaches it." : nil,
      ].compactMap(\.self)
    })
}

/// Reads `goal` blocks.
struct GoalParser {
  let context: LessonContext

  /// A goal; nil after complaints.
  func goal(_ root: YAMLValue) -> Goal? {
    guard let fields = root.fields(of: "A 'goal' block", known: Directive.goal.keys),
      let reach = fields.required("reach", in: "A 'goal' block"),
      let words = reach.text(of: "a condition"),
      let condition = ConditionParser(context: context, position: reach.position).condition(words)
    else { return nil }
    return Goal(
      text: fields["task"].flatMap(context.text)
        ?? InlineText("Reach \(SafeText.visible(condition.text))."), condition: condition,
      deadline: fields["within"]?.integer(1...Limits.updates, "a number of updates"),
      position: reach.position)
  }
}

extension LessonContext {
  /// Running text of a value; nil after a complaint.
  func text(_ value: YAMLValue) -> InlineText? {
    value.text().map { InlineParser(context: self, line: value.position.line).text($0) }
  }

  /// The condition of a value; nil after a complaint.
  func condition(_ value: YAMLValue) -> Condition? {
    value.text(of: "a condition")
      .flatMap { ConditionParser(context: self, position: value.position).condition($0) }
  }
}
