import Experiments
import Lessons
import NeuralNetwork
import Synchronization
import Testing

@testable import Workbench

/// What a page lets its learner turn: how it is read, proved, and what a turn does to the runs.
@Suite struct DialTests {
  /// What the sample says of its first page.
  private static let claims = "expect:\n  w: 0\n  loss: 2.0"
  private let rates = "dial: {key: learning_rate, values: [0.1, 0.4, 0.8, 3], label: η}"
  private let loss = "dial: {key: loss, values: [mse, half_mse, mae]}"

  private func lesson(_ text: String) throws -> Lesson {
    try Samples.lesson(replacing: Self.claims, with: text)
  }

  /// The workspace of a page with a dial or two.
  private func page(_ text: String) throws -> (workspace: Workspace, dials: [Dial]) {
    let lesson = try lesson(text)
    return (try lesson.workspace(after: 0), lesson.pages[0].dials)
  }

  @Test func aDialIsReadWithItsValuesInTheirOrder() throws {
    let (workspace, dials) = try page("\(rates)\ngo: 2 updates")
    #expect(dials.map(\.label) == ["η"] && dials[0].path == ["learning_rate"])
    #expect(dials[0].texts == ["0.1", "0.4", "0.8", "3"])
    #expect(workspace.place(of: dials[0]) == 1)
    #expect(workspace.runs.count == 1, "it is the learner who turns it")
    #expect(try Samples.problems(replacing: Self.claims, with: rates) == [])
  }

  /// Without a label it is called by the last part of its key; groups and lists are told in a few words.
  @Test func namesAreShort() throws {
    let (_, dials) = try page(
      """
      - experiment: {schedule: {name: step, step_size: 9, gamma: 0.5}}
      - dial: {key: schedule, values: [constant, {name: step, step_size: 9, gamma: 0.5}], label: plan}
      - dial: {key: schedule.gamma, values: [0.5, 0.1]}
      """)
    #expect(
      dials[0].texts == ["constant", "step 9 0.5"] && dials[0].name(of: 0) == "plan constant")
    #expect(dials[1].label == "gamma" && dials[1].path == ["schedule", "gamma"])
    let (_, flags) = try page("dial: {key: shuffle, values: [true, false]}")
    #expect(flags[0].texts == ["on", "off"])
  }

  @Test(arguments: [
    ("values: [0.1], key: seed", "A dial has two values or more."),
    ("values: [1, 1], key: seed", "A dial has each value once."),
    ("values: [1, null], key: seed", "A value of a dial is written out: it cannot be null."),
    ("values: [0, 1]", "A dial needs 'key'."),
    ("key: seed", "A dial needs 'values'."),
    ("values: [1, 2], key: sede", "An experiment has no key 'sede'. Did you mean 'seed'?"),
    (
      "values: [1, 2], key: momentum",
      "An experiment has no key 'momentum'. 'momentum' belongs inside 'optimizer'"
    ),
    ("values: [0.4, fast], key: learning_rate, label: η", "but found 'fast'."),
    ("values: [0.4, -1], key: learning_rate, label: η", "-1"),
    ("values: [0.4, 1], key: clip.maxx", "'clip' has no key 'maxx'. Did you mean 'max'?"),
    ("values: [0.1, 0.2], key: l2", "The run has none of the dial's values"),
    ("values: [0, 1], key: l2, name: x", "A dial has no key 'name'."),
    ("values: [0.4, 1], key: learning_rate, label: the rate of it all", "16 characters at most."),
    ("values: [1, 2, 3, 4, 5, 6, 7, 8, 9], key: seed", "9 items, but 8 at most."),
  ])
  func theCheckRefusesWhatCannotBeTurned(_ dial: String, _ message: String) throws {
    let messages = try Samples.messages(
      replacing: Self.claims, with: "experiment: {clip: {type: norm, max: 9}}\ndial: {\(dial)}")
    #expect(messages.first?.contains(message) == true, "\(messages)")
  }

  /// What the engine refuses is complained about where the value stands.
  @Test func aValueIsComplainedAboutAtItsPlace() throws {
    let messages = try Samples.messages(
      replacing: Self.claims,
      with:
        "experiment: {clip: {type: norm, max: 9}}\ndial: {key: clip.max, values: [9, -2]}")
    #expect(
      messages == ["01-line.md:24:35: The gradient is clipped to -2.0: choose one above 0."])
  }

  @Test(arguments: [
    (
      ["seed, values: [1, 2]", "l2, values: [0, 1]", "l1, values: [0, 1]"]
        .map { "- dial: {key: \($0)}" }.joined(separator: "\n"),
      "A page has two dials at most."
    ),
    (
      "compare: [{label: a}, {label: b}]\ndial: {key: seed, values: [1, 2]}",
      "A dial turns one run, and there are 2."
    ),
  ])
  func aPageHasOneRunAndTwoDialsAtMost(_ text: String, _ message: String) throws {
    let messages = try Samples.messages(replacing: Self.claims, with: text)
    #expect(messages.count == 1 && messages[0].contains(message), "\(messages)")
  }

  @Test func aSolutionHasNoDial() throws {
    let messages = try Samples.messages(
      replacing: "set: {learning_rate: 1}", with: "dial: {key: seed, values: [1, 2]}")
    #expect(messages.contains { $0.contains("a solution takes 'experiment' for a turn.") })
  }

  /// The sample's goal, w = 2 within two updates, is reached by the value of another place.
  @Test func aGoalMayAskForAnotherValue() throws {
    let (old, dial) = ("## Faster", "## Faster\n\n```do\nexperiment: {}\n\(rates)\n```")
    let turned = Samples.lesson.replacing(old, with: dial)
      .replacing(
        "go: start\n  set: {learning_rate: 1}", with: "experiment: {learning_rate: 1}")
    let source = Samples.source(turned)
    #expect(LessonCheck.problems(in: try LessonParser.parse(source), source: source) == [])
  }

  // MARK: Turning

  @Test func aTurnIsARunFromTheSameBeginningAsFarAsTheOldOne() throws {
    var (workspace, dials) = try page("\(rates)\ngo: 3 updates")
    let before = workspace.focusedRun
    try workspace.turn(dials[0], by: 1)
    #expect(workspace.runs.map(\.label) == ["η 0.4", "η 0.8"])
    #expect(workspace.runs.map(\.hue) == [0, 1] && workspace.focus == 1)
    #expect(workspace.place(of: dials[0]) == 2)
    let (old, new) = (workspace.runs[0].run, workspace.runs[1].run)
    #expect(old.network == before.network && old.position == before.position)
    var recipe = before.experiment
    recipe.optimizer.learningRate = 0.8
    #expect(new.experiment == recipe && new.journal.entries.isEmpty)
    var alone = try Run(recipe)
    alone.seek(to: Position(update: 3))
    #expect(new.network == alone.network && new.position == Position(update: 3))
  }

  /// The run before stays, the one before that goes; each keeps its hue as long as it is there.
  @Test func ofSeveralTurnsTheLastRunStays() throws {
    var (workspace, dials) = try page("\(rates)\ngo: 3 updates")
    try workspace.turn(dials[0], by: 1)
    let middle = workspace.focusedRun.network
    try workspace.turn(dials[0], by: -1)
    try workspace.turn(dials[0], by: -1)
    #expect(workspace.runs.map(\.label) == ["η 0.4", "η 0.1"])
    #expect(workspace.runs[0].hue != workspace.runs[1].hue)
    try workspace.turn(dials[0], by: 1)
    try workspace.turn(dials[0], by: 1)
    #expect(workspace.focusedRun.network == middle, "a value gives the same numbers again")
  }

  @Test(arguments: [(-1, "η 0.1 is the dial's first value."), (1, "η 3 is the dial's last value.")])
  func atItsEndsADialSaysSoAndStays(_ step: Int, _ sentence: String) throws {
    var (workspace, dials) = try page("\(rates)\ngo: 3 updates")
    for _ in 0..<2 { try? workspace.turn(dials[0], by: step) }
    let labels = workspace.runs.map(\.label)
    let error = #expect(throws: Diagnostics.self) { try workspace.turn(dials[0], by: step) }
    #expect(error?.sentence == sentence && workspace.runs.map(\.label) == labels)
  }

  /// In the middle of a step, and at an update that was gone back to, the new run stands where the old one does.
  @Test func aTurnInThePastStandsInThePast() throws {
    var (workspace, dials) = try page("\(rates)\ngo: 5 updates")
    workspace.forEachRun { $0.seek(to: Position(update: 2, phase: .loss)) }
    try workspace.turn(dials[0], by: 1)
    #expect(
      workspace.runs.map(\.run.position)
        == Array(repeating: .init(update: 2, phase: .loss), count: 2))
    workspace.forEachRun { $0.seek(to: Position(update: 5)) }
    #expect(workspace.runs.map(\.run.position.update) == [5, 5])
  }

  /// A run that blows up comes less far; after a turn away from it the next one comes as far as it should have.
  @Test func aRunThatDivergedHoldsNobodyUp() throws {
    let text = """
      experiment: {learning_rate: 1e100}
      dial: {key: learning_rate, values: [0.4, 1e100, 1e110], label: η}
      """
    var (workspace, dials) = try page(text)
    try workspace.turn(dials[0], by: -1)
    workspace.forEachRun { $0.seek(to: Position(update: 40)) }
    for _ in 0..<2 { try workspace.turn(dials[0], by: 1) }
    #expect(workspace.focusedRun.divergence != nil && workspace.focusedRun.position.update < 40)
    for _ in 0..<2 { try workspace.turn(dials[0], by: -1) }
    #expect(workspace.focusedRun.divergence == nil && workspace.focusedRun.position.update == 40)
  }

  /// A long turn tells how far it is, and leaves everything as it was when nobody waits for it.
  @Test func aTurnCanBeStopped() throws {
    var (workspace, dials) = try page("\(rates)\ngo: 300 updates")
    let told = Mutex([String]())
    let patient = Waiting { progress in told.withLock { $0.append(progress.sentence) } }
    let impatient = Waiting(report: { _ in }, isOver: { true })
    let error = Waiting.$current.withValue(impatient) {
      #expect(throws: Diagnostics.self) { try workspace.turn(dials[0], by: 1) }
    }
    #expect(error?.sentence == "The turn was stopped." && workspace.runs.count == 1)
    try Waiting.$current.withValue(patient) { try workspace.turn(dials[0], by: 1) }
    let sentences = told.withLock(\.self)
    #expect(sentences.first == "Training η 0.8: 0 of 300 updates" && sentences.count > 2)
    let made = sentences.compactMap {
      $0.wholeMatch(of: /Training η 0.8: (\d+) of 300 updates/).flatMap { Int($0.1) }
    }
    #expect(made.count == sentences.count && made == Set(made).sorted(), "it gets on")
  }

  /// What the learner has set by hand is a part of the recipe from then on.
  @Test func settingsOfTheLearnersOwnAreKept() throws {
    var (workspace, dials) = try page("\(loss)\ngo: 2 updates")
    workspace.changeFocusedRun { $0.apply(.learningRate(0.05)) }
    try workspace.turn(dials[0], by: 2)
    #expect(workspace.focusedRun.experiment.optimizer.learningRate == 0.05)
    #expect(workspace.focusedRun.loss == .meanAbsoluteError)
    #expect(workspace.place(of: dials[0]) == 2)
  }

  /// A value of the learner's own is none of the dial's: the next turn goes to its nearer end.
  @Test func fromAnotherValueADialIsTurnedToItsEnds() throws {
    var (workspace, dials) = try page("\(rates)\ngo: 2 updates")
    workspace.changeFocusedRun { $0.apply(.learningRate(0.5)) }
    #expect(workspace.place(of: dials[0]) == nil)
    var other = workspace
    try workspace.turn(dials[0], by: 1)
    try other.turn(dials[0], by: -1)
    #expect(workspace.runs.map(\.label) == ["before", "η 0.1"])
    #expect(other.runs.map(\.label) == ["before", "η 3"])
  }

  @Test func twoDialsAreTurnedOneAfterTheOther() throws {
    var (workspace, dials) = try page("- \(rates)\n- \(loss)\n- go: 2 updates")
    try workspace.turn(dials[0], by: 1)
    try workspace.turn(dials[1], by: 1)
    #expect(workspace.runs.map(\.label) == ["loss mse", "loss half_mse"])
    #expect(workspace.runs.map(\.run.baseLearningRate) == [0.8, 0.8])
    #expect(dials.map(workspace.place) == [2, 1])
  }

  /// Where another shape leaves no such parameter, none is selected.
  @Test func shapesMayBeTurned() throws {
    var (workspace, dials) = try page(
      """
      - experiment: {hidden: []}
      - dial: {key: hidden, values: [[], [4], [4, 4]]}
      - go: 2 updates
      """)
    try workspace.turn(dials[0], by: 1)
    #expect(workspace.runs.map(\.run.depth) == [1, 2])
    #expect(workspace.runs.map(\.label) == ["hidden []", "hidden [4]"])
    #expect(workspace.focusedRun.position.update == 2)
  }
}
