import Experiments
import NeuralNetwork

/// A setting that may set runs apart: its name, and how a run has it, in a word.
struct RunSetting: Sendable {
  let name: String
  let text: @Sendable (Run) -> String

  private init(name: String, text: @escaping @Sendable (Run) -> String) {
    (self.name, self.text) = (name, text)
  }

  /// Every setting, what learners change with keys first.
  static let all: [RunSetting] = [
    RunSetting(name: "η") { compact($0.baseLearningRate) },
    RunSetting(name: "hidden") { $0.hiddenActivation?.title ?? "-" },
    RunSetting(name: "loss by") { $0.loss.title },
    RunSetting(name: "layers") { run in
      run.network.shape.map { "\($0)" }.joined(separator: "-")
    },
    RunSetting(name: "optimizer") { $0.activeExperiment.optimizer.rule.title },
    RunSetting(name: "init") { $0.experiment.layers.first?.initializer.name ?? "-" },
    RunSetting(name: "samples") { String($0.dataset.count) },
    RunSetting(name: "batch") { String($0.step.sampleCount) },
    RunSetting(name: "l1") { compact($0.activeExperiment.l1) },
    RunSetting(name: "l2") { compact($0.activeExperiment.l2) },
    RunSetting(name: "dropout") { compact($0.experiment.layers.first?.dropout?.rate ?? 0) },
    RunSetting(name: "residual") {
      $0.experiment.layers.contains(where: \.isResidual) ? "yes" : "no"
    },
    RunSetting(name: "batch norm") { run in
      run.experiment.layers.contains { $0.batchNorm != nil } ? "yes" : "no"
    },
    RunSetting(name: "clip") { $0.activeExperiment.clipping == nil ? "no" : "yes" },
    RunSetting(name: "frozen") { run in
      let frozen = run.activeExperiment.frozen
      return frozen.isEmpty ? "no" : frozen.map(\.description).joined(separator: " ")
    },
    RunSetting(name: "schedule") { $0.activeExperiment.schedule.title },
    RunSetting(name: "seed") { String($0.experiment.seed) },
  ]

  /// The settings that are not the same in all runs; where none of those above is, the keys of a file that are not.
  ///
  /// A mistake planted in the engine is for the learner to find.
  static func differences(of runs: [Run]) -> [RunSetting] {
    let known = all.filter { $0.differs(in: runs) }
    let recipes = runs.map(\.activeExperiment)
    guard known.isEmpty, recipes.contains(where: { $0 != recipes[0] }) else { return known }
    var seen: Set<String> = []
    let keys = recipes.flatMap { ExperimentFile($0).form.rows.map(\.key) }
    return keys.filter { $0 != "fault" && seen.insert($0).inserted }.map(RunSetting.init(key:))
      .filter { $0.differs(in: runs) }
  }

  /// A key of experiment files, as the settings of the playground show it.
  private init(key: String) {
    self.init(name: key) { run in
      ExperimentFile(run.activeExperiment).form.rows.first { $0.key == key }?.text ?? "-"
    }
  }

  private func differs(in runs: [Run]) -> Bool {
    let texts = runs.map(text)
    return texts.contains { $0 != texts.first }
  }
}
