import Experiments
import NeuralNetwork

/// A setting that may set runs apart: its name, and how a run has it, in a word.
struct RunSetting: Sendable {
  let name: String
  /// The keys of an experiment file that it speaks for.
  private let keys: [String]
  let text: @Sendable (Run) -> String

  private init(_ name: String, for keys: String..., text: @escaping @Sendable (Run) -> String) {
    (self.name, self.keys, self.text) = (name, keys, text)
  }

  /// What runs say in better words than their recipes, what learners change with keys first.
  private static let spoken = [
    RunSetting("η", for: "learning_rate") { compact($0.baseLearningRate) },
    RunSetting("hidden", for: "activation") { $0.hiddenActivation?.title ?? "-" },
    RunSetting("loss by", for: "loss") { $0.loss.title },
    RunSetting("layers", for: "hidden") { run in
      run.network.shape.map { "\($0)" }.joined(separator: "-")
    },
    RunSetting("optimizer", for: "optimizer") { $0.activeExperiment.optimizer.rule.title },
    RunSetting("samples", for: "data.samples") { String($0.dataset.count) },
    RunSetting("batch", for: "batch_size") { String($0.step.sampleCount) },
  ]

  /// A key of experiment files, as the settings of the playground show it.
  private init(key: String) {
    self.init(key.replacing("_", with: " "), for: key) { run in
      ExperimentForm(run.activeExperiment).rows.first { $0.key == key }?.text ?? "-"
    }
  }

  /// The settings that are not the same in all runs; of another rule or data set not what is said of it besides.
  ///
  /// A mistake planted in the engine is for the learner to find.
  static func differences(of runs: [Run]) -> [RunSetting] {
    let recipes = runs.map(\.activeExperiment)
    guard recipes.contains(where: { $0 != recipes[0] }) else { return [] }
    let spoken = spoken.filter { $0.differs(in: runs) }
    var seen = Set(spoken.flatMap(\.keys) + ["fault"])
    let keys = recipes.flatMap { ExperimentForm($0).rows.map(\.key) }
    let others = keys.filter { seen.insert($0).inserted }.map(RunSetting.init(key:))
    let all = spoken + others.filter { $0.differs(in: runs) }
    let known = Set(all.flatMap(\.keys))
    return all.filter { setting in
      !setting.keys.contains { key in key.contains(".") && known.contains(Self.group(of: key)) }
    }
  }

  /// The key of the file that a key stands behind.
  private static func group(of key: String) -> String { String(key.prefix { $0 != "." }) }

  private func differs(in runs: [Run]) -> Bool {
    let texts = runs.map(text)
    return texts.contains { $0 != texts.first }
  }
}
