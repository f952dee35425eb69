import NeuralNetwork

/// What training is: a loss, its slope, and steps against it.
extension GlossaryTerm {
  static let training = [
    GlossaryTerm(
      "loss", symbols: ["E", "L"], aliases: ["cost", "error function"], uses: ["loss"],
      "One number that says how far the outputs are from the targets, over all samples; training makes it smaller. "
        + "Which number it is, is chosen: squared errors for numbers, cross-entropy for classes.",
      taught: [Place("line-fit", "One number to learn")], value: quantity("loss"),
      related: ["mean squared error", "gradient", "batch loss"]),
    GlossaryTerm(
      "gradient", symbols: ["∇", "∂"], aliases: ["slope", "grad", "derivative"],
      uses: ["gradient"],
      "The slope of the loss: how much the loss grows for each bit that a parameter grows. A network has one for each "
        + "parameter, and steps go against them.",
      formula: ["∂E/∂w ≈ (E(w + h) − E(w − h)) / 2h"],
      taught: [Place("line-fit", "The same share each time")],
      value: { run in quantity("grad_norm")(run).map { "\($0) long, over all parameters" } },
      related: ["gradient descent", "gradient norm", "chain rule", "gradient check"]),
    GlossaryTerm(
      "gradient descent", uses: ["gradient descent"],
      "Take the gradient, step against it, and begin again: the way from bad parameters to better ones.",
      formula: ["w ← w − η · gradient"], taught: [Place("line-fit", "The rule")],
      related: ["gradient", "learning rate", "update"]),
    GlossaryTerm(
      "learning rate", symbols: ["η", "lr"], aliases: ["learning_rate", "step size"],
      uses: ["learning rate"],
      "What the gradient is multiplied by to give the step. Too small creeps, too large swings or diverges.",
      formula: ["step = −η · gradient"], taught: [Place("line-fit", "The rule")],
      value: quantity("learning_rate"), related: ["gradient descent", "edge", "schedule"]),
    GlossaryTerm(
      "update", aliases: ["training step"], uses: ["update"],
      "One change of all parameters: a batch goes forward, its error comes back, and each parameter takes its step.",
      taught: [Place("line-fit", "One number to learn"), Place("line-fit", "It turned")],
      value: quantity("update"), related: ["iteration", "epoch", "batch"]),
    GlossaryTerm(
      "divergence", aliases: ["diverge", "diverges"], uses: ["divergence", "diverge", "diverges"],
      "Each step lands further from the goal than the one before, until the numbers are no longer finite. The learning "
        + "rate is too large for the slopes it meets.",
      taught: [Place("line-fit", "Over the edge")], related: ["edge", "exploding gradient"]),
    GlossaryTerm(
      "edge", aliases: ["stability limit"], uses: [],
      "The learning rate at which gradient descent stops converging: two divided by the steepest curvature of the loss.",
      formula: ["η = 2/λ"],
      taught: [Place("line-fit", "On the edge"), Place("valley", "As fast as it goes")],
      value: quantity("edge"), related: ["learning rate", "curvature", "divergence"]),
    GlossaryTerm(
      "curvature", symbols: ["λ"], aliases: ["steepness"], uses: ["curvature"],
      "How fast the slope itself changes. A loss that is steep in one direction and flat in another has a large and a "
        + "small one, and one learning rate has to serve both.",
      taught: [Place("valley", "The two slopes")], related: ["edge", "scaling"]),
    GlossaryTerm(
      "loss surface", aliases: ["parabola", "valley", "loss landscape"],
      uses: ["parabola", "loss surface"],
      "The loss as a landscape over the parameters. Over one weight it is a curve, a parabola where the network is "
        + "linear; training sees only the slope where it stands.",
      taught: [Place("line-fit", "The same share each time")], related: ["loss", "curvature"]),
  ]
}
