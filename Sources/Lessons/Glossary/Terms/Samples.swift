import NeuralNetwork

/// What is learned from, and how it is judged.
extension GlossaryTerm {
  static let samples = [
    GlossaryTerm(
      "sample", aliases: ["point", "example"], uses: [],
      "One case to learn from: its inputs, and the target that goes with them.",
      taught: [Place("line-fit", "One number to learn")], value: { "\($0.dataset.count) of them" },
      related: ["input", "target", "batch"]),
    GlossaryTerm(
      "input", symbols: ["x"], aliases: ["feature"], uses: [],
      "A number that a sample brings, such as a pixel or a height: what the network sees.",
      taught: [Place("line-fit", "One number to learn")], value: quantity("input[1]"),
      related: ["sample", "scaling"]),
    GlossaryTerm(
      "output", symbols: ["y"], aliases: ["prediction"], uses: [],
      "What the network makes of a sample's inputs.",
      taught: [Place("line-fit", "One number to learn")], value: quantity("output[1]"),
      related: ["target", "loss"]),
    GlossaryTerm(
      "target", symbols: ["T", "t"], aliases: ["label", "ground truth"], uses: [],
      "What the output should be for a sample: the truth that training is told.",
      taught: [
        Place("perceptron", "A neuron that says yes or no"), Place("two-neurons", "How wrong?"),
        Place("perceptron", "A mistake"), Place("two-neurons", "Two neurons in a row"),
        Place("valley", "Two weights"),
      ], value: quantity("target[1]"), related: ["sample", "output", "loss"]),
    GlossaryTerm(
      "accuracy", uses: ["accuracy"],
      "The share of samples whose class is told right. Of k classes that tie each counts 1/k, so an output of exactly one half counts half. It says nothing of how sure the network is.",
      taught: [
        Place("softmax", "Before it knows anything"), Place("activations", "How sure is that?"),
        Place("xor", "Two folds"),
      ],
      value: quantity("accuracy", .percent), related: ["loss", "confusion matrix"]),
    GlossaryTerm(
      "batch", aliases: ["full batch", "batch size"],
      uses: ["batch", "batch size", "full batch"],
      "The samples whose mean gradient makes one update: all of them, or a few.",
      taught: [Place("loop", "Not all points at once"), Place("batches", "One point at a time")],
      value: { run in run.isBatchWhole ? "all \(run.dataset.count)" : "\(run.step.sampleCount)" },
      related: ["mini-batch", "epoch", "stochastic gradient descent"]),
    GlossaryTerm(
      "mini-batch", uses: ["mini-batch"],
      "A batch that is more than one sample and fewer than all: a rough gradient, but soon.",
      taught: [Place("batches", "A race"), Place("loop", "Not all points at once")],
      related: ["batch", "noise floor"]),
    GlossaryTerm(
      "stochastic gradient descent", aliases: ["SGD", "sgd"],
      uses: ["stochastic gradient descent", "SGD"],
      "Gradient descent on the gradient of a few samples drawn by chance in place of all; strictly, of one.",
      taught: [Place("batches", "One point at a time")], related: ["batch", "noise floor"]),
    GlossaryTerm(
      "batch loss", aliases: ["batch_loss"], uses: [],
      "The loss over the next update's batch alone: what training itself sees.",
      taught: [Place("batches", "How wrong?")], value: quantity("batch_loss"),
      related: ["loss", "batch"]),
    GlossaryTerm(
      "epoch", uses: ["epoch"],
      "One pass over all samples, however many updates that takes.",
      formula: ["updates in an epoch = samples / batch size, rounded up"],
      taught: [
        Place("loop", "Not all points at once"), Place("perceptron", "A whole pass"),
      ], value: quantity("epoch"), related: ["update", "iteration", "batch"]),
    GlossaryTerm(
      "iteration", uses: ["iteration"], "Another word for update: one batch, one step.",
      taught: [Place("loop", "Rounded up")], value: quantity("update"),
      related: ["update", "epoch"]),
    GlossaryTerm(
      "noise floor", uses: ["noise floor"],
      "The level at which the loss stops falling because steps on single batches throw the parameters about. A smaller "
        + "learning rate lowers it.",
      taught: [Place("batches", "It never sits down")], related: ["batch", "schedule"]),
    GlossaryTerm(
      "scaling", aliases: ["standardization", "normalization", "unfit scale"], uses: [],
      "Inputs brought to a common size before training, such as mean 0 and deviation 1, so that one learning rate suits "
        + "them all.",
      formula: ["x ← (x − mean) / deviation"], taught: [Place("valley", "Scale it")],
      related: ["curvature", "input"]),
    GlossaryTerm(
      "outlier", uses: ["outlier"],
      "A sample far from all others, by a mistake or by chance. Squared errors let it pull hardest.",
      taught: [
        Place("losses", "Outvoted"), Place("losses", "One bad point"),
        Place("losses", "It runs after it"), Place("losses", "Only the slope pulls"),
      ],
      related: ["mean absolute error", "Huber"]),
    GlossaryTerm(
      "separable", aliases: ["linearly separable"], uses: ["separable"],
      "Two classes that one straight line, or one flat sheet in more dimensions, can tell apart.",
      taught: [Place("perceptron", "The same four mistakes")],
      related: ["perceptron rule", "decision boundary"]),
    GlossaryTerm(
      "decision boundary", aliases: ["boundary"], uses: [],
      "Where the network is undecided between two classes. One unit draws a straight one.",
      taught: [Place("perceptron", "A neuron that says yes or no")], related: ["separable"]),
    GlossaryTerm(
      "held out", aliases: ["holdout", "validation", "validation set", "held-out samples"],
      uses: ["held out", "validation"],
      "Samples that training never sees. What is decided on the way, such as when to stop, is decided by them.",
      taught: [Place("overfitting", "Points it never saw")],
      value: quantity("heldout_loss"), related: ["overfitting", "test set", "gap"]),
    GlossaryTerm(
      "test set", aliases: ["test", "test_loss"], uses: ["test set"],
      "Samples that decide nothing, to be looked at once, in the end. Choosing by them would spoil them.",
      taught: [Place("overfitting", "Choosing is training")], value: quantity("test_loss"),
      related: ["held out"]),
    GlossaryTerm(
      "gap", uses: [],
      "How much larger the loss is on held-out samples than on those that are learned from.",
      formula: ["held-out loss − training loss"], taught: [Place("overfitting", "The gap")],
      value: quantity("gap"), related: ["overfitting", "held out"]),
    GlossaryTerm(
      "overfitting", uses: ["overfitting"],
      "Getting better at the training samples and worse at all others.",
      taught: [Place("overfitting", "The gap"), Place("deeper", "Counted")],
      related: ["held out", "early stopping", "underfitting"]),
    GlossaryTerm(
      "underfitting", uses: ["underfitting"],
      "Too little to learn with: even the training samples are met badly.",
      taught: [Place("overfitting", "Too small")], related: ["overfitting"]),
    GlossaryTerm(
      "confusion matrix", aliases: ["confusion"], uses: ["confusion matrix"],
      "A table of which class was taken for which: a row for each true class, a column for each answer.",
      taught: [Place("digits", "The confusion matrix")], related: ["accuracy"]),
    GlossaryTerm(
      "baseline", uses: ["baseline"],
      "The simplest thing that could work, such as always naming the most frequent class: what a network has to beat.",
      taught: [Place("digits", "A baseline")], related: ["accuracy"]),
    GlossaryTerm(
      "seed", uses: [],
      "The number that all chance is drawn from: first weights, generated data, the order of samples. The same seed "
        + "draws the same again.",
      taught: [Place("xor", "How often does it work?")],
      value: { "\($0.experiment.seed)" }, related: ["initialization"]),
  ]
}
