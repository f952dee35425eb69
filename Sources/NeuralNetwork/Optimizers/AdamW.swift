internal import CKernels

extension Optimizer.Rule {
  /// θ ← θ − η λ θ, then as Adam.
  public static let adamw = Optimizer.Rule(
    name: "adamw", title: "AdamW", formula: ["θ ← θ − η λ θ"] + adamFormula,
    summary: "Adam with a weight decay that its division does not touch.",
    source: "Loshchilov and Hutter 2019",
    settings: [.beta1, .beta2, .epsilon, .weightDecay.usually(0.01)],
    memory: { _ in [.first, .second] }, corrected: [.first, .second], isDecoupled: true,
    apply: adamStep,
    kernel: dk_optimizer_adamw)
}
