import Experiments
import NeuralNetwork

/// What the engine and the experiment files know many of: the entries are their own records, read as terms.
///
/// Only where the course teaches each is said here; what no lesson teaches has an entry all the same.
extension GlossaryTerm {
  init(_ activation: Activation) {
    let pages: [String: [Place]] = [
      "linear": [Place("activations", "A line of a line of a line")],
      "sigmoid": [Place("two-neurons", "Forward, first neuron")],
      "tanh": [Place("activations", "Four times as steep"), Place("xor", "Units that cannot die")],
      "relu": [Place("activations", "Two straight pieces")],
      "leaky_relu": [
        Place("activations", "Zero and a trickle"), Place("activations", "Two straight pieces"),
        Place("xor", "A small leak"),
      ],
      "softmax": [Place("softmax", "Exp, sum, divide"), Place("losses", "Three matches")],
      "step": [Place("perceptron", "A neuron that says yes or no")],
    ]
    self.init(
      activation.title, .activation,
      symbols: Set([activation.symbol, activation.asciiSymbol]).sorted(),
      aliases: [activation.name],
      uses: ["linear", "step"].contains(activation.name) ? [] : nil, activation.summary,
      formula: ["a = \(activation.formula)", "a′ = \(activation.derivativeFormula)"],
      taught: pages[activation.name] ?? [], related: ["activation"])
  }

  init(_ loss: Loss) {
    let pages: [String: [Place]] = [
      "mse": [Place("line-fit", "One number to learn")],
      "half_mse": [Place("two-neurons", "How wrong?")],
      "mae": [Place("losses", "Only the slope pulls")],
      "huber": [Place("losses", "Huber")],
      "bce": [
        Place("losses", "What a wrong answer costs"), Place("losses", "Certain and wrong"),
        Place("activations", "Why bend at all?"), Place("xor", "Right is not done"),
      ],
      "cce": [Place("softmax", "The truth is: cat"), Place("losses", "Three matches")],
      "perceptron": [Place("perceptron", "Why not walk down the slope?")],
    ]
    self.init(
      loss.title, .loss, aliases: [loss.name],
      uses: loss.name == "perceptron" ? [] : [loss.title, loss.name], loss.summary,
      formula: ["E = \(loss.formula)", "∂E/∂y: \(loss.derivativeFormula)"],
      taught: pages[loss.name] ?? [],
      value: { run in
        run.loss == loss ? GlossaryTerm.quantity("data_loss")(run) : nil
      },
      related: ["loss"])
  }

  init(_ rule: Optimizer.Rule) {
    let pages: [String: [Place]] = [
      "sgd": [Place("batches", "One point at a time")],
      "momentum": [Place("momentum", "Five times as fast")],
      "nesterov": [
        Place("momentum", "The edge moves in"), Place("momentum", "It looks ahead"),
      ],
      "adagrad": [
        Place("adam", "AdaGrad: divide by all you have seen"),
        Place("momentum", "What to remember"),
      ],
      "rmsprop": [
        Place("adam", "It never rests"), Place("adam", "It never forgets"),
        Place("momentum", "What to remember"),
      ],
      "adam": [
        Place("adam", "Adam by hand"), Place("adam", "Four down the ditch"),
        Place("xor", "Units that cannot die"), Place("symmetry", "Twins stay twins"),
        Place("vanishing", "One more case"),
        Place("overfitting", "Through every point"),
      ],
      "adamw": [Place("adam", "A penalty outside the division")],
    ]
    self.init(
      rule.title, .optimizer, aliases: [rule.name],
      uses: rule.name == "sgd" ? [] : nil, rule.summary, formula: rule.formula,
      taught: pages[rule.name] ?? [], related: ["optimizer"])
  }

  init(_ schedule: Schedule) {
    let pages: [String: [Place]] = [
      "constant": [Place("rates", "Three plans")], "step": [Place("rates", "Three plans")],
      "cosine": [Place("rates", "Three plans")], "warm_up": [Place("rates", "On tiptoe")],
    ]
    self.init(
      schedule.title, .schedule, aliases: [schedule.name],
      uses: ["cosine", "warm_up"].contains(schedule.name) ? nil : [], schedule.summary,
      formula: ["η = \(schedule.formula)"], taught: pages[schedule.name] ?? [],
      related: ["schedule"])
  }

  init(_ initializer: Initializer) {
    let pages: [String: [Place]] = [
      "zeros": [Place("symmetry", "Then begin at zero?")],
      "xavier": [
        Place("symmetry", "As large as the sum allows"),
        Place("vanishing", "Two hundred updates later"),
      ],
      "he": [
        Place("symmetry", "As large as the sum allows"), Place("xor", "How often does it work?"),
        Place("vanishing", "The same with ReLU?"),
      ],
    ]
    self.init(
      initializer.title, .initializer, aliases: [initializer.name],
      uses: ["xavier", "he"].contains(initializer.name) ? nil : [], initializer.summary,
      formula: ["w: \(initializer.formula)"], taught: pages[initializer.name] ?? [],
      related: ["initialization"])
  }

  init(_ dataset: NamedDataset) {
    self.init(
      dataset.title, .dataset, aliases: [dataset.name],
      "A data set that comes with the program: \(dataset.summary).", related: ["sample"])
  }

  /// A key of an experiment file, written with its colon.
  init(_ field: ExperimentField) {
    self.init(
      "\(field.name):", .key, aliases: [field.name] + field.aliases,
      "A key of an experiment file: \(field.summary). By default: \(field.usual).",
      formula: field.examples.prefix(1).map { "\(field.name): \($0)" },
      value: { run in field.write(run.activeExperiment).map(YAMLText.flow) },
      related: [field.name.map { $0 == "_" ? " " : String($0) }.joined()].filter { name in
        Glossary.concepts.contains { $0.name == name }
      })
  }
}
