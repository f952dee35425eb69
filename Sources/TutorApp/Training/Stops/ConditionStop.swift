import Experiments
import Lessons
import NeuralNetwork
import Workbench

extension StopRule {
  /// Whatever a goal or a wait may say.
  static func condition(_ condition: Condition) -> StopRule {
    StopRule(
      condition.text,
      sentence: { place, _ in
        "\(place): \(condition.text) holds. Play goes on until it holds anew; 'stop off' waits for nothing."
      },
      updatesToLook: { _ in 1 }, holds: { run, _ in condition.holds(on: run) })
  }

  /// A condition in a form that commands take, of quantities that a run has.
  static func condition(_ text: String, in run: Run) throws(CommandProblem) -> Condition {
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
