import Lessons
import NeuralNetwork
import Testing
import Workbench

@testable import TutorApp

/// What a playing run stops for, looked at from outside of the worker.
@Suite struct StopWatchTests {
  /// The updates at which a watch stops a run that trains to an update, looked at as often as the watch asks for.
  private func stops(_ rule: StopRule, _ run: Run, until last: Int) -> [Int] {
    var (watch, run, stops) = (StopWatch(rule), run, [Int]())
    while run.position.update < last {
      let stride = rule.updatesToLook(run)
      #expect(stride >= 1)
      let before = run.position.update
      run.train(updates: min(stride, last - before))
      if watch.look(at: run) { stops.append(run.position.update) }
      if run.position.update == before { break }
    }
    return stops
  }

  @Test(arguments: [(1, [1]), (7, [7]), (20, [20]), (0, []), (99, [])])
  func anUpdateIsMetOnce(update: Int, expected: [Int]) throws {
    #expect(try stops(.update(update), Run(Samples.line), until: 30) == expected)
  }

  /// Six samples in batches of four: an epoch has two updates.
  @Test(arguments: [(1, [2]), (3, [6]), (0, [])])
  func anEpochEndsAfterItsUpdates(epoch: Int, expected: [Int]) throws {
    var experiment = Samples.classifier(shape: [2, 3, 1])
    experiment.batches = .size(4)
    #expect(try stops(.epoch(epoch), Run(experiment), until: 20) == expected)
  }

  /// An epoch that is counted anew on the way, as other batches count it, is met where it ends.
  @Test func anEpochIsMetAfterAChange() throws {
    var experiment = Samples.classifier(shape: [2, 3, 1])
    experiment.batches = .size(4)
    var run = try Run(experiment)
    run.train(updates: 4)
    experiment.batches = .size(2)
    run.apply(.recipe(experiment, path: "batch_size"))
    #expect(run.epoch == 2 && run.updatesPerEpoch == 3)
    #expect(stops(.epoch(4), run, until: 20) == [10])
  }

  /// The loss of the line is 2 · 0.36^n and falls below 0.1 with the third update; a condition that holds on is met once.
  @Test func aConditionIsMetWhenItBeginsToHold() throws {
    let run = try Run(Samples.line)
    func met(_ text: String) throws -> [Int] {
      try stops(.condition(Condition(parsing: text, name: "test")), run, until: 10)
    }
    #expect(try met("loss < 0.1") == [3])
    #expect(try met("loss < 5") == [1], "it holds from the first look on")
    #expect(try met("loss < 0").isEmpty)
    #expect(try met("update == 4 and loss < 1") == [4])
  }

  /// What held, ceased to hold and holds again is met twice.
  @Test func goingBackMeetsItAnew() throws {
    var run = try Run(Samples.line)
    var watch = StopWatch(.condition(try Condition(parsing: "loss < 0.1", name: "test")))
    run.train(updates: 5)
    var looks = [watch.look(at: run), watch.look(at: run)]
    for update in [1, 5] {
      run.seek(to: Position(update: update))
      looks.append(watch.look(at: run))
    }
    #expect(looks == [true, false, false, true])
  }

  /// With a rate of 0 nothing falls: so many epochs after the first look the plateau is noticed, and then no more.
  @Test(arguments: [1, 2, 5]) func aPlateauIsNoticedAfterItsEpochs(epochs: Int) throws {
    var experiment = Samples.line
    experiment.optimizer = Optimizer(.sgd, learningRate: 0)
    #expect(try stops(.plateau(epochs: epochs), Run(experiment), until: 20) == [epochs + 1])
  }

  @Test func aFallingLossIsNoPlateau() throws {
    #expect(try stops(.plateau(epochs: 2), Run(Samples.line), until: 12).isEmpty)
  }

  @Test func separationNeedsEverySample() throws {
    var run = try Run(Samples.classifier(shape: [2, 8, 1]))
    let met = stops(.separation, run, until: 3000)
    run.train(updates: met.first ?? 0)
    #expect(run.accuracy == (met.isEmpty ? run.accuracy : 1))
    for update in 0..<(met.first ?? 0) where update.isMultiple(of: 50) {
      run.seek(to: Position(update: update))
      #expect(run.accuracy != 1, "update \(update)")
    }
  }

  @Test func divergenceIsTheEnd() throws {
    var experiment = Samples.line
    experiment.optimizer = Optimizer(.sgd, learningRate: 1e6)
    var run = try Run(experiment)
    let met = stops(.divergence, run, until: 1000)
    run.train(updates: 1000)
    #expect(met == [run.position.update] && run.divergence != nil)
    #expect(try stops(.divergence, Run(Samples.line), until: 50).isEmpty)
  }

  // MARK: - Words

  private static let rules: [(StopRule, String)] = [
    (.update(20), "update 20"), (.epoch(3), "epoch 3"), (.plateau(epochs: 5), "plateau 5"),
    (.separation, "separation"), (.divergence, "divergence"),
  ]

  /// A rule is written as a command writes it, and the command reads it so.
  @Test(arguments: rules.indices) func aRuleIsWrittenAsItIsTyped(index: Int) throws {
    let (rule, text) = Self.rules[index]
    #expect(rule.text == text)
    guard rule != .divergence else { return }
    let tutor = try Tutor.playground("xor", "stop off", "stop \(text)")
    #expect(tutor.model.playground?.stops == [rule])
    #expect(
      try Tutor.playground("xor", "stop \(text)", "stop").model.notice?.hasSuffix(text) == true)
  }

  @Test func everyKindIsAmongThem() {
    for kind in StopRule.kinds {
      #expect(Self.rules.contains { $0.1.hasPrefix(kind.word) }, "\(kind.word)")
    }
  }

  /// What has come about is said with the update, and with something to try.
  @Test(arguments: rules.indices) func aStopIsASentenceOfTwo(index: Int) throws {
    var run = try Run(Samples.line)
    run.train(updates: 1)
    let sentence = Self.rules[index].0.sentence(run)
    #expect(sentence.contains("after 1 update") && !sentence.contains("1 updates"))
    #expect(sentence.hasSuffix(".") || sentence.hasSuffix("?"))
  }
}
