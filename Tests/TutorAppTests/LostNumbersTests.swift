import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// Panels literally, where numbers have grown beyond what can be drawn: what is left is said, and nothing is made up.
@Suite struct LostNumbersTests {
  /// Beside a run that keeps its head the axis is that one's.
  @Test func aRunThatBlowsUpDoesNotScaleAnother() throws {
    var tutor = try Tutor(Samples.line)
    let keys: [Key] =
      ["u", "u", "c"] + Array(repeating: "+", count: 20) + Array(repeating: "u", count: 60)
    for key in keys { tutor.press(key) }
    let runs = tutor.model.workspace.runs
    #expect(runs.map { $0.run.divergence != nil }.sorted { !$0 && $1 } == [false, true])
    #expect(tutor.model.runsThatScaleLosses.count == 1)
    let lines = tutor.lines(.loss, 41, 9)
    #expect(lines[2].hasPrefix("  1e8 ┤"), "not 1e200: \(lines)")
  }

  /// The loss is gone, the weights are not: the panels say the last numbers there are.
  @Test func aRunThatHasDiverged() throws {
    let tutor = try PanelState.diverged.tutor()
    tutor.expect(
      .parameters, 41, 9,
      [
        " name     value  gradient    change",
        " w     -2.0e156  -2.0e156  +2.0e162",
      ])
    tutor.expect(
      .chain, 41, 9,
      [
        " ∂E/∂a          2 (a - T)/5     8.000e155",
        " ∂a/∂z          1            ×  1.000",
        " ∂z/∂w          x            × -1.000",
        " ────────────────────────────────────────",
        " sample 1 adds               = -8.000e155",
        " ∂E/∂w          Σ of 5       = -2.000e156",
        " w next = 2.000e162",
      ])
    tutor.expect(
      .parabola, 41, 9,
      [
        " No curve: at w = -2e156 the loss is not",
        " a finite number.",
      ])
    tutor.expect(
      .loss, 41, 9,
      [
        " ! diverged at update 26: not finite",
        "      │                    ⢀⡠⠔⠒⠊⠁     inf",
        "1e202 ┤                ⢀⡠⠔⠊⠁",
        "      │            ⢀⡠⠔⠊⠁",
        "1e101 ┤        ⢀⡠⠔⠊⠁",
        "      │    ⢀⡠⠔⠊⠁",
        "  1e0 ┤⣀⡠⠔⠊⠁",
        "      └┬─────────┬─────────┬────────┬",
        "       0        10        20       30",
      ])
    tutor.expect(
      .check, 41, 9, in: .ascii,
      [
        " x 1 of 1 differ, update 26",
        "   name  chain rule  difference  ratio",
        " x w       -2.0e156         nan    nan",
      ])
    tutor.expect(
      .diagnosis, 41, 9,
      [
        " ! Training stopped at update 26: the",
        "   loss is no longer a finite number.",
        " ! The learning rate 1e6 is not below 2,",
        "   the limit 2/λ for this cost, whose",
        "   steepest curvature is λ = 1: each",
        "   step overshoots at least as far as it",
        "   was off. A rate of 1 is safe.",
      ])
    tutor.expect(
      .moments, 41, 9, in: .ascii,
      [
        " name         g      step      - step +",
        " w     -2.0e156  +2.0e162          |>>>>",
        "",
        " theta <- theta - eta g",
      ])
    tutor.expect(
      .heat, 41, 9, in: .ascii,
      [
        " 1 0++++++++++++++++++++++++++    2.0e156",
        "   0++++++++++++++++++++++++++",
        "   0++++++++++++++++++++++++++",
        "   0++++++++++++++++++++++++++",
        "   0++++++++++++++++++++++++++",
        "   0++++++++++++++++++++++++++",
        "   0++++++++++++++++++++++++++",
        "   0         10        20    ^26",
        "   3: from 1e-3 to 1e-2",
      ])
  }

  /// One weight has a step, the other one has none that a bar could show.
  @Test func oneOfTwoGradientsIsLost() throws {
    let tutor = try PanelState.halfLost.tutor()
    tutor.expect(
      .parameters, 41, 9,
      [
        " name  value  gradient    change",
        " w₁        0      -inf      +inf",
        " w₂        0  -2.0e160  +1.0e158",
      ])
    tutor.expect(
      .moments, 41, 9,
      [
        " name         g      step      - step +",
        " w₁        -inf      +inf          │",
        " w₂    -2.0e160  +1.0e158          │████",
        "",
        " θ ← θ - η g",
      ])
    tutor.expect(
      .moments, 41, 9, in: .ascii,
      [
        " name         g      step      - step +",
        " w1        -inf      +inf          |",
        " w2    -2.0e160  +1.0e158          |>>>>",
        "",
        " theta <- theta - eta g",
      ])
    tutor.expect(
      .chain, 41, 9, in: .ascii,
      [
        " dE/da   2 (a - T)      -2.000e160",
        " da/dz   1          x    1.000",
        " dz/dw1  x1         x    1.000e160",
        " ---------------------------------",
        " dE/dw1             = -inf",
        " w1 next  0.000 +inf = inf",
      ])
    tutor.expect(
      .parabola, 41, 9,
      [
        " No curve: at w₁ = 0 the loss is not a",
        " finite number.",
      ])
    tutor.expect(
      .check, 41, 9,
      [
        " ✗ 2 of 2 differ, update 0",
        "   name  chain rule  difference  ratio",
        " ✗ w₁          -inf         nan    nan",
        " ✗ w₂      -2.0e160         nan    nan",
      ])
    tutor.expect(
      .heat, 24, 6, in: .ascii,
      [
        " 1 !!                inf",
        "   !!",
        "   !!",
        "   !!",
        "   ^0    5    10",
        "   3: from 1e-3 to 1e-2",
      ])
    tutor.expect(
      .comparison, 41, 9,
      [
        " run             loss  update",
        " ▶ ─── this run   inf       0",
      ])
    tutor.expect(
      .loop, 41, 9,
      [
        "  θ ← first values                seed 1",
        "  for each epoch                  0 done",
        "    take all samples            1 sample",
        "    forward: y from x            y 0.000",
        "    loss: E from y and T           E inf",
        "▶   backward: ∇ from E           ‖∇‖ inf",
        "    update: θ ← θ - η ∇          η 0.005",
        "  until you stop it             update 0",
      ])
  }
}
