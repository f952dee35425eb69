import NeuralNetwork

/// What keeps training and its result in bounds.
extension GlossaryTerm {
  static let remedies = [
    GlossaryTerm(
      "clipping", aliases: ["clip", "gradient clipping"], uses: ["clipping"],
      "A limit on the gradient before the step: on its length as one arrow, or on each number by itself.",
      formula: ["g ← g · max / ‖g‖ where ‖g‖ > max"],
      taught: [Place("exploding", "Clip the arrow")],
      related: ["exploding gradient", "gradient norm"]),
    GlossaryTerm(
      "regularization", uses: ["regularization"],
      "Whatever makes a network simpler than it could be, to do better on samples it has not seen.",
      taught: [Place("regularize", "A price in the loss")],
      related: ["L2 penalty", "L1 penalty", "dropout", "early stopping"]),
    GlossaryTerm(
      "L2 penalty", aliases: ["L2", "l2"], uses: ["L2"],
      "A price on the square of every weight, added to the loss: a spring that pulls each weight towards 0.",
      formula: ["l2/2 Σ w²"],
      taught: [
        Place("regularize", "A price in the loss"),
        Place("exploding", "Four remedies"), Place("adam", "A penalty outside the division"),
      ],
      value: { run in run.activeExperiment.l2 == 0 ? "0, none" : "\(run.activeExperiment.l2)" },
      related: ["L1 penalty", "weight decay"]),
    GlossaryTerm(
      "L1 penalty", aliases: ["L1", "l1"], uses: ["L1"],
      "A price on the size of every weight, added to the loss: a rent that moves small weights out to exactly 0.",
      formula: ["l1 Σ |w|"], taught: [Place("regularize", "A rent")],
      value: { run in run.activeExperiment.l1 == 0 ? "0, none" : "\(run.activeExperiment.l1)" },
      related: ["L2 penalty", "pruning"]),
    GlossaryTerm(
      "weight decay", aliases: ["weight_decay"], uses: ["weight decay"],
      "Each update also shrinks every weight by a share. Under plain descent it is the L2 penalty; under Adam it is not.",
      formula: ["θ ← θ − η λ θ"], taught: [Place("adam", "A penalty outside the division")],
      related: ["L2 penalty", "AdamW"]),
    GlossaryTerm(
      "dropout", uses: ["dropout"],
      "Each training step leaves out some units by chance, others for each sample, so that none relies on its neighbors.",
      taught: [
        Place("regularize", "Another network each time"), Place("symmetry", "One more case"),
      ], related: ["regularization"]),
    GlossaryTerm(
      "pruning", aliases: ["prune"], uses: ["pruning", "prune", "pruned"],
      "Setting the smallest weights of a trained network to 0.",
      taught: [Place("regularize", "Cut")], related: ["L1 penalty"]),
    GlossaryTerm(
      "early stopping", aliases: ["early_stopping"], uses: ["early stopping"],
      "Ending where the loss on held-out samples was lowest, and going back to the parameters of that moment.",
      taught: [Place("overfitting", "Patience")],
      related: ["patience", "held out", "overfitting"]),
    GlossaryTerm(
      "patience", uses: [],
      "How many epochs early stopping waits without progress before it ends the run.",
      taught: [Place("overfitting", "Patience")], related: ["early stopping"]),
    GlossaryTerm(
      "augmentation", aliases: ["augment", "data augmentation"], uses: ["augmentation"],
      "Changed copies of the samples, such as shifted images or added noise: more to learn from, where the change leaves "
        + "the answer true.",
      taught: [
        Place("digits", "More pictures for nothing"), Place("regularize", "What each charges for"),
      ],
      related: ["overfitting"]),
  ]
}
