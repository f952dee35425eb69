import Experiments
import NeuralNetwork
import Workbench

extension PlaygroundCommand {
  /// Commands about runs side by side.
  static let runs = [fork, other, pick, drop, pin, race, everyRun, listing, sort, differ, seed]

  private static let fork = PlaygroundCommand(
    "fork", "NAME", help: "A copy of the run beside it to compare with, eight runs at most",
    run: { model, text throws(CommandProblem) in
      let name = text.isEmpty ? nil : text
      return model.act("the fork") { workspace throws(Diagnostics) in try workspace.fork(name) }
    })

  private static let other = PlaygroundCommand(
    "other", help: "The keys act on the next run",
    run: { model, _ throws(CommandProblem) in model.switchRun() })

  private static let pick = PlaygroundCommand(
    "pick", "RUN", help: "The keys act on this run", completions: runNames,
    run: { model, text throws(CommandProblem) in
      guard !text.isEmpty else { throw CommandProblem("Name a run: pick A") }
      return model.act("the choice of \(text)") { workspace throws(Diagnostics) in
        try workspace.pick(text)
      }
    })

  private static let drop = PlaygroundCommand(
    "drop", "RUN", help: "Take a run away", completions: runNames,
    run: { model, text throws(CommandProblem) in
      guard !text.isEmpty else { throw CommandProblem("Name a run: drop A") }
      return model.act("dropping \(text)") { workspace throws(Diagnostics) in
        try workspace.drop(text)
      }
    })

  private static let pin = PlaygroundCommand(
    "pin", help: "The run stays where it stands, as a reference; again to let it go on",
    run: { model, _ throws(CommandProblem) in
      let isPinned = model.workspace.runs[model.workspace.focus].isPinned
      model.notice =
        isPinned
        ? "No longer pinned: it goes on with the others"
        : "Pinned at update \(model.run.position.update): it stays there as a reference; ':pin' lets it go on"
      return model.act("the pin") { workspace throws(Diagnostics) in workspace.togglePin() }
    })

  private static let race = PlaygroundCommand(
    "race", "NAMES",
    help:
      "Optimizers side by side from one start, with their rates if given, eight runs at most: race sgd:0.1 sgd:1 adam:0.01",
    completions: { _, _ in Optimizer.Rule.names },
    run: { model, text throws(CommandProblem) in
      let variants = raceVariants(text)
      guard !variants.isEmpty else {
        throw CommandProblem("Name the optimizers: race sgd momentum adam")
      }
      return model.act("the race") { workspace throws(Diagnostics) in try workspace.race(variants) }
    })

  /// The runs that words such as `sgd` and `sgd:0.1` ask for; one optimizer at several rates is told apart by them.
  private static func raceVariants(_ text: String) -> [(name: String, edits: [ExperimentEdit])] {
    let words = text.split(separator: " ").map(String.init)
    let names = words.map { String($0.prefix { $0 != ":" }) }
    return zip(words, names).map { word, name in
      let rate = word.dropFirst(name.count + 1)
      let isAlone = names.count { $0 == name } == 1
      let edits = [ExperimentEdit("optimizer", value: YAMLNode(name))]
      return (
        name: isAlone ? name : word,
        edits: word == name
          ? edits
          : edits + [ExperimentEdit("learning_rate", value: YAMLNode(.scalar(String(rate))))]
      )
    }
  }

  private static let everyRun = PlaygroundCommand(
    "all", "KEY VALUE",
    help: "Give a setting of every run a value; 'set' changes the run in focus alone",
    completions: settingNames,
    run: { model, text throws(CommandProblem) in
      let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandProblem("Write a key and its value: all learning_rate 0.5")
      }
      let edit: ExperimentEdit
      do throws(Diagnostics) {
        edit = try model.workspace.fileInForce.edit(
          parts[0].split(separator: ".").map(String.init), typed: parts[1])
      } catch { throw CommandProblem(error.sentence) }
      return model.act("\(edit.label) of all runs") { workspace throws(Diagnostics) in
        try workspace.editAll([edit])
      }
    })

  private static let listing = PlaygroundCommand(
    "runs",
    help: "Every run in a sentence: what differs, loss, what is right, held out, updates, time",
    run: { model, _ throws(CommandProblem) in
      model.tell(model.runSentences.joined(separator: " "), title: "Runs")
      return []
    })

  private static let sort = PlaygroundCommand(
    "sort", "QUANTITY",
    help: "The runs in the order of a quantity, the best first: sort loss, sort accuracy",
    completions: { _, before in
      before.isEmpty ? ["loss", "accuracy", "heldout_loss", "heldout_accuracy"] : []
    },
    run: { model, text throws(CommandProblem) in
      guard let quantity = Quantity(parsing: text) else {
        throw CommandProblem("Write what to sort by: sort loss")
      }
      let descends = text.hasSuffix("accuracy")
      model.notice = "The runs in the order of \(text)"
      return model.act("the order") { workspace throws(Diagnostics) in
        workspace.sort(by: quantity, descending: descends)
      }
    })

  private static let differ = PlaygroundCommand(
    "differ", "RUN RUN", help: "The first update that two runs make differently",
    completions: runNames,
    run: { model, text throws(CommandProblem) in
      try model.difference(text.split(separator: " ").map(String.init))
    })

  private static let seed = PlaygroundCommand(
    "seed", "NUMBER", help: "Start again from another seed; without a number from the next one",
    run: { model, text throws(CommandProblem) in
      let next = model.run.experiment.seed &+ 1
      guard !text.isEmpty else { return model.explore(.reseed(next)) }
      let number = try wholeNumber(text, "Write a whole number: seed 7")
      return model.explore(.reseed(UInt64(number)))
    })

  private static let runNames: @Sendable (Model, [String]) -> [String] = { model, _ in
    model.workspace.runs.map(\.label).filter { !$0.isEmpty }
  }
}

extension Model {
  /// Does something to the workspace that can be taken back under a name.
  mutating func act(
    _ label: String, _ action: @escaping @Sendable (inout Workspace) throws(Diagnostics) -> Void
  ) -> [Effect] {
    [.send(.act(label, action))]
  }

  /// What there is to know of each run over all its samples, a sentence each: the figures of the table of runs.
  var runSentences: [String] {
    let settings = RunSetting.differences(of: workspace.runs)
    return workspace.runs.enumerated().map { index, labeled in
      let differs = settings.map { "\($0.name) \($0.texts[index])" }
      let figures = RunFigure.all.compactMap { figure in
        self.figure(figure, ofRun: index).map { "\(figure.title) \(figure.text($0))" }
      }
      let state = labeled.isPinned ? ["pinned"] : []
      return "\(labeled.label.isEmpty ? "This run" : labeled.label): "
        + (differs + figures + state).joined(separator: ", ") + "."
    }
  }

  /// Asks where two runs part; without names the first two.
  fileprivate func difference(_ names: [String]) throws(CommandProblem) -> [Effect] {
    let labels = workspace.runs.map(\.label)
    let chosen = names.isEmpty ? ["1", "2"] : names
    let places = chosen.compactMap { workspace.place(of: $0) }
    guard places.count == 2, chosen.count == 2 else {
      throw CommandProblem(
        labels.count < 2
          ? "There is one run only: fork makes another"
          : "Name two runs of \(labels.joined(separator: ", ")), or their numbers: differ 1 2")
    }
    return askDifference(places[0], places[1])
  }

  /// Asks where two runs part; it takes going through their past, so the worker answers.
  func askDifference(_ left: Int, _ right: Int) -> [Effect] {
    [.send(.ask { $0.differenceSentence(left, right) })]
  }
}

extension Workspace {
  /// Where two runs part, in a sentence.
  fileprivate func differenceSentence(_ left: Int, _ right: Int) -> String {
    guard runs.indices.contains(left), runs.indices.contains(right) else {
      return "One of the runs has gone"
    }
    let names = "\(runs[left].label) and \(runs[right].label)"
    switch firstDifference(left, right) {
    case nil: return "\(names) are the same, bit for bit, as far as both have come"
    case 0: return "\(names) begin with different parameters"
    case let update?:
      return
        "\(names) are the same, bit for bit, until update \(update), which is the first that differs"
    }
  }
}
