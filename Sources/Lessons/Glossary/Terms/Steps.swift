import NeuralNetwork

/// What becomes of a gradient before it is a step, and where the parameters start.
extension GlossaryTerm {
  static let steps = [
    GlossaryTerm(
      "optimizer", uses: ["optimizer"],
      "The rule that makes a step of a gradient: plain descent, with momentum, or with a rate for each parameter.",
      taught: [
        Place("adam", "Four down the ditch"),
        Place("overfitting", "Through every point"),
      ],
      value: { $0.activeExperiment.optimizer.rule.title }, related: ["SGD", "momentum", "Adam"]),
    GlossaryTerm(
      "velocity", symbols: ["v", "μ"], uses: ["velocity"],
      "What momentum keeps from step to step: the sum of past gradients, each older one weighed μ times less.",
      formula: ["v ← μ v + g"], taught: [Place("momentum", "Five times as fast")],
      related: ["momentum"]),
    GlossaryTerm(
      "first moment", symbols: ["m"], aliases: ["moment"], uses: [],
      "Adam's running mean of a parameter's gradients: its direction.",
      formula: ["m ← β₁ m + (1 − β₁) g"], taught: [Place("adam", "Adam by hand")],
      related: ["Adam", "second moment", "bias correction"]),
    GlossaryTerm(
      "second moment", symbols: ["s", "v̂"], uses: [],
      "The running sum or mean of a parameter's squared gradients. Its root is what the step is divided by.",
      formula: ["s ← β₂ s + (1 − β₂) g²"],
      taught: [
        Place("adam", "It never rests"), Place("adam", "AdaGrad: divide by all you have seen"),
      ],
      related: ["Adam", "RMSprop", "AdaGrad"]),
    GlossaryTerm(
      "bias correction", symbols: ["m̂", "ŝ"], uses: ["bias correction"],
      "Adam's moments start at 0 and are too small at first; dividing by 1 − βᵗ makes up for it. It has nothing to do "
        + "with a unit's bias.",
      formula: ["m̂ = m / (1 − β₁ᵗ)"], taught: [Place("adam", "Without the correction")],
      related: ["Adam", "first moment"]),
    GlossaryTerm(
      "schedule", aliases: ["learning-rate schedule"], uses: ["schedule"],
      "A plan for the learning rate: how it falls, or rises first, with the number of updates.",
      taught: [Place("rates", "Nobody presses a key"), Place("batches", "You are the schedule")],
      value: { $0.activeExperiment.schedule.title },
      related: ["learning rate", "warm-up", "cosine"]),
    GlossaryTerm(
      "range test", aliases: ["learning-rate range test", "LR finder"], uses: ["range test"],
      "One short run whose learning rate grows at each update; about half the rate at which the loss turns is a place to start.",
      taught: [Place("rates", "Where to start?"), Place("rates", "Read the test")],
      related: ["learning rate"]),
    GlossaryTerm(
      "initialization", aliases: ["init"], uses: ["initialization"],
      "The weights that a run begins with, mostly drawn by chance. Equal ones keep units twins for ever, and their size "
        + "decides whether signals live through many layers.",
      taught: [Place("symmetry", "Break the spell")], related: ["He", "Xavier", "symmetry"]),
    GlossaryTerm(
      "symmetry", uses: [],
      "Units of a layer with equal weights get equal gradients, so they stay equal: one unit, many times over.",
      taught: [Place("symmetry", "Twins stay twins")], related: ["initialization"]),
    GlossaryTerm(
      "gradient norm", symbols: ["‖∇‖", "‖g‖"], aliases: ["norm", "grad_norm"], uses: ["norm"],
      "The length of a gradient taken as one arrow: the root of the sum of its squares. Layer by layer it shows where the "
        + "error fades or grows.",
      formula: ["‖g‖ = √Σ g²"], taught: [Place("vanishing", "One bar")],
      value: quantity("grad_norm"), related: ["gradient", "vanishing gradient", "clipping"]),
    GlossaryTerm(
      "update ratio", uses: [],
      "How large a layer's update is beside its weights: the length of the one divided by the length of the other. About a "
        + "thousandth is usual.",
      formula: ["‖ΔW‖ / ‖W‖"], taught: [],
      related: ["update", "gradient norm", "learning rate"]),
  ]
}
