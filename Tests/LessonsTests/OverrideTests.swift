import Experiments
import NeuralNetwork
import Testing
import Workbench

@testable import Lessons

@Suite struct OverrideTests {
  private let file = SourceText(
    name: "x.yaml",
    text: """
      data: xor
      layers:
        - {units: 4, activation: tanh}
        - {units: 1, activation: sigmoid}
      optimizer: {name: momentum, lr: 0.5, momentum: 0.9}
      """)

  private func read(_ settings: [Override]) throws -> Experiment {
    try ExperimentDocument(file).read(with: settings).experiment
  }

  @Test(arguments: [
    ("0,0.5,0.9", ["0", "0.5", "0.9"]), ("1...4,9", ["1", "2", "3", "4", "9"]),
    ("1-3", ["1", "2", "3"]), ("1..3", ["1", "2", "3"]), ("9,1:2", ["9", "1", "2"]),
    ("-5", ["-5"]), ("1e-3,2e-3", ["1e-3", "2e-3"]), ("2-2-1", ["2-2-1"]),
    ("[4],[8,8]", ["[4]", "[8,8]"]), (" sgd , adam ", ["sgd", "adam"]), ("4...1", ["4...1"]),
    ("1...99999999999", ["1...99999999999"]),
    ("-9223372036854775808...5", ["-9223372036854775808...5"]),
  ])
  func listsAreTakenApart(list: String, values: [String]) {
    #expect(Override.values(of: list) == values)
  }

  @Test func aSettingTakesThePlaceOfTheFiles() throws {
    let experiment = try read([
      Override(key: "optimizer.momentum", value: "0.5"),
      Override(key: "layers.1.units", value: "7"),
      Override(key: "learning_rate", value: "0.25"), Override(key: "l2", value: "0.01"),
    ])
    #expect(experiment.optimizer.momentum == 0.5 && experiment.optimizer.learningRate == 0.25)
    #expect(experiment.layers[0].units == 7 && experiment.layers[0].activation == .tanh)
    #expect(experiment.l2 == 0.01)
  }

  @Test func aNameAloneBecomesAGroup() throws {
    let file = SourceText(name: "x", text: "data: xor\nhidden: [2]\noptimizer: momentum")
    let settings = [Override(key: "optimizer.momentum", value: "0.25")]
    let optimizer = try ExperimentDocument(file).read(with: settings).experiment.optimizer
    #expect(optimizer.rule == .momentum && optimizer.momentum == 0.25)
  }

  @Test(arguments: [
    ("optimiser", "1", "An experiment has no key 'optimiser'. Did you mean 'optimizer'?"),
    ("layers.3.units", "1", "There is no place for it in the file."),
    ("layers.x", "1", "There is no place for it in the file."),
    ("l2", "much", "Expected a number, but found 'much'."),
    ("layers.1.units", "[", "The value cannot be read: write one as in an experiment file."),
    ("l2", "", "The value cannot be read: write one as in an experiment file."),
  ])
  func whatDoesNotFitIsRefused(key: String, value: String, message: String) {
    let setting = Override(key: key, value: value)
    let error = #expect(throws: Diagnostics.self) {
      try read([setting])
    }
    #expect(error?.description == "x.yaml with \(setting): \(message)")
  }

  /// Shares may be written in percent, and the words of other tools are answered with those of this one.
  @Test func aGoalIsReadAsItIsMeant() throws {
    let percent = try Condition(parsing: "accuracy > 90%", name: "--goal")
    #expect(percent.terms[0].right == .number(0.9))
    for (word, meaning) in ForeignName.meaning {
      #expect(Quantity(parsing: meaning) != nil, "\(meaning)")
      let error = #expect(throws: Diagnostics.self) {
        try Condition(parsing: "\(word) > 0.9", name: "--goal")
      }
      #expect(error?.list[0].message.hasSuffix("Did you mean '\(meaning)'?") == true)
    }
    #expect(throws: Diagnostics.self) { try Condition(parsing: "accuracy >", name: "--goal") }
  }

  @Test func aGoalStandsByItself() throws {
    let goal = try Condition(parsing: "loss < 0.7 and update == 0", name: "--goal")
    var workspace = try Workspace(try ExperimentFile.read(file))
    #expect(goal.holds(on: workspace) == (workspace.focusedRun.objective < 0.7))
    workspace.changeFocusedRun { $0.train(updates: 1) }
    #expect(!goal.holds(on: workspace))
    let error = #expect(throws: Diagnostics.self) { try Condition(parsing: "los", name: "--goal") }
    #expect(error?.description.hasPrefix("--goal: ") == true)
  }
}
