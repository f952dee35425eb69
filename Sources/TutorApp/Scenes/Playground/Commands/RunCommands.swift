import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  /// Commands about runs side by side.
  static let runs = [fork, other, seed]

  private static let fork = PlaygroundCommand(
    "fork", help: "A copy of the run to compare with; again to go on with the first",
    run: { model, _ throws(CommandProblem) in model.explore(.toggleComparison) })

  private static let other = PlaygroundCommand(
    "other", help: "The keys act on the other run",
    run: { model, _ throws(CommandProblem) in model.switchRun() })

  private static let seed = PlaygroundCommand(
    "seed", "NUMBER", help: "Start again from another seed; without a number from the next one",
    run: { model, text throws(CommandProblem) in
      let next = model.run.experiment.seed &+ 1
      guard !text.isEmpty else { return model.explore(.reseed(next)) }
      let number = try wholeNumber(text, "Write a whole number: seed 7")
      return model.explore(.reseed(UInt64(number)))
    })
}
