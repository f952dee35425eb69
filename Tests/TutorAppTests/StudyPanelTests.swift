import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp
@testable import Workbench

/// What the panels that work something out have found, against the engine.
@Suite struct StudyPanelTests {
  // MARK: - The loss over a plane

  @Test func theSurfaceIsTheObjective() throws {
    let run = try Run(Samples.valley)
    let plane = try #require(PlaneParameters(run.network, selected: nil))
    let (x, y) = (Axis(from: -1, to: 3), Axis(from: 0, to: 1))
    let key = PlaneSurface.Key(
      plane, in: run, x: x, y: y, size: Size(width: 8, height: 4), lines: 4)
    let surface = PlaneSurface(key, in: run)
    for row in 0..<4 {
      for column in 0..<8 {
        var probe = run
        probe.apply(.parameter(plane.x, x.value(at: (Double(column) + 0.5) / 8)))
        probe.apply(.parameter(plane.y, y.value(at: 1 - (Double(row) + 0.5) / 4)))
        let below = surface.levels.count { (Double($0.label) ?? 0) < probe.objective }
        #expect(
          surface.field.tones[row * 8 + column]
            == Tone(.relief, Double(below) / Double(surface.levels.count)), "one tone between lines"
        )
      }
    }
  }

  /// Below the lowest line there is enough of the valley to be seen.
  @Test func theValleyIsSeen() throws {
    let run = try Run(Samples.valley)
    let plane = try #require(PlaneParameters(run.network, selected: nil))
    let key = PlaneSurface.Key(
      plane, in: run, x: Axis(from: -1, to: 3), y: Axis(from: -1, to: 1),
      size: Size(width: 40, height: 20), lines: 7)
    let tones = PlaneSurface(key, in: run).field.tones
    #expect(tones.count { $0?.level == 0 } >= tones.count / 40)
  }

  /// With two parameters nothing else can move: the same surface serves the whole run.
  @Test func aSurfaceIsWorkedOutAnewOnlyWhenOtherParametersMove() throws {
    func keys(_ experiment: Experiment) throws -> [PlaneSurface.Key] {
      var run = try Run(experiment)
      let plane = try #require(PlaneParameters(run.network, selected: nil))
      return (0..<2).map { _ in
        run.train(updates: 3)
        let axis = Axis(from: 0, to: 1)
        return PlaneSurface.Key(
          plane, in: run, x: axis, y: axis, size: Size(width: 4, height: 4), lines: 4)
      }
    }
    let (still, moving) = (try keys(Samples.valley), try keys(Samples.xor))
    #expect(still[0] == still[1])
    #expect(moving[0] != moving[1] && moving[1].isLater(than: moving[0]))
  }

  @Test func aWayGrowsWithItsRunAndGoesBackWithIt() throws {
    var run = try Run(Samples.valley)
    let plane = try #require(PlaneParameters(run.network, selected: nil))
    var way = PlaneWay(of: run, plane)
    var places = [plane.place(of: run.network)]
    for _ in 0..<5 {
      run.train(updates: 1)
      places.append(plane.place(of: run.network))
    }
    way = way.following(run, plane)
    #expect(way.places == places && PlaneWay(of: run, plane).places == places)
    run.seek(to: Position(update: 2))
    #expect(way.following(run, plane).places == Array(places.prefix(3)))
    run.apply(.learningRate(0.001))
    run.train(updates: 1)
    let other = way.following(run, plane).places
    #expect(other.count == 4 && other[3] == plane.place(of: run.network))
  }

  @Test func theArrowPointsWhereTheNextUpdateLeads() throws {
    let tutor = try Tutor(Samples.valley).pressing("u")
    let plane = try #require(tutor.model.plane)
    let canvas = Canvas(size: Size(width: 60, height: 20))
    let picture = ContourPicture(tutor.model, plane, in: canvas.bounds, on: canvas)
    let next = tutor.pressing("u").run.network
    #expect(picture.plot.paths[0].next == plane.place(of: next))
  }

  /// The figures are the focused run's, and of the others no arrow is drawn.
  @Test func onlyTheFocusedRunHasAnArrow() throws {
    let tutor = try Tutor(Samples.valley).pressing("u", "c")
    try #require(tutor.model.workspace.runs.count == 2)
    let plane = try #require(tutor.model.plane)
    let canvas = Canvas(size: Size(width: 60, height: 20))
    let picture = ContourPicture(tutor.model, plane, in: canvas.bounds, on: canvas)
    #expect(picture.plot.paths.map { $0.next != nil } == [false, true])
  }

  /// A steep slope is drawn as steep as it is: its line ends where the plot does.
  @Test(arguments: [1.0, 5]) func aTangentStaysInThePlot(factor: Double) throws {
    var experiment = Samples.line
    experiment.fault = factor > 1 ? Fault.all.first { $0.name == "sum_for_mean" } : nil
    let lines = try Tutor(experiment).pressing("u").lines(.parabola, 60, 20)
    #expect(!lines.contains { $0.contains("beyond") })
  }

  // MARK: - The optimizer taken apart

  /// Every rule whose step is one of its parts, divided by the root where it has one; the others make theirs of more.
  private static let rules: [Optimizer] = {
    let mixing: [Optimizer.Rule] = [.nesterov, .nadam, .lion]
    var all = Optimizer.Rule.all.filter { !mixing.contains($0) }
      .map { Optimizer($0, learningRate: 0.03) }
    var centered = Optimizer(.rmsprop, learningRate: 0.03)
    centered.isCentered = true
    all.append(centered)
    return all
  }()

  /// The parts on the screen make the step on the screen.
  @Test(arguments: rules) func thePartsMakeTheStep(_ optimizer: Optimizer) throws {
    var experiment = Samples.xor
    experiment.optimizer = optimizer
    var run = try Run(experiment)
    run.train(updates: 4)
    let step = run.step
    for index in step.network.parameterIndices {
      func value(_ part: OptimizerPart) -> Double? { part.value(step, index, optimizer) }
      let numerator = value(.correctedFirst) ?? value(.velocity) ?? step.gradient(index)
      let divisor = value(.root).map { $0 + optimizer.epsilon } ?? 1
      // AdamW shrinks the parameter by itself, beside the step that the parts make.
      let decay = optimizer.rule.isDecoupled ? optimizer.weightDecay * step.before(index) : 0
      let expected = -0.03 * (numerator / divisor + decay)
      #expect(abs(step.change(index) - expected) < 1e-12, "\(optimizer.rule) \(index)")
    }
  }

  @Test func formulasAreThoseOfTheSettings() {
    var optimizer = Optimizer(.rmsprop, learningRate: 0.1)
    #expect(optimizer.formula == Optimizer.Rule.rmsprop.formula)
    (optimizer.isCentered, optimizer.momentum) = (true, 0.9)
    #expect(
      optimizer.formula == [
        "s ← α s + (1 − α) g²", "m ← α m + (1 − α) g", "v ← μ v + g / (√(s − m²) + ε)",
        "θ ← θ − η v",
      ])
  }

  /// NAdam corrects the mean of squares, and puts the mean of gradients together in a way of its own.
  @Test func theRootOfNAdamIsThatOfTheCorrectedMean() throws {
    var experiment = Samples.xor
    experiment.optimizer = Optimizer(.nadam, learningRate: 0.03)
    var run = try Run(experiment)
    run.train(updates: 4)
    let (step, optimizer) = (run.step, run.activeExperiment.optimizer)
    let weights = step.weightSum(optimizer.beta2)
    #expect(weights < 0.01)
    var largest = 0.0
    for index in step.network.parameterIndices {
      let second = try #require(OptimizerPart.second.value(step, index, optimizer))
      let root = try #require(OptimizerPart.root.value(step, index, optimizer))
      #expect(abs(root * root * weights - second) <= 1e-12 * second)
      #expect(OptimizerPart.correctedFirst.value(step, index, optimizer) == nil)
      largest = max(largest, second)
    }
    #expect(largest > 0)
  }

  // MARK: - The training loop

  @Test func oneLineRunsInEveryPhase() throws {
    var tutor = try Tutor(Samples.twoNeurons).pressing("U")
    tutor.send(.workbench(.rewind(.phase)))
    var running: [String] = []
    for _ in 0..<8 {
      let lines = TrainingLoopText(tutor.model).lines.filter(\.isRunning)
      #expect(lines.count == 1)
      running.append(String(lines.first?.text.prefix(6) ?? ""))
      tutor.press(".")
    }
    #expect(Set(running) == ["θ ← fi", "forwar", "loss: ", "backwa", "update"])
    let order = running.filter { $0 == "loss: " || $0 == "update" }
    #expect(zip(order, order.dropFirst()).allSatisfy { $0 != $1 })
  }

  @Test func theLoopHasTheLinesOfItsRecipe() throws {
    func text(_ change: (inout Experiment) -> Void) throws -> String {
      var experiment = Samples.xor
      change(&experiment)
      return try TrainingLoopText(Tutor(experiment).model).lines.map(\.text).joined(separator: "\n")
    }
    #expect(try !text { _ in }.contains("shuffle"))
    #expect(try text { $0.batches = .size(2) }.contains("shuffle"))
    #expect(try text { $0.clipping = .norm(1) }.contains("clip"))
    #expect(try text { $0.optimizer = Optimizer(.adam, learningRate: 0.1) }.contains("θ by Adam"))
  }

  // MARK: - Surveys

  @Test func theBinsHoldEveryRun() {
    let losses = [0.01, 0.02, 0.3, 0.7, 0.69, .nan, .infinity]
    let bins = LossBins(losses, count: 5)
    #expect(bins.bins.map(\.count).reduce(0, +) == 5 && bins.diverged == 2)
    #expect(bins.bins.first?.count == 2)
    let edges = LossBins([0.1, 0.69], count: 9).bins.map { compact($0.lower) }
    #expect(edges == ["0.1", "0.2", "0.3", "0.4", "0.5", "0.6"])
  }

  /// Shares of right answers lie far from 0, weights on both sides of it, and all may be one number.
  @Test(
    arguments: [
      ([0.81, 0.95, 0.97, 1], 5, ["0.8", "0.85", "0.9", "0.95", "1"], [1, 0, 0, 2, 1]),
      ([-0.3, -0.1, 0.25], 4, ["-0.4", "-0.2", "0", "0.2"], [1, 1, 0, 1]),
      ([0.9, 1.1, .nan], 2, ["0"], [2]), ([250, 250], 5, ["250"], [2]), ([], 5, ["0"], [0]),
      // One far above all others shares the last bin.
      (
        [0.1, 0.15, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 50], 5,
        ["0.1", "0.2", "0.3", "0.4", "0.5"], [2, 1, 2, 2, 3]
      ),
    ] as [([Double], Int, [String], [Int])])
  func theBinsBeginWhereTheValuesDo(
    _ values: [Double], _ room: Int, _ edges: [String], _ counts: [Int]
  ) {
    let bins = LossBins(values, count: room).bins
    #expect(bins.map { compact($0.lower) } == edges && bins.map(\.count) == counts)
  }

  /// No number is too large for a bin.
  @Test(arguments: [[1e20], [-1e300, -1e300], [1.7e308, -1.7e308, 0], [1e20, 1e20 + 16384]])
  func theBinsHoldHugeNumbers(_ values: [Double]) {
    for room in 1...6 {
      let bins = LossBins(values, count: room).bins
      #expect(bins.map(\.count).reduce(0, +) == values.count)
    }
  }

  /// Wilson's interval for 5 of 10 is 0.237 to 0.763, for 8 of 10 from 0.490 to 0.943: not 80 % ± 23.
  @Test(arguments: [(5, 10, 0.2366, 0.7634), (8, 10, 0.4902, 0.9433), (0, 0, 0, 1)])
  func theBoundsAreWilsons(successes: Int, count: Int, low: Double, high: Double) {
    let bounds = shareBounds(successes: successes, of: count)
    #expect(abs(bounds.lowerBound - low) < 1e-4 && abs(bounds.upperBound - high) < 1e-4)
  }

  /// What is counted stands above, for a success need not be good news.
  @Test func aSurveySaysWhatItCounts() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "activations" })
    let page = try #require(lesson.pages.firstIndex { $0.title == "Twelve of sixteen" })
    let tutor = try Tutor(lesson, page: page)
    #expect(
      Panel.survey.title(in: tutor.model) == "survey of 80 runs: dead units of layer 1 at least 8")
    #expect(tutor.lines(.survey, 39, 3)[0] == " setting      share (95 % range), runs")
  }

  /// What was measured lies on one axis, from the lowest to the highest, with its median.
  @Test func aSurveyDrawsWhatItMeasured() throws {
    var tutor = try Tutor(Samples.xor)
    let rows = [[0.5, 0.6, 0.7], [0.8, 0.9, 1]].map { values in
      Survey.Row(
        label: "one", condition: nil, successes: nil, measured: "right", values: values,
        losses: values, count: 3)
    }
    tutor.hear(rows, done: 6, of: 6)
    #expect(
      tutor.lines(.survey, 60, 3) == [
        " setting                   right: median, lowest to highest",
        " one     ─────●─────·············· 0.6000  0.5000 to 0.7000",
        " one     ···············─────●────  0.9000  0.8000 to 1.000",
      ])
  }

  /// Each setting's runs stand over its own line, and an axis below all: a sum over settings would say nothing of any.
  @Test func everySettingHasItsOwnRuns() throws {
    let values = [[0.0, 0, 0, 1], [1.0, 0.5, 0.5, .nan]]
    let strips = RunStrips(values, over: Axis(from: 0, to: 1), width: 20)
    var canvas = Canvas(size: Size(width: 20, height: 5))
    for index in values.indices {
      strips.draw(
        setting: index, in: Rect(x: 0, y: 2 * index, width: 20, height: 2), on: &canvas)
    }
    strips.drawAxis(in: Rect(x: 0, y: 4, width: 20, height: 1), on: &canvas)
    #expect(
      canvas.lines.prefix(4) == [
        "█", "█                  ▆", "          ▃", "          █        ▆",
      ])
    #expect(canvas.lines[4].hasPrefix("0") && canvas.lines[4].hasSuffix("1.0"))
    #expect(strips.lost(setting: 0) == 0 && strips.lost(setting: 1) == 1)
  }

  /// Of many settings the ends are told; whether low is good nobody knows of what is measured.
  @Test func manySettingsAreSummedUp() throws {
    var tutor = try Tutor(Samples.xor)
    let rows = (1...10).reversed().map { place in
      Survey.Row(
        label: "s\(place)", condition: nil, successes: nil, measured: "right",
        values: [Double(place) / 10], losses: [1], count: 1)
    }
    tutor.hear(rows, done: 10, of: 10)
    let words = Panel.survey.words(tutor.model)
    #expect(words[0].hasSuffix("The three lowest and the highest:"))
    #expect(
      words[1...4] == [
        "Survey, s1: 0.1000.", "Survey, s2: 0.2000.", "Survey, s3: 0.3000.", "Survey, s10: 1.000.",
      ])
  }

  @Test func aSurveyFillsWhileItRuns() throws {
    let lesson = try #require(try Samples.lessons().first { $0.id == "xor" })
    var tutor = try Tutor(lesson)
    #expect(tutor.lines(.survey, 40, 6) == [" No survey has been made here.", "", "", "", "", ""])
    var workspace = lesson.workspace
    for page in lesson.pages where workspace.survey == nil {
      for action in page.actions { try workspace.perform(action) }
    }
    let rows = try #require(workspace.survey?.rows)
    tutor.hear(rows, done: rows[0].count, of: 2 * rows[0].count)
    let lines = tutor.lines(.survey, 40, 6)
    #expect(lines[0].contains("\(rows[0].successes ?? -1) of \(rows[0].count)"))
    #expect(Panel.survey.title(in: tutor.model).contains("\(rows[0].count) of"))
    let narrow = tutor.lines(.survey, 24, 6)[0]
    #expect(!narrow.contains(" of ") && narrow.contains("%"), "the bar keeps its room: \(narrow)")
    // Settings that find no room are missed.
    tutor.hear(Array(repeating: rows[0], count: 9), done: 9, of: 18)
    #expect(tutor.lines(.survey, 40, 6)[0].hasPrefix(" best 5 of 9"))
    // How far a share can be trusted may be what is asked.
    #expect(tutor.lines(.survey, 40, 6)[1].contains("–"))
    tutor.model.place?.page = try #require(lesson.pages.firstIndex { $0.question != nil })
    #expect(!tutor.lines(.survey, 40, 6)[1].contains("–"))
  }

  // MARK: - Range and check

  @Test func theRangePanelShowsTheEnginesSuggestion() throws {
    let tutor = try Tutor(Samples.xor)
    let range = try LearningRateRange(Samples.xor, updates: RateRangeStudy.updates)
    let suggestion = try #require(range.suggestion).formatted(significant: 2)
    #expect(tutor.lines(.range, 41, 12)[0].hasPrefix(" begin at η = \(suggestion)"))
    #expect(tutor.model.rateRange?.holds(for: tutor.run) == true)
  }

  /// What the command says of a harmful scale the panel says, too, where there is room, and in words.
  @Test func theRangePanelNamesAHarmfulScale() throws {
    let line = Dataset(
      inputs: Matrix((0..<8).map { [1e6 + Double($0)] }),
      targets: Matrix((0..<8).map { [Double($0 % 3)] }))
    var experiment = Samples.line
    experiment.data = .samples(line)
    let tutor = try Tutor(experiment)
    let remedy = try #require(tutor.model.rateRange?.range?.remedyForScale)
    let shown = tutor.lines(.range, 60, 16).map(\.trimmed).joined(separator: " ")
    #expect(shown.contains(remedy))
    #expect(Panel.range.words(tutor.model).contains(remedy))
  }

  @Test func theChecksBeginWithTheWorst() throws {
    var experiment = Samples.twoNeurons
    experiment.fault = Fault.all.first { $0.name == "no_hidden_slope" }
    let faulty = GradientChecks(try Run(experiment))
    #expect(faulty.failures.count == 2 && faulty.list.count == 4)
    #expect(faulty.list.prefix(2).allSatisfy { !$0.isPassed && $0.parameter.layer == 1 })
    let sound = GradientChecks(try Run(Samples.twoNeurons))
    #expect(sound.failures.isEmpty && sound.list.count == 4)
  }

  /// One walk through the samples says what each figure says by itself.
  @Test(arguments: [Samples.line, Samples.xor, Samples.images, Samples.deep])
  func aSummaryHasEachFigureOfItsRun(experiment: Experiment) throws {
    var experiment = experiment
    (experiment.l2, experiment.batches) = (0.01, .size(4, isShuffled: true))
    var run = try Run(experiment)
    run.train(updates: 7)
    let summary = RunSummary(run)
    #expect(summary.objective == run.objective && summary.trainingLoss == run.datasetLoss)
    #expect(summary.accuracy == run.accuracy && summary.heldOutLoss == run.heldOutLoss)
    #expect(summary.heldOutAccuracy == run.heldOutAccuracy)
    let samples: SampleSet = run.heldOut == nil ? .training : .heldOut
    let inputs = try #require(run.data(of: samples)).inputs
    #expect(summary.guesses.map { $0.outputs == run.network.outputs(for: inputs) } != false)
  }

  /// What was found out is kept while a run stands, and anew once it moves.
  @Test func whatWasFoundOutIsKept() throws {
    var tutor = try Tutor(Samples.twoNeurons, panels: ["check", "contour"])
    tutor.model.prepare()
    let checks = try #require(tutor.model.studies.checks)
    #expect(checks.hold(for: tutor.run) && tutor.model.studies.ways.count == 1)
    tutor.press("u")
    #expect(!checks.hold(for: tutor.run))
    let before = tutor.screen
    tutor.model.prepare()
    #expect(tutor.screen == before)
  }
}

extension Tutor {
  /// Takes what has come out of a survey so far.
  fileprivate mutating func hear(_ rows: [Survey.Row], done: Int, of count: Int) {
    update(
      &model,
      surveyed: SurveyProgress(done: done, count: count, rows: rows, generation: model.generation))
  }
}
