import Experiments
import NeuralNetwork
import Workbench

/// A setting that sets runs apart: its name, and how each run has it, in a word.
struct RunSetting: Sendable {
  let name: String
  /// How each of the runs has it, in their order.
  let texts: [String]
  /// The keys of an experiment file that it speaks for.
  private let keys: [String]

  private var differs: Bool { texts.contains { $0 != texts.first } }

  /// The settings that are not the same in all runs; of another rule or data set not what is said of it besides.
  ///
  /// A mistake planted in the engine is for the learner to find.
  static func differences(of runs: [Workspace.LabeledRun]) -> [RunSetting] {
    let recipes = runs.map(\.run.namedRecipe)
    guard recipes.contains(where: { $0 != recipes[0] }) else { return [] }
    let spoken = spoken.map { RunSetting(name: $0.name, texts: runs.map($0.text), keys: $0.keys) }
      .filter(\.differs)
    let said = Set(spoken.flatMap(\.keys) + ["fault"])
    let all = spoken + written(recipes, besides: said).filter(\.differs)
    let known = Set(all.flatMap(\.keys))
    return all.filter { setting in
      !setting.keys.contains { key in key.contains(".") && known.contains(group(of: key)) }
    }
  }

  /// The keys of experiment files, as the settings of the playground show them.
  private static func written(_ recipes: [Experiment], besides said: Set<String>) -> [RunSetting] {
    let forms = recipes.map { ExperimentForm($0) }
    let rows = forms.map { Dictionary($0.rows.map { ($0.key, $0.text) }) { first, _ in first } }
    var seen = said
    return forms.flatMap { $0.rows.map(\.key) }.filter { seen.insert($0).inserted }.map { key in
      RunSetting(
        name: key.replacing("_", with: " "), texts: rows.map { $0[key] ?? "-" }, keys: [key])
    }
  }

  /// The key of the file that a key stands behind.
  private static func group(of key: String) -> String { String(key.prefix { $0 != "." }) }
}

extension Run {
  /// The recipe in force; what is held out is called what it was before samples were changed by hand.
  fileprivate var namedRecipe: Experiment {
    var recipe = activeExperiment
    (recipe.holdout, recipe.test) = (experiment.holdout, experiment.test)
    return recipe
  }
}

/// What runs say in better words than their recipes.
private struct SpokenSetting: Sendable {
  let name: String
  /// The keys of an experiment file that it speaks for.
  let keys: [String]
  let text: @Sendable (Workspace.LabeledRun) -> String

  init(
    _ name: String, for keys: String..., text: @escaping @Sendable (Workspace.LabeledRun) -> String
  ) {
    (self.name, self.keys, self.text) = (name, keys, text)
  }
}

/// What learners change with keys first.
private let spoken = [
  SpokenSetting("η", for: "learning_rate") { compact($0.run.baseLearningRate) },
  SpokenSetting("hidden", for: "activation") { $0.run.hiddenActivation?.title ?? "-" },
  SpokenSetting("loss by", for: "loss") { $0.run.loss.title },
  SpokenSetting("layers", for: "hidden") {
    $0.run.network.shape.map { "\($0)" }.joined(separator: "-")
  },
  SpokenSetting("optimizer", for: "optimizer") { $0.run.activeExperiment.optimizer.rule.title },
  SpokenSetting("data", for: "data", "inputs", "targets") { $0.samplesInWords ?? "written out" },
  SpokenSetting("samples", for: "data.samples") { String($0.run.dataset.count) },
  SpokenSetting("batch", for: "batch_size") { String($0.run.step.sampleCount) },
]
