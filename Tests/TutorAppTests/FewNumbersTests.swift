import TerminalCanvas
import Testing

@testable import TutorApp

/// Panels literally, where there is as little as can be: one sample, nothing done, and the least of room.
@Suite struct FewNumbersTests {
  /// Nothing is told that nobody has walked to.
  @Test func nothingDoneYet() throws {
    let tutor = try PanelState.begun.tutor()
    tutor.expect(
      .chain, 41, 9,
      [
        " ∂E/∂a₂   a₂ - T         ·",
        " ∂a₂/∂z₂  a₂ (1 - a₂)  × ·",
        " ∂z₂/∂a₁  w₂           × 0.4500",
        " ∂a₁/∂z₁  a₁ (1 - a₁)  × ·",
        " ∂z₁/∂w₁  x            × 0.1000",
        " ──────────────────────────────",
        " ∂E/∂w₁                = ·",
        " w₁ next  ·",
      ])
    tutor.expect(
      .parameters, 41, 9,
      [
        " name     value  gradient  change  next",
        " w₁    +0.15000         ·       ·     ·",
        " b₁    +0.40000         ·       ·     ·",
        " w₂    +0.45000         ·       ·     ·",
        " b₂    +0.65000         ·       ·     ·",
      ])
    tutor.expect(
      .moments, 41, 9,
      [
        " name  g  step  step/-g",
        " w₁    ·     ·        ·",
        " b₁    ·     ·        ·",
        " w₂    ·     ·        ·",
        " b₂    ·     ·        ·",
        "",
        " θ ← θ - η g",
      ])
    tutor.expect(
      .curve, 41, 9,
      [
        " forward first: . walks a phase",
        "1.0 ┤                        ⢀⣀⣀⠤⠤⠤⠤⠤⠤⠤⠤⠤",
        "0.8 ┤                    ⢀⡠⠒⠋⠉",
        "0.6 ┤                  ⡠⠞⠁",
        "0.4 ┤               ⢀⡴⠊",
        "0.2 ┤           ⣀⣠⠤⠊⠁",
        "0.0 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠋⠉⠁",
        "    └───┬──────────────┬──────────────┬──",
        "       -5              0              5",
      ])
    tutor.expect(
      .losscurve, 41, 9,
      [
        " loss of one output, not worked out yet",
        "     │",
        "0.50 ┤⢆                                 ⡰",
        "     │ ⠑⠢⣀                           ⢀⠔⠊",
        "0.25 ┤   ⠈⠑⠤⣀                     ⣀⠤⠊⠁",
        "     │       ⠙⠒⠤⣀⡀           ⢀⣀⠤⠒⠋⠁",
        "0.00 ┤           ⠉⠉⠓⠒⠒⠒⠒⠒⠒⠒⠚⠉⠉",
        "     └┬────────────────┬────────────────┬",
        "     -1                0                1",
      ])
    tutor.expect(
      .loop, 41, 9,
      [
        "▶ θ ← first values                seed 1",
        "  for each epoch                  0 done",
        "    take all samples            1 sample",
        "    forward: y from x",
        "    loss: E from y and T",
        "    backward: ∇ from E",
        "    update: θ ← θ - η ∇            η 0.4",
        "  until you stop it             update 0",
      ])
    tutor.expect(
      .shares, 41, 9,
      [
        "      z        share              a - T",
        " a  T ·                   ·",
      ])
  }

  /// What is shed first is what the record says: figures before bars, bars before names.
  @Test func oneSampleInLittleRoom() throws {
    let tutor = try PanelState.oneSample.tutor()
    tutor.expect(
      .comparison, 24, 6, in: .ascii,
      [
        " run               loss",
        " > --- this run  0.1033",
      ])
    tutor.expect(
      .shares, 24, 6, in: .ascii,
      [
        "      share",
        " a  T #######    0.7045",
        "      #######",
      ])
    tutor.expect(
      .parameters, 24, 6,
      [
        " name     value",
        " w₁    +0.14959",
        " b₁    +0.39591",
        " w₂    +0.42717",
        " b₂    +0.61210",
      ])
    tutor.expect(
      .moments, 24, 6,
      [
        " name      step",
        " w₁    -0.00039",
        " b₁    -0.00388",
        " w₂    -0.02276",
        " b₂    -0.03785",
        " θ ← θ - η g",
      ])
    tutor.expect(
      .curve, 24, 6,
      [
        " ─ f′ 0.2397",
        "1 ┤             ⡠⣠⠤⠤⠤⠤⠤⠤",
        "  │          ⢀●⠊⠁",
        "  │       ⢀⢀⠔⠁",
        "0 ┤⠒⠒⠒⠒⠒⠒⠋⠉",
        "   -5        0        5",
      ])
    tutor.expect(
      .losscurve, 24, 6, in: .ascii,
      [
        " slope +0.4545",
        "0.6 +_                 _",
        "0.4 +'._             _.'",
        "0.2 +  ''__       *--'",
        "0.0 +     ''-----''",
        "    -1        0        1",
      ])
    tutor.expect(
      .loop, 24, 6,
      [
        "    take all samples",
        "    forward: y from x",
        "    loss: E from y and T",
        "▶   backward: ∇ from E",
        "    update: θ ← θ - η ∇",
        "  until you stop it",
      ])
    tutor.expect(
      .parabola, 24, 6, in: .ascii,
      [
        "0.104 +             __-'",
        "      |       _-*'''",
        "      | __--''",
        "0.102 +''",
        "      ++-------+-------+",
        "      -1       0       1",
      ])
    tutor.expect(
      .trainval, 24, 6, in: .ascii,
      [
        " No samples are held",
        " out, so nothing tells",
        " what becomes of new",
        " ones.",
      ])
    tutor.expect(
      .ratio, 24, 6, in: .ascii,
      [
        " 1 #######|       2.6e-3",
        " 2 #######|##-    5.3e-2",
        "        1e-3",
      ])
    tutor.expect(
      .heat, 24, 6, in: .ascii,
      [
        " 1 334            9.7e-4",
        "   334",
        " 2 222            5.7e-2",
        "   222",
        "    ^1   5    10",
        "   3: from 1e-3 to 1e-2",
      ])
  }
}
