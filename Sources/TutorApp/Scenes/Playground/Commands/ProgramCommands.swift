import NeuralNetwork

extension PlaygroundCommand {
  /// Commands about the program itself.
  static let program = [lessons, help, quit]

  private static let lessons = PlaygroundCommand(
    "lessons", help: "The list of lessons", isAnywhere: true,
    run: { model, _ throws(CommandProblem) in model.openHome() })

  private static let help = PlaygroundCommand(
    "help", help: "The keys and commands", isAnywhere: true,
    run: { model, _ throws(CommandProblem) in
      model.toggleHelp()
      return []
    })

  private static let quit = PlaygroundCommand(
    "quit", help: "Quit; 'quit now' leaves changes that are in no file", isAnywhere: true,
    completions: { _, before in before.isEmpty ? ["now"] : [] },
    run: { model, text throws(CommandProblem) in
      if text == "now" { model.playground?.hasAsked = true }
      return update(&model, .quit)
    })
}
