import Experiments
import NeuralNetwork
import Workbench

/// Reads `goal` blocks.
struct GoalParser {
  static let keys = ["reach", "task", "within"]

  let context: LessonContext

  /// A goal; nil after complaints.
  func goal(_ root: YAMLValue) -> Goal? {
    guard let fields = root.fields(of: "A 'goal' block", known: Self.keys),
      let reach = fields.required("reach", in: "A 'goal' block"),
      let words = reach.text(of: "a condition"),
      let condition = ConditionParser(context: context, position: reach.position).condition(words)
    else { return nil }
    let task = fields["task"].flatMap { value in
      value.text().map { InlineParser(context: context, line: value.position.line).text($0) }
    }
    return Goal(
      text: task ?? InlineText("Reach \(SafeText.visible(condition.text))."), condition: condition,
      deadline: fields["within"]?.integer(1...Limits.updates, "a number of updates"),
      position: reach.position)
  }
}
