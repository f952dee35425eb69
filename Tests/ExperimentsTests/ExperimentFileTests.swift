import Experiments
import Foundation
import NeuralNetwork
import TestProject
import Testing

@Suite struct ExperimentFileTests {
  @Test func readsEveryPart() throws {
    let experiment = try ExperimentFile.read(
      SourceText(name: "x.yaml", text: ExperimentSamples.experiment))
    #expect(experiment.data == .named(.moons, DatasetOptions(samples: 20, noise: 0.1)))
    #expect(experiment.layers.map(\.units) == [4, 1])
    #expect(experiment.layers[0].initializer == .normal(deviation: 0.5))
    #expect(experiment.optimizer.rule == .adam && experiment.optimizer.beta1 == 0.8)
    #expect(experiment.schedule == .step(size: 5, gamma: 0.5))
    #expect(experiment.clipping == .norm(1) && experiment.l2 == 1e-3)
    #expect(experiment.batches == .size(5, isShuffled: false))
    #expect(experiment.seed == 7 && experiment.steps == 30)
  }

  @Test func whatIsMissingFollowsFromTheData() throws {
    let short = "data: xor\nhidden: [8, 3]\nactivation: relu\ninit: he\n"
    let experiment = try ExperimentFile.read(SourceText(name: "x.yaml", text: short))
    #expect(experiment.layers.map(\.units) == [8, 3, 1])
    #expect(experiment.layers.map(\.activation) == [.relu, .relu, .sigmoid])
    #expect(experiment.layers.map(\.initializer) == [.he, .he, .he])
    #expect(experiment.loss == .binaryCrossEntropy && experiment.optimizer.learningRate == 0.1)
  }

  @Test(arguments: [
    "data: moons\nloss: cce", "data: xor\noutput: softmax", "data: blobs\nloss: cce",
  ])
  func aSoftmaxHasAUnitForEachClass(_ head: String) throws {
    let text = head + "\nhidden: [3]\n"
    let experiment = try ExperimentFile.read(SourceText(name: "x.yaml", text: text))
    #expect(experiment.layers.last?.units == 2 && experiment.layers.last?.activation == .softmax)
    #expect(experiment.loss == .categoricalCrossEntropy)
    #expect(try Run(experiment).dataset.targets.columns == 2)
  }

  @Test func aSoftmaxOfOneUnitIsRefused() {
    let text = "data: xor\nlayers: [{units: 1, activation: softmax}]\n"
    let problems = ExperimentSamples.problems(inExperiment: text)
    #expect(problems.count == 1 && problems[0].contains("softmax of one unit"))
  }

  @Test func readsHeldOutSamplesAndScaling() throws {
    let text = "data: moons\nhidden: [2]\nholdout: 0.25\nscaling: standard\ntest: 0.1\n"
    let experiment = try ExperimentFile.read(SourceText(name: "x.yaml", text: text))
    #expect(experiment.holdout == .share(0.25) && experiment.test == .share(0.1))
    #expect(experiment.scaling == .standard)
  }

  /// Whole reference cases, and the part called spec alone.
  @Test func everyReferenceCaseIsAnExperiment() throws {
    let folder = TestProject.root.appending(path: "Tests/NeuralNetworkTests/Cases").path
    let files = try Folder.files(in: folder).filter { $0.hasSuffix(".json") }
    #expect(files.count == 48)
    for file in files {
      let source = try SourceText(path: "\(folder)/\(file)")
      let whole = try ExperimentFile.read(source)
      let object = try JSONSerialization.jsonObject(with: Data(source.text.utf8)) as? [String: Any]
      let spec = try JSONSerialization.data(withJSONObject: try #require(object?["spec"]))
      let alone = try ExperimentFile.read(
        SourceText(name: file, text: String(decoding: spec, as: UTF8.self)))
      #expect(whole.layers.count == alone.layers.count && whole.steps == alone.steps, "\(file)")
    }
  }

  @Test(arguments: [
    ("loss: bce", "loss: bec", "5:7: There is no loss called 'bec'. Did you mean 'bce'?"),
    ("loss: bce", "loss: L2", "5:7: There is no loss called 'L2'. Did you mean 'mse'?"),
    ("loss: bce", "loss: mse\nloss: bce", "5:1: 'loss' is given twice: keep one."),
    (
      "batch_size", "batchsize",
      "9:1: An experiment has no key 'batchsize'. Did you mean 'batch_size'?"
    ),
    ("seed: 7", "seed: -7", "11:7: Expected a seed from 0 to 9007199254740992, but found '-7'."),
    ("seed: 7", "seed: 7.5", "11:7: Expected a seed without a fraction, but found '7.5'."),
    ("l2: 1e-3", "l2: .nan", "12:5: Expected a number that is finite, but found '.nan'."),
    ("l2: 1e-3", "l2: .inf", "12:5: Expected a number that is finite, but found '.inf'."),
    ("l2: 1e-3", "l2: 1e999", "12:5: The number '1e999' is too large."),
    ("l2: 1e-3", "l2: 0x10", "12:5: Expected a number, but found '0x10'."),
    ("l2: 1e-3", "l2: 1:30", "12:5: Expected a number, but found '1:30'."),
    ("l2: 1e-3", "l2: yes", "12:5: Expected a number, but found 'yes'."),
    ("l2: 1e-3", "l2:", "12:4: Expected a number, but found nothing."),
    ("l2: 1e-3", "l2: -1", "12:1: l2 is -1.0: choose 0 or a finite number above."),
    (
      "units: 4", "units: 1000000",
      "3:13: Expected a number of units from 1 to 4096, but found '1000000'."
    ),
    ("units: 4, ", "", "3:5: A layer needs 'weights', written out, or 'units'."),
    (
      "units: 1,", "units: 3,",
      "4:5: The output layer has 3 units but each target has 1 number: make them equal."
    ),
    (
      "init: normal", "init: noraml",
      "3:40: There is no initialization called 'noraml'. Did you mean 'normal'?"
    ),
    ("init: normal", "init: he", "3:51: 'he' sets its own scale: leave 'scale' out."),
    (
      "data: {", "inputs: [[1]]\ndata: {",
      "1:1: 'inputs' and 'data' exclude each other: a named data set brings its own inputs."
    ),
    (
      "clip: {type: norm, max: 1}", "clip: 3",
      "8:7: 'clip' is a group of keys, {type: …, max: …}, but this is '3'. Write it as 'clip: {type: norm, max: 1}'."
    ),
    (
      "noise: 0.1", "classes: 5",
      "1:34: The data set 'moons' has no key 'classes'. Known: name, samples, noise."
    ),
    ("name: moons", "name: and", "1:19: The data set 'and' has no key 'samples'. Known: name."),
    ("name: moons, ", "", "1:7: 'data' needs 'name', or 'csv' with the path of a file."),
    ("shuffle: false", "shuffle: no", "10:10: Expected true or false, but found 'no'."),
    (
      "name: adam, lr: 0.01", "lr: 0.01",
      "6:23: 'beta1' needs the optimizer's 'name'; those that have it: adam, adamw, nadam, lion."
    ),
    (
      "name: adam, lr: 0.01, beta1: 0.8", "name: sgd, momentum: 0.9",
      "6:24: The optimizer 'sgd' has no 'momentum': leave it out, or name one that has it: momentum, nesterov, rmsprop."
    ),
    (
      "beta1: 0.8", "centered: false",
      "6:35: The optimizer 'adam' has no 'centered': leave it out, or name one that has it: rmsprop."
    ),
    ("beta1", "beta3", "6:35: 'optimizer' has no key 'beta3'. Did you mean 'beta1'?"),
    (
      "gamma: 0.5", "gama: 0.5",
      "7:38: The schedule 'step' has no key 'gama'. Did you mean 'gamma'?"
    ),
    ("{name: step, step_size: 5, gamma: 0.5}", "constant", ""),
    (
      "{name: step, step_size: 5, gamma: 0.5}", "warm_up",
      "7:11: The schedule 'warm_up' has settings: write {name: warm_up, steps: …}."
    ),
    (
      "{name: step, step_size: 5, gamma: 0.5}", "stp",
      "7:11: There is no schedule called 'stp'. Did you mean 'step'?"
    ),
    ("activation: tanh", "activation: [tanh]", "3:28: Expected an activation, but found a list."),
    ("loss: bce", "loss: [bce]", "5:7: Expected a loss, but found a list."),
    (
      "seed: 7", "seed: {7",
      "12:3: This is neither YAML nor JSON: did not find expected ',' or '}' (while parsing a flow mapping)."
    ),
    ("seed: 7", "seed: &x 7", "11:7: Anchors ('&') are not allowed: write the value out."),
    (
      "seed: 7", "seed: *x",
      "11:7: Aliases ('*') are not allowed: write the value out, or quote it."
    ),
    ("seed: 7", "? [seed]\n: 7", "11:3: A key must be a name."),
    (
      "seed: 7", "seed: 7\u{7}",
      "11:8: This is neither YAML nor JSON: control characters are not allowed."
    ),
    (
      "seed: 7", "seed: " + String(repeating: "[", count: 200),
      "11:107: This is nested too deeply."
    ),
    ("seed: 7", "seed: !!str 7", ""),
    ("seed: 7", "seed: !!int 7", "11:7: Tags ('!') are not allowed: leave it out."),
    ("seed: 7", "seed: 7\n---\nl2: 1", "12:1: One document only: leave out what follows."),
    ("seed: 7", "\tseed: 7", "11:1: Indent with spaces, not with tabs."),
    (
      "data: {name: moons, samples: 20, noise: 0.1}\n", "",
      "1:1: An experiment needs 'inputs' and 'targets', or 'data' with a data set's name."
    ),
  ])
  func says(_ old: String, _ new: String, _ message: String) throws {
    try #require(ExperimentSamples.experiment.contains(old))
    let problems = ExperimentSamples.problems(
      inExperiment: ExperimentSamples.experiment.replacing(old, with: new))
    let firstLines = problems.map { $0.prefix { $0 != "\n" } }
    #expect(
      message.isEmpty ? problems.isEmpty : firstLines.contains("x.yaml:\(message)"),
      "\(firstLines)")
  }

  @Test func targetsAreRowsOrClasses() {
    let start = "inputs: [[1], [2]]\nlayers: [{units: 3, activation: softmax}]\n"
    #expect(ExperimentSamples.problems(inExperiment: start + "loss: cce\ntargets: [0, 2]") == [])
    #expect(
      ExperimentSamples.problems(inExperiment: start + "loss: cce\ntargets: [0, 3]").first?
        .contains("There is a class 3, but 3 output units count from 0 to 2.") == true)
    let kept =
      "inputs: [[1], [2], [3]]\ntargets: [0, 2, 1]\nloss: cce\nhidden: []\n"
      + "holdout: {inputs: [[4]], targets: [1]}\ntest: {inputs: [[5]], targets: [0]}\n"
    #expect(ExperimentSamples.problems(inExperiment: kept) == [])
    #expect(
      ExperimentSamples.problems(
        inExperiment: kept.replacing("targets: [1]}", with: "targets: [3]}")
      ).first?
      .contains("There is a class 3, but 3 output units count from 0 to 2.") == true)
    #expect(
      ExperimentSamples.problems(inExperiment: start + "loss: mse\ntargets: [0, 2]").first?
        .contains("Targets are rows: write [[1], [2]].") == true)
  }

  @Test func theEngineIsHeardAtTheRightLine() {
    let text = """
      inputs: [[1, 2], [3]]
      targets: [[1], [2]]
      layers:
        - {weights: [[1]], activation: linear}
      """
    #expect(
      ExperimentSamples.problems(inExperiment: text).first?.hasPrefix(
        "x.yaml:1:1: Row 1 of the inputs")
        == true)
    let narrow = text.replacing("[[1, 2], [3]]", with: "[[1, 2], [3, 4]]")
    #expect(
      ExperimentSamples.problems(inExperiment: narrow).first?.hasPrefix(
        "x.yaml:4:5: Unit 1 of layer 1 has 1 weight but 2 inputs")
        == true)
  }

  /// Words of other tools, and the numbers of units in place of layers, get the lines to write.
  @Test(arguments: [
    (
      "data: mnist\nhidden: [2]", "1:7: There is no data set called 'mnist'. Did you mean 'digits'?"
    ),
    (
      "data: xor\nhidden: [2]\ninit: glorot",
      "3:7: There is no initialization called 'glorot'. Did you mean 'xavier'?"
    ),
    (
      "data: xor\nhidden: [2]\ninit: kaiming_uniform",
      "3:7: There is no initialization called 'kaiming_uniform'. Did you mean 'he_uniform'?"
    ),
    (
      "data: xor\nhidden: [2]\nactivation: swish",
      "3:13: There is no activation called 'swish'. Did you mean 'silu'?"
    ),
    (
      "data: xor\nhidden: [2]\nepoch: 3",
      "3:1: An experiment has no key 'epoch'. Give the length in updates, 'steps: 1000', or in epochs on the command line, '--epochs 100'."
    ),
    (
      "data: xor\nhidden: [2]\nregularization: l2",
      "3:1: An experiment has no key 'regularization'. Penalties are 'l2: 0.001' and 'l1: 0.001'."
    ),
    (
      "data: xor\nlayers: [2, 4, 1]",
      "2:9: A layer is a group of keys, such as {units: 4, activation: tanh}. For units alone write the hidden layers: 'hidden: [4]'."
    ),
  ])
  func wordsOfOtherToolsAreUnderstood(_ text: String, _ message: String) {
    let lines = ExperimentSamples.problems(inExperiment: text).map { $0.prefix { $0 != "\n" } }
    #expect(lines.contains("x.yaml:\(message)"), "\(lines)")
  }
}
