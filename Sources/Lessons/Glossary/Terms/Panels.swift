/// The panels of the screen, by the names that lessons give them: what each shows.
extension GlossaryTerm {
  static let panels = [
    panel(
      "comparison",
      "Runs below one another: the loss of each over all samples, and the settings that set it apart."
    ),
    panel(
      "network",
      "Units and weights layer by layer, with what the shown sample makes of each unit."),
    panel(
      "data",
      "The samples, in a plane or on a line, with what the network says everywhere between them."),
    panel("images", "Samples as pictures, each with its class and what it is taken for."),
    panel(
      "confusion",
      "Which class is taken for which, in a table, and the share of each that is recognized."
    ),
    panel("units", "What each hidden unit makes of the inputs: a map of each, and which are dead."),
    panel("shares", "The outputs for one sample as bars, beside their targets."),
    panel(
      "chain",
      "The gradient of the selected parameter, factor by factor, as far as you have walked."),
    panel("loss", "The loss over the updates, a curve for each run."),
    panel(
      "gradients",
      "The length of the gradient of each layer's weights: bars on a scale of powers of ten, then true to scale."
    ),
    panel(
      "histogram",
      "How the weights, activations or gradients of each layer are spread; D chooses which."),
    panel("parameters", "Every weight and bias with its gradient, its change and its next value."),
    panel(
      "moments",
      "How the optimizer makes a step of a gradient, with what it keeps for each parameter."),
    panel("diagnosis", "What is wrong with the run, in sentences, with what helps."),
    panel("contour", "The loss over two parameters as a map, with the way of each run on it."),
    panel("parabola", "The loss over one parameter, with its slope where the run stands."),
    panel(
      "trainval",
      "The loss over the samples that are learned from and over those held out, update by update."),
    panel(
      "heat",
      "The length of each layer's gradient as a map: a row a layer, the updates from left to right."
    ),
    panel("ratio", "The size of each layer's update beside the size of its weights."),
    panel(
      "curve", "The curve of a layer's activation and its slope, and where the units stand on it."),
    panel("losscurve", "What one output costs wherever it could be, with the slope where it is."),
    panel("loop", "The training loop as a program, with a mark at the line that has just run."),
    panel(
      "survey",
      "What came of many runs from seeds of their own: how many succeed, and how many end where."),
    panel(
      "range",
      "The loss of a short run whose learning rate grows at each update."),
    panel("schedule", "The learning rate over the updates: so far, and as its plan goes on."),
    panel(
      "check", "Gradients beside what a small nudge of their parameter finds, the worst first."),
  ]

  private static func panel(_ name: String, _ meaning: String) -> GlossaryTerm {
    GlossaryTerm(name, .panel, meaning)
  }
}
