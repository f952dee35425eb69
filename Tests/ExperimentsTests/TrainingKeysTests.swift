import Experiments
import NeuralNetwork
import TestProject
import Testing

/// Keys that say how a run is trained, beyond the optimizer.
@Suite struct TrainingKeysTests {
  private static let moons = "data: {name: moons, samples: 40}\nhidden: [4]\nholdout: 0.25\n"

  private func experiment(_ line: String) throws -> Experiment {
    try ExperimentFile.read(SourceText(name: "x.yaml", text: Self.moons + line))
  }

  @Test func readsEarlyStopping() throws {
    #expect(
      try experiment("early_stopping: {patience: 3}").earlyStopping == EarlyStopping(patience: 3))
    #expect(
      try experiment("early_stopping: {patience: 3, min_delta: 0.01}").earlyStopping
        == EarlyStopping(patience: 3, minimumDelta: 0.01))
  }

  @Test func readsScalingOfInputsAndTargets() throws {
    let line = "data: line\nhidden: [4]\nscaling: {inputs: range, targets: standard}"
    let experiment = try ExperimentFile.read(SourceText(name: "x.yaml", text: line))
    #expect(experiment.scaling == .range && experiment.targetScaling == .standard)
    #expect(try self.experiment("scaling: standard").targetScaling == nil)
  }

  @Test func readsClassWeights() throws {
    #expect(try experiment("class_weights: [1, 5]").classWeights == [1, 5])
  }

  /// The 2-2-2 example as it is published: its biases stand still.
  ///
  /// 0.291027774 after one update, 3.51019e-5 after 10,000.
  @Test func frozenBiasesGiveThePublishedNumbers() throws {
    let text = """
      inputs: [[0.05, 0.1]]
      targets: [[0.01, 0.99]]
      layers:
        - {weights: [[0.15, 0.2], [0.25, 0.3]], biases: [0.35, 0.35], activation: sigmoid, trainable: {biases: false}}
        - {weights: [[0.4, 0.45], [0.5, 0.55]], biases: [0.6, 0.6], activation: sigmoid, trainable: {biases: false}}
      loss: mse
      learning_rate: 0.5
      """
    var run = try Run(try ExperimentFile.read(SourceText(name: "x.yaml", text: text)))
    run.train(updates: 1)
    #expect(abs(run.objective - 0.291027774) < 5e-10)
    run.train(updates: 9999)
    #expect(abs(run.objective - 3.51019e-5) < 5e-11)
  }

  @Test func readsAugmentation() throws {
    #expect(try experiment("augment: {noise: 0.1}").augmentation == Augmentation(noise: 0.1))
    let digits = "data: {name: digits, samples: 20}\nhidden: [4]\naugment: {noise: 0.1, shift: 1}"
    let experiment = try ExperimentFile.read(SourceText(name: "x.yaml", text: digits))
    #expect(experiment.augmentation == Augmentation(noise: 0.1, shift: 1))
  }

  @Test(arguments: [
    (
      "augment: 1",
      "4:10: 'augment' is a group of keys, {noise: …, shift: …}, but this is '1'. "
        + "Write it as 'augment: {noise: 0.1}'."
    ),
    ("augment: {}", "4:10: 'augment' needs 'noise', 'shift' or both."),
    ("augment: {noise: -0.1}", "4:1: The noise is -0.1: choose 0 or a finite number above."),
    ("augment: {noise: .inf}", "4:18: Expected a number that is finite, but found '.inf'."),
    ("augment: {noise: 1e999}", "4:18: The number '1e999' is too large."),
    ("augment: {noise: much}", "4:18: Expected a number, but found 'much'."),
    (
      "augment: {shift: -1}",
      "4:18: Expected a number of pixels from 0 to 4096, but found '-1'."
    ),
    (
      "augment: {shift: 0.5}",
      "4:18: Expected a number of pixels without a fraction, but found '0.5'."
    ),
    (
      "augment: {shift: 1}",
      "4:1: A shift moves square images, such as the digits: 2 inputs are none."
    ),
    ("augment: {nois: 1}", "4:11: 'augment' has no key 'nois'. Did you mean 'noise'?"),
    (
      "early_stopping: 10",
      "4:17: Say how many epochs it waits for a gain: 'early_stopping: {patience: 10}'."
    ),
    ("early_stopping: {}", "4:17: 'early_stopping' needs 'patience'."),
    (
      "early_stopping: {patience: 0}",
      "4:28: Expected a number of epochs from 1 to 1000000000, but found '0'."
    ),
    (
      "early_stopping: {patience: -1e300}",
      "4:28: Expected a number of epochs from 1 to 1000000000, but found '-1e300'."
    ),
    (
      "early_stopping: {patience: .nan}",
      "4:28: Expected a number of epochs that is finite, but found '.nan'."
    ),
    (
      "early_stopping: {patience: 1, min_delta: x}", "4:42: Expected a number, but found 'x'."
    ),
    (
      "early_stopping: {patience: 1, min_delta: -1}",
      "4:1: The smallest gain is -1.0: choose 0 or a finite number above."
    ),
    (
      "early_stopping: true",
      "4:17: Say how many epochs it waits for a gain: 'early_stopping: {patience: 10}'."
    ),
    (
      "early_stopping: {patient: 1}",
      "4:18: 'early_stopping' has no key 'patient'. Did you mean 'patience'?"
    ),
  ])
  func says(_ line: String, _ message: String) {
    let problems = ExperimentSamples.problems(inExperiment: Self.moons + line)
    let firstLines = problems.map { $0.prefix { $0 != "\n" } }
    #expect(firstLines.contains("x.yaml:\(message)"), "\(firstLines)")
  }

  @Test func earlyStoppingNeedsAHoldout() {
    let text = Self.moons.replacing("holdout: 0.25\n", with: "") + "early_stopping: {patience: 1}"
    #expect(
      ExperimentSamples.problems(inExperiment: text).first?.hasPrefix(
        "x.yaml:3:1: Early stopping looks at held-out samples, but there are none: add a holdout.")
        == true)
  }
}
