import Experiments
import NeuralNetwork

/// Experiments that tests share.
public enum ExperimentSamples {
  /// An experiment with many keys.
  public static let experiment = """
    data: {name: moons, samples: 20, noise: 0.1}
    layers:
      - {units: 4, activation: tanh, init: normal, scale: 0.5}
      - {units: 1, activation: sigmoid}
    loss: bce
    optimizer: {name: adam, lr: 0.01, beta1: 0.8}
    schedule: {name: step, step_size: 5, gamma: 0.5}
    clip: {type: norm, max: 1}
    batch_size: 5
    shuffle: false
    seed: 7
    l2: 1e-3
    steps: 30
    """

  /// All that is wrong with an experiment.
  public static func problems(inExperiment text: String) -> [String] {
    do {
      _ = try ExperimentFile.read(SourceText(name: "x.yaml", text: text))
      return []
    } catch { return error.list.map(\.description) }
  }

  /// Samples as they come from a file.
  public static func filed(_ inputs: [[Double]], _ targets: [[Double]]) -> DataRecipe {
    .samples(Dataset(inputs: Matrix(inputs), targets: Matrix(targets)))
  }
}
