import NeuralNetwork

/// What goes wrong in training.
extension GlossaryTerm {
  static let troubles = [
    GlossaryTerm(
      "saturated unit", aliases: ["saturated units", "saturated", "saturation"],
      uses: ["saturated", "saturates", "saturation"],
      "A unit that works where its curve is flat. Its slope is near 0, so hardly any error comes back through it.",
      taught: [Place("activations", "At the flat end")], value: quantity("layer1.saturated"),
      related: ["sigmoid", "vanishing gradient"]),
    GlossaryTerm(
      "dead unit", aliases: ["dead units", "dead", "dying ReLU"], uses: ["dead unit"],
      "A ReLU unit whose z is below 0 for every sample: it puts out 0, has no slope, and nothing can bring it back.",
      taught: [
        Place("activations", "Zero and a trickle"), Place("activations", "Who kills them?"),
        Place("xor", "Dead means dead"),
      ], value: quantity("layer1.dead"), related: ["ReLU", "leaky ReLU"]),
    GlossaryTerm(
      "dead network", uses: ["dead network"],
      "A whole layer is dead, so no error gets past it and the layers before it cannot learn.",
      taught: [Place("exploding", "Dead, not well")], related: ["dead unit"]),
    GlossaryTerm(
      "vanishing gradient", aliases: ["vanishing", "vanishing gradients"],
      uses: ["vanishing gradient"],
      "Each layer multiplies the error by a factor below 1 on its way back; after many, the first layers hardly learn.",
      taught: [Place("vanishing", "Seven factors")],
      related: ["gradient norm", "residual connection", "exploding gradient"]),
    GlossaryTerm(
      "exploding gradient", aliases: ["exploding", "exploding gradients", "explosion"],
      uses: ["exploding gradient"],
      "Each layer multiplies the error by a factor above 1 on its way back; one update then throws the weights far away.",
      taught: [Place("exploding", "Two different troubles"), Place("exploding", "One key")],
      related: ["clipping", "divergence", "vanishing gradient"]),
    GlossaryTerm(
      "unstable learning rate", aliases: ["unstable"], uses: [],
      "The learning rate is beyond the edge of the steepest direction, so errors grow there from step to step.",
      taught: [Place("valley", "Wall to wall")], related: ["edge", "divergence"]),
    GlossaryTerm(
      "unreachable targets", uses: [],
      "Targets that the output's curve cannot produce, such as 2 behind a sigmoid: the loss cannot come to 0.",
      related: ["activation", "target"]),
    GlossaryTerm(
      "slow outputs", uses: [],
      "Outputs that are sure and wrong under a squared error: the flat end of their curve leaves hardly any gradient.",
      taught: [Place("losses", "Eleven thousand")],
      related: ["binary cross-entropy", "saturated unit"]),
    GlossaryTerm(
      "plateau", uses: ["plateau"],
      "A stretch where the loss hardly falls. It may be the end, or a wait before the next fall.",
      taught: [Place("loop", "What the flat stretch hid"), Place("loop", "Wait for it")],
      related: ["early stopping", "patience"]),
    GlossaryTerm(
      "least loss", uses: [],
      "What no network can go below, since samples with the same inputs have different targets: there a flat curve is the end.",
      related: ["plateau"]),
    GlossaryTerm(
      "running figures", uses: [],
      "Batch norm's means and variances for new samples, which follow those of the batches: they fit late, or not at all.",
      related: ["batch norm"]),
    GlossaryTerm(
      "diagnosis", uses: [],
      "What the program finds wrong with a run, from the numbers of all samples, with what helps.",
      taught: [Place("detective", "The second instrument")],
      value: { run in run.diagnoses.first?.headline ?? "nothing wrong" },
      related: ["saturated unit", "dead unit", "vanishing gradient"]),
  ]
}
