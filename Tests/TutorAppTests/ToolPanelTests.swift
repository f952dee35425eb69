import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// The panels that take training apart, as literal lines and by the roles of their colors.
@Suite struct ToolPanelTests {
  private static func valley(_ rule: Optimizer.Rule, rate: Double) throws -> Tutor {
    var experiment = Samples.valley
    experiment.optimizer = Optimizer(rule, learningRate: rate)
    return try Tutor(experiment).pressing("u", "u")
  }

  /// Between two walls a weight comes back to where it was, up to a rounding, which is nobody's news.
  @Test func aRoundingIsNoValue() throws {
    var tutor = try Self.valley(.sgd, rate: 0.01)
    let steep = ParameterIndex.weight(layer: 1, unit: 1, input: 2)
    tutor.model.look.selected = steep
    for _ in 0..<98 { tutor.press("u") }
    #expect(tutor.run.network[steep] != 0 && abs(tutor.run.network[steep]) < 1e-14)
    #expect(Panel.parabola.title(in: tutor.model).hasSuffix("● is w₂ = 0"))
    let row = try #require(tutor.lines(.parameters, 60, 4).first { $0.contains("w₂") })
    #expect(row.split(separator: " ")[1] == "0")
  }

  @Test func aValleyFromAbove() throws {
    let tutor = try Self.valley(.sgd, rate: 0.005)
    #expect(
      tutor.lines(.contour, 41, 11) == [
        " E = 0.9606  next:  w₁ +0.00980  w₂ 0",
        "1.0 ┤⢀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀30",
        "    │░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
        "    │⠐⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒10",
        "0.5 ┤⠠⠔⠒⠒⠒⠒⠒⠒⠒⠒⠊⢉⣉⡩⠭⠭⠭⠭⠭⠭⠭⠭⠭⢍⣉⡉⠑⠒⠒⠒⠒⠒⠒⠒⠒3",
        "    │⠠⠤⠤⠤⢄●→⣀⣠⣴⣮⣥⣤⣤⣤⡤⠤⠤×⠤⠤⢤⣤⣤⣤⣬⣵1⣀⣀⣀⣀⡠⠤⠤⠤",
        "    │⠠⢄⣀⣀⣀⢸⣀⣀⣀⣀⣀⣀⣀⣀⣀⣈⣉⣉⣉⣉⣉⣁⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⡠",
        "0.0 ┤░░░░░S░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░",
        "    │⠈⠑⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠊",
        "    └─────┬────────────┬───────────┬─────",
        "          0            1           2",
      ])
    #expect(
      tutor.lines(.contour, 41, 11, .ascii) == [
        " E = 0.9606  next:  w1 +0.00980  w2 0",
        "1.0 +__________________________________30",
        "    |::::::::::::::::::::::::::::::::::::",
        "    |------''''''''''''''''''''''''----10",
        "0.5 +------''''':::'''''''':::'''''-----3",
        "    |--___*>_..|....---x--....|.1______--",
        "    |_____|_________::::::_______________",
        "0.0 +:::::S::::::::::::::::::::::::::::::",
        "    |'''''''''------------------'''''''''",
        "    +-----+------------+-----------+-----",
        "          0            1           2",
      ])
  }

  @Test func adamTakenApart() throws {
    let tutor = try Self.valley(.adam, rate: 0.05)
    #expect(
      tutor.lines(.moments, 41, 3) == [
        " name         g         m      step",
        " w₁    -1.80017  -0.51302  +0.04977",
        " w₂    -60.0568  -18.7857  +0.04917",
      ])
    #expect(
      tutor.lines(.moments, 72, 11) == [
        " name         g         m         s         m̂      step   step/-g",
        " w₁    -1.80017  -0.51302  +0.01084  -1.89305  +0.04977  +0.02765",
        " w₂    -60.0568  -18.7857  +14.8891  -69.3199  +0.04917  +0.00082",
        "",
        " m ← β₁ m + (1 - β₁) g",
        " s ← β₂ s + (1 - β₂) g²",
        " θ ← θ - η (m / (1 - β₁ᵗ)) / (√(s / (1 - β₂ᵗ)) + ε)",
        "",
        "",
        "",
        "",
      ])
    // With more room, what each part is.
    let lines = tutor.lines(.moments, 72, 18)
    #expect(lines[4] == " Adam, w₁:")
    #expect(lines[6].hasPrefix(" m       a running mean of gradients "))
    #expect(lines[lines.count - 1].isEmpty)
  }

  /// A velocity has the same symbol beside the parameters, and no rate where the gradient is but rounding.
  @Test func aVelocityIsAVelocityEverywhere() throws {
    var experiment = Samples.valley
    experiment.optimizer = Optimizer(.momentum, learningRate: 0.005 * (1 + 1e-13))
    let tutor = try Tutor(experiment).pressing("u")
    #expect(tutor.lines(.parameters, 90, 3)[0].hasSuffix(" v"))
    // The steep weight lands in one step, but for a rounding.
    let lines = tutor.lines(.moments, 72, 3)
    #expect(
      lines[0].contains(" v ") && lines[2].contains("e-1") && lines[2].contains(" - "), "\(lines)")
  }

  /// The parts of a single weight have room below one another, the most telling where it is short.
  @Test func oneWeightTakenApart() throws {
    var experiment = Samples.line
    experiment.optimizer = Optimizer(.adam, learningRate: 0.1)
    let tutor = try Tutor(experiment).pressing("u", "u")
    #expect(
      tutor.lines(.moments, 38, 8) == [
        " part            w",
        " g        -1.80017",
        " m        -0.51302",
        " s        +0.01084",
        " m̂        -1.89305",
        " ŝ        +3.61661",
        " step     +0.09954",
        " step/-g  +0.05530",
      ])
    #expect(tutor.lines(.moments, 70, 8)[2] == " m        -0.51302  a running mean of gradients")
    #expect(
      tutor.lines(.moments, 38, 5).map { $0.prefix(5) } == [
        " part", " g   ", " m   ", " s   ", " step",
      ])
    #expect(
      tutor.lines(.moments, 90, 5)[0].hasPrefix(" name         g         m         s         m̂"))
  }

  @Test func theLoopLineByLine() throws {
    let tutor = try Self.valley(.adam, rate: 0.05)
    #expect(
      tutor.lines(.loop, 41, 8) == [
        "  θ ← first values                seed 1",
        "  for each epoch                  2 done",
        "    take all samples           4 samples",
        "    forward: y from x  sample 1: y 1.097",
        "    loss: E from y and T    mean E 9.827",
        "▶   backward: ∇ from E         ‖∇‖ 60.08",
        "    update: θ by Adam             η 0.05",
        "  until you stop it             update 2",
      ])
    // Where room is short, the line that runs stays.
    let short = tutor.lines(.loop, 41, 3, .ascii)
    #expect(short.contains { $0.hasPrefix(">   backward: ") })
  }

  /// The worst gradients of a faulty engine come first, by sign and not by color alone.
  @Test func theWorstGradientsComeFirst() throws {
    var experiment = Samples.twoNeurons
    experiment.fault = Fault.all.first { $0.name == "no_hidden_slope" }
    let lines = try Tutor(experiment).lines(.check, 41, 6)
    #expect(lines[0].hasPrefix(" ✗ 2 of 4 differ"))
    #expect(lines[2].hasPrefix(" ✗ ") && lines[3].hasPrefix(" ✗ "))
    #expect(lines[4].hasPrefix(" ✓ ") && lines[5].hasPrefix(" ✓ "))
  }

  /// Of a run that has diverged nothing agrees, in the panel and in words.
  @Test func whatIsNoNumberDoesNotAgree() throws {
    var experiment = Samples.line
    experiment.optimizer.learningRate = 1e200
    let tutor = try Tutor(experiment).pressing("u", "u", "u")
    #expect(tutor.lines(.check, 41, 6)[0].hasPrefix(" ✗ 1 of 1 differ"))
    #expect(Panel.check.words(tutor.model)[0].contains("1 of 1 gradients differ"))
  }

  /// What a panel says by color it says by this role.
  @Test func colorsHaveTheirRoles() throws {
    let tutor = try Self.valley(.sgd, rate: 0.005)
    let signs: [(Panel, Character, Role)] = [
      (.contour, "→", .series1), (.contour, "●", .series1), (.moments, "█", .positive),
      (.loop, "▶", .accent), (.check, "✓", .right),
    ]
    for (panel, sign, role) in signs {
      var canvas = Canvas(size: Size(width: 60, height: 14))
      panel.draw(tutor.model, canvas.bounds, &canvas)
      let cells = canvas.cells.filter { $0.character == sign }
      #expect(!cells.isEmpty && cells.allSatisfy { $0.style.role == role }, "\(panel) \(sign)")
    }
  }
}
