import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

/// An experiment as a document: replacing at a path, and reading again.
@Suite struct ExperimentDocumentTests {
  private func document(_ text: String) throws -> ExperimentDocument {
    try ExperimentDocument(SourceText(name: "x.yaml", text: text))
  }

  private func edited(_ text: String, _ edits: String) throws -> Experiment {
    let members = try document(edits).root.members ?? []
    return try document(text).read(
      replacing: members.map { ExperimentEdit($0.key, value: $0.value) }
    ).experiment
  }

  private static let written = """
    data: xor
    layers:
      - {weights: [[1, -1], [-1, 1]], biases: [0, 0], activation: relu}
      - {weights: [[1, 1]], biases: [0], activation: sigmoid}
    optimizer: {name: momentum, lr: 0.4, momentum: 0.5}

    """

  /// A file of another folder names what it reads from there.
  @Test(arguments: [
    ("iris.csv", "my.yaml", "iris.csv"), ("iris.csv", "below/my.yaml", "../iris.csv"),
    ("../iris.csv", "my.yaml", "../iris.csv"), ("a/iris.csv", "b/my.yaml", "../a/iris.csv"),
    ("a/../iris.csv", "my.yaml", "iris.csv"), ("/data/iris.csv", "/data/x/my.yaml", "../iris.csv"),
  ]) func filesAreNamedFromTheFolderOfTheDocument(opened: String, saved: String, name: String)
    throws
  {
    let text = "data: {csv: iris.csv}\nweights: iris.csv\nholdout: {data: iris.csv}\n"
    let document = try ExperimentDocument(SourceText(name: opened, text: text)).moved(to: saved)
    #expect(document["data", "csv"]?.text == name)
    #expect(document["weights"]?.text == name)
    #expect(document["holdout", "data"]?.text == name)
  }

  @Test func theOutputLayerFollows() throws {
    let base = "data: line\nhidden: []\nloss: mse\n"
    #expect(try edited(base, "output: sigmoid").layers.map(\.activation) == [.sigmoid])
    #expect(try edited(Self.written, "output: tanh\nloss: mse").layers.last?.activation == .tanh)
    let classes = try edited("data: line\nhidden: [3]", "data: {name: blobs, classes: 4}")
    #expect(classes.layers.map(\.units) == [3, 4] && classes.loss == .categoricalCrossEntropy)
    let layers = "layers: [{units: 3, activation: relu}, {activation: softmax}]\n"
    let open = try edited("data: moons\n" + layers, "data: {name: spirals, classes: 5}")
    #expect(open.layers.map(\.units) == [3, 5])
  }

  @Test func hiddenReshapesWrittenLayers() throws {
    let layers = try edited(Self.written, "hidden: [3, 4]").layers
    #expect(layers.map(\.units) == [3, 4, 1] && layers.allSatisfy { $0.explicit == nil })
    #expect(layers.map(\.activation) == [.relu, .relu, .sigmoid])
  }

  @Test func aCommonStartTakesThePlaceOfWrittenWeights() throws {
    let layers = try edited(Self.written, "init: he\nactivation: tanh").layers
    #expect(layers.map(\.initializer) == [.he, .he] && layers.allSatisfy { $0.explicit == nil })
    #expect(layers.map(\.activation) == [.tanh, .sigmoid] && layers.map(\.units) == [2, 1])
  }

  @Test func anotherOptimizerKeepsTheRate() throws {
    let adam = try edited(Self.written, "optimizer: adam").optimizer
    #expect(adam == Optimizer(.adam, learningRate: 0.4))
    let faster = try edited(Self.written, "learning_rate: 2\noptimizer: {name: adam, beta1: 0.5}")
    #expect(faster.optimizer.learningRate == 2 && faster.optimizer.beta1 == 0.5)
    #expect(try edited(Self.written, "optimizer: {name: sgd, lr: 3}").optimizer.learningRate == 3)
  }

  @Test func aNameKeepsWhatGoesWithIt() throws {
    let base = try document(
      "data: {name: moons, samples: 40, noise: 0.3}\nhidden: [2]\n"
        + "optimizer: {name: momentum, lr: 0.3, momentum: 0.1}")
    let changed = try base.read(replacing: [
      ExperimentEdit("data", "name", value: "xor"),
      ExperimentEdit("optimizer", "name", value: "sgd"),
    ]).experiment
    #expect(changed.data == .named(.xor) && changed.optimizer == Optimizer(.sgd, learningRate: 0.3))
    let circles = try base.read(replacing: [ExperimentEdit("data", "name", value: "circles")])
    #expect(circles.experiment.data == .named(.circles, DatasetOptions(samples: 40, noise: 0.3)))
  }

  @Test func samplesTakeEachOthersPlace() throws {
    let rows = "inputs: [[1], [2]]\ntargets: [[2], [4]]\n"
    let base = "data: line\nhidden: []\nbatches: [[0], [1]]\n"
    #expect(try edited(base, rows).data == .explicit(inputs: [[1], [2]], targets: [[2], [4]]))
    #expect(try edited(rows + "hidden: []", "data: sine").data == .named(.sine))
    #expect(try edited(base, "batch_size: 3").batches == .size(3))
  }

  @Test func whatContradictsItselfIsStillRefused() throws {
    let base = try document(Self.written)
    let error = #expect(throws: Diagnostics.self) {
      try base.read(replacing: [
        ExperimentEdit("hidden", value: YAMLNode([YAMLNode(3)])),
        ExperimentEdit("layers", value: base["layers"] ?? .null),
      ])
    }
    #expect(error?.description.contains("'hidden' and 'layers' exclude each other") == true)
  }

  @Test(arguments: [
    ("lr", "learning_rate: 0.5"), ("eta", "learning_rate: 0.5"),
    ("lr", "optimizer: {name: sgd, lr: 0.5}"),
  ])
  func otherSpellingsAreRead(_ spelling: String, _ line: String) throws {
    let wanted = try document("data: xor\nhidden: [2]\n\(line)").read().experiment
    #expect(try document("data: xor\nhidden: [2]\n\(spelling): 0.5").read().experiment == wanted)
    let base = try document("data: xor\nhidden: [2]\n\(line.replacing("0.5", with: "2"))")
    let edited = try base.read(replacing: [ExperimentEdit(spelling, value: YAMLNode(0.5))])
    #expect(edited.experiment == wanted)
  }

  @Test(arguments: ["8", "[8]", "8x8", "[8, 8]", "0", "[]"]) func hiddenHasManySpellings(
    _ text: String
  )
    throws
  {
    let units = try document("data: xor\nhidden: \(text)").read().experiment.layers.map(\.units)
    #expect(units == ["8": [8, 1], "[8]": [8, 1], "0": [1], "[]": [1]][text] ?? [8, 8, 1])
  }

  @Test func theTextHasAComment() throws {
    let text = try document("data: xor\nhidden: [2]\nlr: 0.5").text
    #expect(
      text == """
        data: xor  # where the samples come from
        hidden: [2]  # units of each hidden layer
        learning_rate: 0.5  # how far an update goes

        """)
  }

  @Test(arguments: [
    "a b", "#x", "a: b", "null", "-", "[x", "a, b", "3", "", "é\"\\", "\u{1B}[0m", "yes",
  ])
  func textsSurvive(_ text: String) throws {
    let root = YAMLNode.group([("key", YAMLNode(.scalar(text, isQuoted: true)))])
    let yaml = YAMLSource(SourceText(name: "x", text: YAMLText.text(root)))
    #expect(
      yaml.root(of: YAMLText.text(root))?.node.withoutPositions == root, "\(YAMLText.text(root))")
  }

  @Test(arguments: [
    ("loss: Cross-Entropy", "xor", Loss.binaryCrossEntropy),
    ("loss: crossentropy", "digits", .categoricalCrossEntropy),
    ("loss: crossentropy\noutput: softmax", "moons", .categoricalCrossEntropy),
    ("loss: binary_crossentropy", "xor", .binaryCrossEntropy),
    ("loss: MSE", "xor", .meanSquaredError),
  ])
  func lossesHaveOtherNames(_ line: String, _ data: String, _ loss: Loss) throws {
    #expect(try document("data: \(data)\nhidden: [2]\n\(line)").read().experiment.loss == loss)
  }

  @Test(arguments: [
    ("optimizer: Adam", "adam"), ("optimizer: {name: RMSprop}", "rmsprop"),
    ("optimizer: Nesterov", "nesterov"),
  ])
  func capitalsDoNotMatter(_ line: String, _ name: String) throws {
    let rule = try document("data: xor\nhidden: [2]\n\(line)").read().experiment.optimizer.rule
    #expect("\(rule)" == name)
  }

  @Test(arguments: [
    ("momentum: 0.9", "'momentum' belongs inside 'optimizer': optimizer: {…, momentum: …}."),
    ("noise: 0.1", "'noise' belongs inside 'data': data: {…, noise: …}."),
    ("alpha: 0.001", "As the learning rate it is called 'learning_rate', as a penalty 'l2'."),
    ("activation: selu", "Did you mean 'elu'?"), ("lambda: 0.1", "It is called 'l2'."),
    ("LR: 0.1", "It is called 'learning_rate'."), ("Hidden: [4]", "It is called 'hidden'."),
    ("scaler: standard", "It is called 'scaling: standard'."),
    ("init: he_normal", "Did you mean 'he'?"),
    ("l2_reg: 0.1", "It is called 'l2'."), ("hidden_layer_sizes: [4]", "It is called 'hidden'."),
    ("hidden_size: 4", "It is called 'hidden'."), ("solver: adam", "It is called 'optimizer'."),
    ("optim: adam", "It is called 'optimizer'."), ("random_seed: 1", "It is called 'seed'."),
    ("loss_fn: mse", "It is called 'loss'."), ("weight_init: he", "It is called 'init'."),
    ("output_activation: tanh", "It is called 'output'."),
    ("freeze: [1]", "It is called 'frozen'."),
    ("validation_fraction: 0.1", "It is called 'holdout'."),
    ("clip_grad_norm: 1", "It is called 'clip: {type: norm, max: …}'."),
    ("X: [[1]]", "It is called 'inputs'."), ("y: [[1]]", "It is called 'targets'."),
    ("biases: false", "'layers: [{units: 4, biases: false}, {units: 1}]'."),
    ("bias: false", "'layers: [{units: 4, biases: false}, {units: 1}]'."),
    ("trainable: false", "'layers': layers: [{…, trainable: …}, …]."),
    ("regularization: l2", "Penalties are 'l2: 0.001' and 'l1: 0.001'."),
    ("betas: [0.9, 0.99]", "'optimizer: {name: adam, beta1: 0.9, beta2: 0.999}'."),
    ("optimizer: {name: adam, betas: [0.9, 0.99]}", "mean 'beta1: 0.9, beta2: 0.999'?"),
    ("optimizer: {name: adam, epsilon: 0.1}", "Did you mean 'eps'?"),
    ("optimizer: {name: rmsprop, rho: 0.1}", "Did you mean 'alpha'?"),
    ("optimizer: {type: adam}", "Did you mean 'name'?"),
    ("scaling: minmax", "Did you mean 'range'?"), ("scaling: zscore", "Did you mean 'standard'?"),
    ("scaling: StandardScaler", "Did you mean 'standard'?"),
    ("scaling: none", "Without scaling this key is left out."),
    ("scaling: {inputs: false}", "Without scaling this key is left out."),
    ("test: {data: make_moons}", "Did you mean 'moons'?"),
    ("lr: 1\nlearning_rate: 2", "It is called 'learning_rate'."),
    ("batch: 4", "It is called 'batch_size'."), ("random_state: 3", "It is called 'seed'."),
    ("Neurons: 3", "It is called 'hidden'."), ("epochs: 10", "'--epochs 100'"),
    ("val: 0.2", "It is called 'holdout'."), ("test_split: 0.2", "It is called 'test'."),
    ("folds: 5", "'downhill sweep FILE --folds 5'."), ("loss: categorical", "Did you mean 'cce'?"),
    ("schedule: StepLR", "Did you mean 'step'?"), ("dropout: 20%", "found '20%'. Write 0.2."),
    ("holdout: 25 %", "found '25 %'. Write 0.25."),
    ("learning_rate: 0,1", "found '0,1'. Write 0.1."),
    ("learning_rate: 1/4", "found '1/4'. Write 0.25."), ("l2: 1,000,000", "found '1,000,000'."),
    ("clip: 1", "but this is '1'. Write it as 'clip: {type: norm, max: 1}'."),
    ("augment: true", "Write it as 'augment: {noise: 0.1}'."),
    ("optimizer: torch.optim.Adam", "Did you mean 'adam'?"),
    ("optimizer: SGD(momentum=0.9)", "Did you mean 'sgd'?"),
    ("activation: nn.ReLU()", "Did you mean 'relu'?"),
    ("labels: [[1]]", "It is called 'targets'."), ("outputs: [[1]]", "be are 'targets'."),
    ("earlystop: 5", "It is called 'early_stopping: {patience: 10}'."),
    ("layer_sizes: [2, 4, 1]", "without inputs and outputs: 'hidden: [8, 8]'."),
    ("type: classifier", "'bce' for two classes"), ("metrics: accuracy", "leave it out."),
    ("device: cpu", "leave it out."), ("warmup_steps: 9", "{name: warm_up, steps: 100}"),
    ("test: {data: wine}", "get its table as CSV, and write 'data: wine.csv'."),
    ("test: {data: {csv: a.csv, label: kind}}", "Did you mean 'target'?"),
    ("test: {data: {csv: a.csv, sep: ;}}", "It is found out: leave it out."),
    ("nesterov: true", "Write 'optimizer: {name: nesterov, momentum: 0.9}'."),
    (
      "shuffle: false",
      "'shuffle' has no effect: every update uses all samples; it goes with 'batch_size'."
    ),
  ])
  func wrongWordsGetTheRightNeighbor(_ line: String, _ message: String) {
    let problems = ExperimentSamples.problems(inExperiment: "data: moons\nhidden: [2]\n\(line)")
    #expect(problems.contains { $0.contains(message) }, "\(problems)")
  }

  /// What cannot stand there is not offered.
  @Test(arguments: ["batch_size: 10%", "steps: 1/3"]) func noFractionIsOffered(_ line: String) {
    let problems = ExperimentSamples.problems(inExperiment: "data: moons\nhidden: [2]\n\(line)")
    #expect(problems.count == 1 && !problems[0].contains("Write"), "\(problems)")
  }

  @Test func aNumberIsNoMistypedName() {
    let problems = ExperimentSamples.problems(inExperiment: "data: moons\nhidden: [2]\n1: 2")
    #expect(problems.first?.contains("has no key '1'. Known: ") == true, "\(problems)")
  }

  /// Units as other tools write them.
  @Test(arguments: ["(4, 4)", "4,4", "4x4", "(4, 4,)", "4.0x4"])
  func unitsAreUnderstood(_ hidden: String) throws {
    let text = "data: moons\nhidden: \(hidden)"
    let file = try? ExperimentFile(SourceText(name: "file", text: text))
    #expect(file?.experiment.layers.map(\.units) == [4, 4, 1])
  }

  @Test(arguments: [
    ("BCEWithLogitsLoss", "bce"), ("NLLLoss", "cce"), ("SmoothL1Loss", "huber"),
  ])
  func lossesOfOtherToolsAreKnown(_ word: String, _ name: String) {
    #expect(Loss.elsewhere(word)?.name == name)
  }

  /// The line that is shown is the one to change.
  @Test(arguments: [
    "dropout: 1", "activation: [relu, tanh]", "activation: softmax", "test: 2\nholdout: 0.1",
  ])
  func theGuiltyLineIsShown(_ line: String) {
    let problems = ExperimentSamples.problems(inExperiment: "data: moons\nhidden: [2]\n\(line)")
    #expect(problems.count == 1 && problems.first?.contains("3:") == true, "\(problems)")
  }

  @Test(arguments: ["activation: relu", "dropout: 0.5", "batch_norm: true"])
  func keysForHiddenLayersAreSpokenOfWhereThereIsNone(_ line: String) throws {
    func notes(_ hidden: String) throws -> [Diagnostic] {
      let text = "data: moons\nhidden: \(hidden)\n\(line)"
      return try ExperimentFile(SourceText(name: "file", text: text)).notes
    }
    let key = line.prefix { $0 != ":" }
    let note = try notes("[]").first
    #expect(note?.message == "'\(key)' has no effect: there is no hidden layer.")
    #expect(note?.position?.line == 3)
    #expect(try notes("[2]").isEmpty)
  }

  @Test(arguments: [
    ("moons, samples: 20", "batch_size: 21", "batch_size", "there are no more than 20 samples"),
    ("xor", "batch_size: 5", "batch_size", "there are no more than 4 samples"),
    ("xor", "batch_size: 4\nshuffle: false", "shuffle", "every update uses all samples"),
  ])
  func batchesOfMoreThanThereIsAreSpokenOf(
    _ data: String, _ lines: String, _ key: String, _ reason: String
  ) throws {
    func notes(_ lines: String) throws -> [String] {
      let text = "data: {name: \(data)}\nhidden: [2]\n\(lines)"
      return try ExperimentFile(SourceText(name: "file", text: text)).notes.map(\.message)
    }
    #expect(try notes(lines) == ["'\(key)' has no effect: \(reason)."])
    #expect(try notes("batch_size: 3\nshuffle: false").isEmpty && notes("batch_size: 4").isEmpty)
  }

  /// What keeps deep networks trainable is said once for all hidden layers, and is what each layer would say itself.
  @Test func deepLayersAreSaidAtOnce() throws {
    func file(_ text: String) throws -> ExperimentFile {
      try ExperimentFile(SourceText(name: "file", text: "data: moons\n" + text))
    }
    let short = try file("hidden: [4, 4, 3]\nbatch_norm: true\nresidual: true")
    let layer = "units: 4, activation: tanh, batch_norm: true"
    let long = try file(
      "layers: [{\(layer)}, {\(layer), residual: true}, {units: 3, activation: tanh, batch_norm: true}, {activation: sigmoid}]"
    )
    #expect(short.experiment == long.experiment && short.notes.isEmpty)
    for key in ["batch_norm", "residual"] {
      #expect(long.form.rows.first { $0.key == key }?.text == "true")
      let edit = ExperimentEdit(key, value: YAMLNode(false))
      let (shorter, longer) = (try short.replacing([edit]), try long.replacing([edit]))
      #expect(shorter.experiment == longer.experiment)
      #expect(shorter.form.rows.first { $0.key == key }?.text == "false")
    }
    #expect(
      try file("hidden: [4, 3]\nresidual: true").notes.first?.message
        == "'residual' has no effect: no hidden layer has as many units as the one before.")
  }

  @Test(arguments: [
    ("slope: 0.1", "'slope' has no effect: tanh has none; leaky_relu has."), ("", ""),
  ])
  func keysWithoutEffectAreRefused(_ extra: String, _ message: String) {
    let comma = extra.isEmpty ? "" : ", "
    let text =
      "data: xor\nlayers: [{units: 2, activation: tanh\(comma)\(extra)}, {activation: sigmoid}]"
    let problems = ExperimentSamples.problems(inExperiment: text)
    #expect(message.isEmpty ? problems.isEmpty : problems.contains { $0.contains(message) })
    let idle = ExperimentSamples.problems(
      inExperiment:
        "data: xor\nlayers: [{units: 2, activation: tanh}, {units: 1}]\nactivation: relu")
    #expect(
      idle.first?.contains("'activation' has no effect: every hidden layer names its own.") == true)
  }
}
