/// What the program offers to look at runs with.
extension GlossaryTerm {
  static let tools = [
    GlossaryTerm(
      "gradient check", aliases: ["finite difference"], uses: ["gradient check"],
      "A gradient held against what a small nudge of the parameter to either side does to the loss. It needs no chain "
        + "rule, so it can find a mistake in one. The key d makes it.",
      formula: ["(E(w + h) − E(w − h)) / 2h"],
      taught: [
        Place("bug-hunt", "A ratio is a fingerprint"),
        Place("line-fit", "Where the slope comes from"),
      ], related: ["gradient", "chain rule"]),
    GlossaryTerm(
      "comparison", aliases: ["fork", "runs"], uses: [],
      "Runs side by side from the same start with the same order of samples, one setting apart. The key c forks one.",
      taught: [Place("two-neurons", "Let the program decide")], related: ["seed"]),
    GlossaryTerm(
      "survey", uses: [],
      "The same recipe run from many seeds: how often it succeeds, and the middle and ends of what it reaches.",
      taught: [Place("xor", "How often does it work?")], related: ["seed"]),
    GlossaryTerm(
      "held-out loss", aliases: ["heldout_loss"], uses: [],
      "The loss over the samples that training never sees, without penalties.",
      taught: [Place("overfitting", "Points it never saw")], value: quantity("heldout_loss"),
      related: ["held out", "gap"]),
  ]
}
