import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// What a panel shows with the screen to itself, beside the drawing that it has everywhere.
@Suite struct ZoomTests {
  private func zoomed(_ panel: Panel, _ tutor: Tutor) -> String {
    var tutor = tutor
    (tutor.model.look.focusedPanel, tutor.model.look.isZoomed) = (panel, true)
    return tutor.screen
  }

  /// What it shows and what its signs mean stand beside it, with the way of the runs.
  @Test func theExplanationStandsBesideIt() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 45)).pressing("u")
    let screen = zoomed(.parameters, tutor)
    #expect(screen.contains("─ what it shows"))
    #expect(screen.contains(try #require(Glossary.term(Panel.parameters.term)).heading))
    #expect(screen.contains("loss"))
  }

  /// Each sample has its own factors, and what they make together is its part of the gradient.
  @Test func theChainShowsEverySample() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 45)).pressing("u")
    let screen = zoomed(.chain, tutor)
    #expect(screen.contains("─ each sample of the batch") && screen.contains("─ every parameter"))
    let (step, parameter) = (tutor.model.shownStep, tutor.model.chainParameter)
    for row in step.sampleIndices.indices {
      let chain = ChainRule(parameter, in: step, row: row, phase: .whole)
      #expect(screen.contains(number(chain.product)), "sample \(row + 1)")
    }
    for index in step.network.parameterIndices {
      #expect(screen.contains(number(step.gradient(index))), "\(index)")
    }
  }

  /// The parts of an optimizer have a history each, which ends in the value that the table has.
  @Test func momentsShowTheLastUpdates() throws {
    var experiment = Samples.valley
    experiment.optimizer = Optimizer(.momentum, learningRate: 0.005)
    let tutor = try Tutor(experiment, size: Size(width: 140, height: 45))
      .pressing("u", "u", "u", "u", "u")
    let screen = zoomed(.moments, tutor)
    for name in ["w₁", "w₂"] {
      for part in ["g", "v", "step"] { #expect(screen.contains("\(part) of \(name)  ")) }
    }
    let steps = tutor.model.momentHistory.steps
    #expect(steps.map(\.update) == Array(0...tutor.run.shownStep.update))
    let index = ParameterIndex.weight(layer: 1, unit: 1, input: 2)
    #expect(steps.last?.gradient(index) == tutor.run.shownStep.gradient(index))
    #expect(steps.last?.firstMoment(index) == tutor.run.shownStep.firstMoment(index))
  }

  /// A run that plays is not walked again: what was seen is kept, until it pauses.
  @Test func momentsOfAPlayingRunAreThoseSeen() throws {
    var run = try Run(Samples.valley)
    run.train(updates: 3)
    let history = MomentHistory(run)
    run.train(updates: 100)
    let playing = try #require(history.known(of: run, isPlaying: true))
    #expect(playing.steps.map(\.update) == [0, 1, 2, 3, 103])
    #expect(playing.known(of: run, isPlaying: true)?.steps.count == playing.steps.count)
    #expect(playing.known(of: run, isPlaying: false) == nil, "all of the last ones are made again")
    #expect(history.known(of: run, isPlaying: false) == nil)
    #expect(playing.known(of: try Run(Samples.valley), isPlaying: true) == nil, "it went back")
  }

  /// Numbers have all their digits, and a bar that passes ends before the line.
  @Test func theCheckShowsDigitsAndBars() throws {
    let tutor = try Tutor(Samples.twoNeurons, size: Size(width: 140, height: 45))
    let screen = zoomed(.check, tutor)
    for check in tutor.model.gradientChecks.list {
      #expect(screen.contains(check.analytic.formatted(significant: 10, signed: true)))
      #expect(screen.contains(check.numerical.formatted(significant: 10, signed: true)))
    }
    #expect(screen.contains("1e-12") && screen.contains("1e-6") && screen.contains("E(w₁ + h)"))
    let line = try #require(screen.split(separator: "\n").first { $0.contains("✓ b₂") })
    let bar = try #require(line.firstIndex(of: "█")), limit = try #require(line.firstIndex(of: "┊"))
    #expect(bar < limit && !line[limit...].contains("█"))
  }

  /// The steps of the shown sample, and a row for every sample of the batch.
  @Test func sharesShowEveryStepAndSample() throws {
    var experiment = Samples.classifier(shape: [2, 3, 3])
    experiment.layers[1].activation = .softmax
    experiment.loss = .categoricalCrossEntropy
    let tutor = try Tutor(experiment, size: Size(width: 140, height: 60)).pressing("u")
    let screen = zoomed(.shares, tutor)
    for title in ["z  ", "exp z  ", "share  ", "T  ", "a - T  ", "each sample of the batch"] {
      #expect(screen.contains(" \(title)"), "\(title)")
    }
    let step = tutor.run.step
    for row in 0..<step.sampleCount {
      #expect(screen.contains(number(step.dataLoss(ofRow: row))), "sample \(row + 1)")
    }
  }

  /// A small network shows all its parameters, and what each sample makes of its units.
  @Test func aSmallNetworkShowsAllItsNumbers() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 45)).pressing("u")
    let (screen, step) = (zoomed(.network, tutor), tutor.run.step)
    for index in step.network.parameterIndices {
      let value = step.network[index].fitted(width: 8, decimals: 4, signed: true)
      #expect(screen.contains(value), "\(index)")
    }
    for row in 0..<step.sampleCount {
      let output = step.outputs[row, 0].fitted(width: 8, decimals: 4)
      let loss = step.dataLoss(ofRow: row).fitted(width: 8, decimals: 4)
      #expect(screen.contains(output) && screen.contains(loss), "sample \(row + 1)")
    }
  }

  /// What is looked for stands below what is found, each with its mark.
  @Test func theDiagnosisNamesAllThatIsLookedFor() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 60)).pressing("u")
    let screen = zoomed(.diagnosis, tutor)
    for kind in ProblemKind.all {
      let isFound = tutor.model.diagnoses.contains { $0.kind == kind }
      #expect(screen.contains((isFound ? "! " : "✓ ") + kind.name), "\(kind.name)")
    }
    #expect(screen.contains(try #require(Glossary.term("dead units")).meaning.prefix(40)))
  }

  /// Below the matrix each class has its figures, and beside it the least sure samples follow the mistakes.
  @Test func theConfusionHasFiguresOfEachClass() throws {
    let tutor = try Tutor(Samples.xor, size: Size(width: 140, height: 45)).pressing("u")
    let screen = zoomed(.confusion, tutor)
    let guesses = try #require(tutor.model.summary.guesses)
    #expect(screen.contains("taken for it") && screen.contains("then the least sure"))
    for group in 0..<2 {
      #expect(screen.contains(percent(try #require(guesses.recall(of: group)))))
    }
    let sure = screen.split(separator: "\n").count { $0.contains(" % ") && $0.contains(".0") }
    #expect(sure >= guesses.truths.count, "every sample has a row")
  }

  /// Tab passes by what would say no more than that there is nothing, and by what waits for an answer.
  @Test func tabSkipsPanelsThatHaveNothingToShow() throws {
    var tutor = try Tutor(Samples.line, size: Size(width: 140, height: 45))
    tutor.press("z")
    var seen: Set<Panel> = []
    for _ in Panel.all {
      tutor.press(.tab)
      seen.insert(try #require(tutor.model.look.focusedPanel))
    }
    #expect(seen.isDisjoint(with: [.confusion, .images, .contour, .trainval, .survey]))
    #expect(seen.isSuperset(of: [.network, .data, .loss, .chain, .parabola]))
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-neurons" })
    let asking = try #require(lesson.pages.firstIndex { $0.question != nil })
    var asked = try Tutor(lesson, size: Size(width: 140, height: 45), page: asking)
    asked.press("z")
    for _ in Panel.all {
      asked.press(.tab)
      let focused = asked.model.look.focusedPanel
      let place = Layout.of(asked.model).placements.first { $0.panel == focused }
      #expect(try !#require(place).isVeiled || asked.model.isAhead)
    }
  }

  /// Where room is left the cost stands below the product, which is its slope.
  @Test func theChainStandsOverTheCost() throws {
    let tutor = try Tutor(Samples.twoNeurons, size: Size(width: 140, height: 45)).pressing("u")
    #expect(zoomed(.chain, tutor).contains("─ cost for every w₁"))
    #expect(!zoomed(.chain, tutor.resized(80, 24)).contains("─ cost for every"))
  }

  /// While a question is open the products of others could answer it.
  @Test func theChainOfOthersWaitsForTheAnswer() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "two-neurons" })
    let asking = try #require(lesson.pages.firstIndex { $0.question != nil })
    let tutor = try Tutor(lesson, size: Size(width: 140, height: 45), page: asking)
    #expect(!zoomed(.chain, tutor).contains("every parameter"))
  }
}
