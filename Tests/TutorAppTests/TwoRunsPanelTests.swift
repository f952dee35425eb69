import TerminalCanvas
import Testing

@testable import TutorApp

/// Panels literally, with a second run beside the first.
@Suite struct TwoRunsPanelTests {
  /// Losses that are measured in different ways have no scale in common: how they fall is compared.
  @Test func lossesOfTwoKinds() throws {
    let tutor = try PanelState.compared.tutor()
    #expect(Panel.loss.title(in: tutor.model) == "loss: binary cross-entropy")
    let other = tutor.pressing("m")
    #expect(Panel.loss.title(in: other.model) == "losses, each run by its own, log")
    #expect(Panel.loss.title(in: other.pressing("y").model) == "losses, each run by its own")
  }

  /// In lines each run tells its gradients, as the picture has them side by side.
  @Test func gradientsOfEach() throws {
    let words = Panel.gradients.words(try PanelState.compared.tutor().model)
    #expect(
      words.count == 2 && words[0].contains(" of A ") && words[1].contains(" of B "), "\(words)")
  }

  @Test func inTheMiddle() throws {
    let tutor = try PanelState.compared.tutor()
    tutor.expect(
      .comparison, 41, 9,
      [
        " run        loss  right  η    update",
        "   ─── A  0.6112   75 %  0.1       4",
        " ▶ - - B  0.6073   75 %  0.2       4",
      ])
    tutor.expect(
      .comparison, 78, 14, in: .ascii,
      [
        " run        loss  right  eta  update",
        "   --- A  0.6112   75 %  0.1       4",
        " > - - B  0.6073   75 %  0.2       4",
      ])
    tutor.expect(
      .loss, 41, 9,
      [
        "          η 0.2",
        "1.0 ┤     ┊",
        "0.8 ┤     ┊",
        "0.6 ┤⠒⠒⠂⠒⠒⠒⠂⠒⠒⠒● ▌ A η 0.1",
        "0.4 ┤     ┊      B η 0.2",
        "0.2 ┤     ┊",
        "0.0 ┤     ┊",
        "    └┬────────────┬───────────┬",
        "     0            5          10",
      ])
    tutor.expect(
      .heat, 41, 9, in: .ascii,
      [
        " A eta 0.1",
        " 1 111111111111111                 1.2e-1",
        " 2 222222222222222                 7.3e-2",
        " B eta 0.2",
        " 1 111111111111111                 1.1e-1",
        " 2 222222222222222                 7.2e-2",
        "   0           ^4 5            10",
        "   3: from 1e-3 to 1e-2",
      ])
    tutor.expect(
      .ratio, 41, 9,
      [
        " 1 █████████████████│███▊          1.2e-2",
        " 2 █████████████████│███▎          9.3e-3",
        "                  1e-3",
      ])
    tutor.expect(
      .contour, 41, 9, in: .ascii,
      [
        " E = 0.6073",
        "  |                     -_....-_:::-_:1.5",
        "1 +                      '-_....'.::'-_::",
        "  |                   ^    '-_....'.::'.:",
        "  |                   *      '-_...'-1.25",
        "0 +                            '-_...'1::",
        "  |                             0.75...':",
        "  +-+-----------+-----------+-----------+",
        "   -4          -2           0           2",
      ])
  }

  /// The names of runs go before their numbers.
  @Test func inLittleRoom() throws {
    let tutor = try PanelState.compared.tutor()
    tutor.expect(
      .comparison, 24, 6,
      [
        " run        loss  right",
        "   ─── A  0.6112   75 %",
        " ▶ - - B  0.6073   75 %",
      ])
    tutor.expect(
      .heat, 24, 6, in: .ascii,
      [
        " A eta 0.1",
        " 1 1111111        1.2e-1",
        " B eta 0.2",
        " 1 1111111        1.1e-1",
        "   0    ^4    10",
        "   3: from 1e-3 to 1e-2",
      ])
    tutor.expect(
      .parameters, 24, 6, in: .ascii,
      [
        " name        value",
        " w1[1,1]  -0.99551",
        " w1[1,2]  +0.49362",
        " w1[2,1]  -1.28143",
        " w1[2,2]  +0.83878",
        " b1[1]    +0.01544     v",
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
      .trainval, 24, 6,
      [
        " No samples are held",
        " out, so nothing tells",
        " what becomes of new",
        " ones.",
      ])
  }
}
