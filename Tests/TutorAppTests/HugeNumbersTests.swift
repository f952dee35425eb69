import TerminalCanvas
import Testing

@testable import TutorApp

/// Panels literally, where numbers are as large as they get.
@Suite struct HugeNumbersTests {
  /// Outputs are numbers, not shares; whatever waits for a loss says so.
  @Test func outputsBeyondAllShares() throws {
    let tutor = try PanelState.lostClasses.tutor()
    tutor.expect(
      .shares, 41, 9,
      [
        "      z        output             a - T",
        " 0    -2.7e154            -3e154 -3e154",
        "",
        " 1    -4.3e154            -4e154 -4e154",
        "",
        " 2  T 4.69e154 ██████████ 5e154  +5e154",
        "               ██████████",
      ])
    tutor.expect(
      .parameters, 41, 9, in: .ascii,
      [
        " name         value  gradient  change",
        " w1[1,1]   -1.03e99         0       0",
        " w1[1,2]   -1.61e99         0       0",
        " w1[1,3]   -1.49e99         0       0",
        " w1[1,4]   -1.74e99         0       0",
        " w1[1,5]   -1.65e99         0       0",
        " w1[1,6]   -1.04e99         0       0",
        " w1[1,7]   -1.68e99         0       0",
        " w1[1,8]   -1.60e99         0       0   v",
      ])
    tutor.expect(
      .comparison, 41, 9,
      [
        " run             loss  held out  update",
        " ▶ ─── this run   inf       inf      14",
      ])
    tutor.expect(
      .diagnosis, 41, 9,
      [
        " ! Training stopped at update 14: the",
        "   loss is no longer a finite number.",
        "   What helps is a learning rate well",
        "   below 1e8, or 'clip'.",
      ])
    tutor.expect(
      .check, 41, 9,
      [
        " ✗ 363 of 363 differ, update 14",
        "   name     chain rule  difference  ratio",
        " ✗ w₁[1,1]           0         nan    nan",
        " ✗ w₁[1,2]           0         nan    nan",
        " ✗ w₁[1,3]           0         nan    nan",
        " ✗ w₁[1,4]           0         nan    nan",
        " ✗ w₁[1,5]           0         nan    nan",
        " ✗ w₁[1,6]           0         nan    nan",
        " ✗ w₁[1,7]           0         nan    nan",
      ])
    tutor.expect(
      .loop, 41, 9,
      [
        "  θ ← first values                seed 1",
        "  for each epoch                 14 done",
        "    take all samples          18 samples",
        "    forward: y from x       y -2.701e154",
        "    loss: E from y and T      mean E inf",
        "▶   backward: ∇ from E     ‖∇‖ 4.608e154",
        "    update: θ ← θ - η ∇            η 1e8",
        "    look at held-out samples   6 samples",
        "  until you stop it            update 14",
      ])
    tutor.expect(
      .parabola, 41, 9, in: .ascii,
      [
        " No curve: at w1[1,1] = -1.029e99 the",
        " loss is not a finite number.",
      ])
  }

  /// Numbers of twenty digits and more keep their places in every table.
  @Test func hugeInputs() throws {
    let tutor = try PanelState.huge.tutor()
    tutor.expect(
      .parameters, 41, 9,
      [
        " name     value  gradient    change",
        " w₁    -0.02500  -2.45e23  +1.23e21",
        " w₂    -0.00500  +2.00e22  -1.00e20",
      ])
    tutor.expect(
      .chain, 41, 9,
      [
        " ∂E/∂a          2 (a - T)/2    -2.000e10",
        " ∂a/∂z          1            ×  1.000",
        " ∂z/∂w₁         x₁           ×  1.000e12",
        " ───────────────────────────────────────",
        " sample 1 adds               = -2.000e22",
        " samples  -2.0e22 -2.3e23",
        " ∂E/∂w₁         Σ of 2       = -2.450e23",
        " w₁ next = 1.225e21",
      ])
    tutor.expect(
      .moments, 41, 9,
      [
        " name         g      step      - step +",
        " w₁    -2.45e23  +1.23e21          │████",
        " w₂    +2.00e22  -1.00e20         █│",
        "",
        " θ ← θ - η g",
      ])
    tutor.expect(
      .data, 41, 9,
      [
        "      0 ┤                             ○",
        "        │",
        "        │",
        "-0.5e12 ┤",
        "        │",
        "        │",
        "-1.0e12 ┤  ●",
        "        └──┬─────────────┬────────────┬──",
        "         1e12          2e12         3e12",
      ])
    tutor.expect(
      .check, 41, 9,
      [
        " ✓ 2 gradients agree, update 1",
        "   name  chain rule  difference   ratio",
        " ✓ w₂      +2.00e22    +2.00e22  1.0000",
        " ✓ w₁      -2.45e23    -2.45e23  1.0000",
      ])
    tutor.expect(
      .loop, 41, 9,
      [
        "  θ ← first values                seed 1",
        "  for each epoch                  1 done",
        "    take all samples           2 samples",
        "    forward: y from x        y -2.000e10",
        "    loss: E from y and T mean E 3.013e21",
        "▶   backward: ∇ from E      ‖∇‖ 2.458e23",
        "    update: θ ← θ - η ∇          η 0.005",
        "  until you stop it             update 1",
      ])
    tutor.expect(
      .diagnosis, 78, 14,
      [
        " ! The learning rate 0.005 is not below 1.98e-25, the limit 2/λ for this",
        "   cost, whose steepest curvature is λ = 1.01e25: each step overshoots at",
        "   least as far as it was off. A rate of 9.89e-26 is safe; 'scaling:",
        "   standard' for inputs of up to 3e12 allows a larger one.",
      ])
    tutor.expect(
      .shares, 41, 9,
      [
        "      z        output             a - T",
        " a  T -2.00e10            -2e10  -2.0e10",
      ])
  }
}
