import Dispatch
import Experiments
import Lessons
import NeuralNetwork
import Synchronization
import Testing
import Workbench

@testable import TutorApp

/// The worker on its own thread: copies come up, commands go down, and nothing is out of order.
@Suite struct TrainingWorkerTests {
  private let bell = DispatchSemaphore(value: 0)

  /// Copies from the worker until one satisfies a condition, each of which may take three minutes on a busy machine.
  private func copy(from worker: TrainingWorker, where isWanted: (Snapshot) -> Bool) -> Snapshot? {
    for _ in 0..<10_000 {
      guard bell.wait(timeout: .now() + 180) == .success else { return nil }
      if let snapshot = worker.take(), isWanted(snapshot) { return snapshot }
    }
    return nil
  }

  private func worker() -> TrainingWorker {
    let bell = bell
    return TrainingWorker { bell.signal() }
  }

  @Test func aPlayingRunGoesOnUntilItIsPaused() throws {
    let worker = worker()
    defer { worker.stop() }
    worker.send(.load(try Workspace(Samples.xor), acting: [], generation: 1))
    worker.send(.play(.flatOut))
    let playing = copy(from: worker) {
      $0.isPlaying && $0.workspace.focusedRun.position.update > 100
    }
    #expect(playing?.generation == 1)
    worker.send(.change(.learningRate(0.5)))
    let changed = copy(from: worker) { $0.workspace.focusedRun.learningRate == 0.5 }
    let mark = try #require(changed?.workspace.focusedRun.journal.entries.first)
    #expect(mark.update > 100)
    worker.send(.pause)
    #expect(copy(from: worker) { !$0.isPlaying } != nil)
  }

  /// A study holds up no training.
  @Test func aStudyIsMadeBesideTheTraining() throws {
    let worker = worker()
    defer { worker.stop() }
    worker.send(.load(try Workspace(Samples.xor), acting: [], generation: 1))
    let isTrained = DispatchSemaphore(value: 0)
    worker.study(
      Study {
        isTrained.wait()
        return { _ in [.redraw] }
      })
    worker.send(.seek(5))
    #expect(copy(from: worker) { $0.workspace.focusedRun.position.update == 5 } != nil)
    isTrained.signal()
    var findings: [Study.Finding] = []
    while findings.isEmpty, bell.wait(timeout: .now() + 180) == .success {
      findings = worker.takeFindings()
    }
    #expect(findings.count == 1)
  }

  /// Work that waits for its end, as long as nobody ends it.
  @Test func aCommandIsEndedAsIfItHadNotBeenGiven() throws {
    let worker = worker()
    defer { worker.stop() }
    worker.send(.load(try Workspace(Samples.xor), acting: [], generation: 1))
    worker.send(
      .act("endless work") { workspace throws(Diagnostics) in
        workspace.changeFocusedRun { $0.train(updates: 3) }
        while Waiting.goesOn(WorkProgress("Endless", done: 1, unit: "step")) {}
        throw Diagnostics([Diagnostic(file: "work", message: "It was ended.")])
      })
    var progress: WorkProgress?
    while progress == nil, bell.wait(timeout: .now() + 180) == .success {
      progress = worker.takeWork()
    }
    #expect(progress?.sentence == "Endless: 1 step")
    worker.endWork()
    let ended = copy(from: worker) { $0.problem != nil }
    #expect(ended?.problem == "It was ended.")
    #expect(ended?.workspace.focusedRun.position.update == 0)
  }

  /// What was typed while one waited goes with the work that is ended; what is typed after that counts, and so does what a
  /// scene needs.
  @Test func whatWaitsForWorkThatIsEndedIsLeftOut() throws {
    let worker = worker()
    defer { worker.stop() }
    worker.send(.load(try Workspace(Samples.xor), acting: [], generation: 1))
    worker.send(
      .act("endless work") { _ throws(Diagnostics) in
        while Waiting.goesOn(WorkProgress("Endless", done: 1, unit: "step")) {}
        throw Diagnostics([Diagnostic(file: "work", message: "It was ended.")])
      })
    while worker.takeWork() == nil, bell.wait(timeout: .now() + 180) == .success {}
    let rate = ExperimentEdit("learning_rate", value: YAMLNode(0.25))
    worker.send(.advance(.update))
    worker.send(.edit([rate]))
    worker.send(.stop([.update(2)]))
    worker.endWork()
    worker.send(.playTo(5))
    let end = copy(from: worker) { $0.workspace.focusedRun.position.update > 0 && !$0.isPlaying }
    let run = try #require(end).workspace.focusedRun
    #expect(run.position.update == 2 && run.journal.entries.isEmpty)
    #expect(end?.editCount == 1)
  }

  @Test func whatIsLeftOutIsSaidOnce() throws {
    var loop = TrainingLoop()
    loop.perform(.load(try Workspace(Samples.xor), acting: [], generation: 1))
    for command in [TrainingCommand.advance(.update), .undo] { loop.leaveOut(command) }
    #expect(loop.snapshot?.problem == "What was typed meanwhile is left out, too.")
    #expect(loop.snapshot?.workspace.focusedRun.position.update == 0)
  }

  /// Of what cannot say how far it is, one learns at least that it is under way.
  @Test func aCommandThatTakesLongIsSpokenOf() throws {
    let worker = worker()
    defer { worker.stop() }
    let end = DispatchSemaphore(value: 0)
    worker.send(.load(try Workspace(Samples.xor), acting: [], generation: 1))
    worker.send(.act("one large update") { _ throws(Diagnostics) in end.wait() })
    var progress: WorkProgress?
    while progress == nil, bell.wait(timeout: .now() + 180) == .success {
      progress = worker.takeWork()
    }
    #expect(progress == .computing)
    end.signal()
    worker.waitUntilIdle()
    #expect(worker.takeWork() == nil)
  }

  /// An epoch of many updates, and the way back through them, say how far they are.
  @Test func longWaysSayHowFarTheyAre() throws {
    var recipe = Samples.xor
    (recipe.data, recipe.batches) = (.named(.moons, .init(samples: 1000)), .size(1))
    var loop = TrainingLoop()
    loop.perform(.load(try Workspace(recipe), acting: [], generation: 1))
    let said = Mutex<[WorkProgress]>([])
    let waiting = Waiting { progress in said.withLock { $0.append(progress) } }
    Waiting.$current.withValue(waiting) {
      loop.perform(.advance(.epoch))
      loop.perform(.rewind(.update))
    }
    let words = said.withLock { $0.map(\.sentence) }
    #expect(words.contains("Training: 1 of 1000 updates"), "\(words)")
    #expect(words.contains("Training back: 1 of 999 updates"), "\(words)")
    var run = try Run(recipe)
    run.seek(to: Position(update: 999))
    #expect(loop.snapshot?.workspace.focusedRun.position == run.position)
    #expect(loop.snapshot?.workspace.focusedRun.network == run.network)
  }

  /// Who does not want to wait is where they were, with all runs.
  @Test func aLongWayCanBeEnded() throws {
    var loop = TrainingLoop()
    loop.perform(.load(try Workspace(Samples.xor), acting: [], generation: 1))
    loop.perform(.seek(3))
    loop.perform(.toggleComparison)
    let count = Mutex(0)
    let waiting = Waiting(report: { _ in }) {
      count.withLock { count in
        count += 1
        return count > 12
      }
    }
    Waiting.$current.withValue(waiting) { loop.perform(.seek(500)) }
    let snapshot = try #require(loop.snapshot)
    #expect(snapshot.workspace.runs.map(\.run.position.update) == [3, 3])
    #expect(snapshot.problem?.hasPrefix("Ended") == true)
  }

  /// However long a look at all samples takes, most of the time is left for training.
  @Test(arguments: [0, 1, 11, 33, 100, 5000])
  func copiesLeaveTheTimeToTraining(milliseconds: Int) {
    let cost = Duration.milliseconds(milliseconds)
    let pause = TrainingWorker.pause(afterCopyOf: cost)
    #expect(pause >= cost * 2)
    #expect(pause + cost >= .milliseconds(33))
    #expect(pause + cost <= max(.milliseconds(33), cost * 3))
  }

  /// What the worker shows is what the run is without it: the same recipe, the same bits.
  @Test func aCopyEqualsTheRunWithoutAWorker() throws {
    let worker = worker()
    defer { worker.stop() }
    worker.send(.load(try Workspace(Samples.deep), acting: [], generation: 1))
    for _ in 0..<5 { worker.send(.advance(.update)) }
    let found = copy(from: worker) { $0.workspace.focusedRun.position.update == 5 }
    var run = try Run(Samples.deep)
    run.train(updates: 5)
    #expect(found?.workspace.focusedRun.network == run.network)
  }
}

/// What a playing workspace does when its runs come to an end.
@Suite struct TrainingLoopTests {
  @Test func aPlayingRunStopsEarlyWhereItsRecipeSaysSo() throws {
    var recipe = Experiment(
      data: .named(.sine, .init(samples: 20, noise: 0.3)),
      layers: [
        LayerRecipe(units: 32, activation: .tanh), LayerRecipe(units: 32, activation: .tanh),
        LayerRecipe(units: 1, activation: .linear),
      ], loss: .meanSquaredError, optimizer: Optimizer(.adam, learningRate: 0.01),
      holdout: .share(0.5), earlyStopping: EarlyStopping(patience: 40))
    recipe.steps = 5000
    let trial = try Trial(recipe)
    var loop = TrainingLoop()
    loop.perform(.load(try Workspace(recipe), acting: [], generation: 1))
    loop.perform(.play(.flatOut))
    loop.perform(.change(.learningRate(0.01)))
    while loop.isPlaying { loop.trainIfDue() }
    let snapshot = try #require(loop.snapshot)
    #expect(snapshot.problem?.hasPrefix("Stopped early after ") == true)
    #expect(snapshot.workspace.focusedRun.heldOutLoss == trial.heldOutLoss)
    // Playing on is going on, here by one update.
    let update = snapshot.workspace.focusedRun.position.update
    loop.perform(.play(.slow))
    loop.trainIfDue()
    #expect(loop.isPlaying && loop.snapshot?.workspace.focusedRun.position.update == update + 1)
  }

  private static let noisySine = Experiment(
    data: .named(.sine, .init(samples: 20, noise: 0.3)),
    layers: [
      LayerRecipe(units: 32, activation: .tanh), LayerRecipe(units: 1, activation: .linear),
    ],
    loss: .meanSquaredError, optimizer: Optimizer(.adam, learningRate: 0.01),
    holdout: .share(0.5), earlyStopping: EarlyStopping(patience: 40))

  /// The sentence with which playing ends.
  private func ending(_ loop: inout TrainingLoop) throws -> String {
    loop.perform(.play(.flatOut))
    while loop.isPlaying { loop.trainIfDue() }
    return try #require(loop.snapshot?.problem)
  }

  /// Early stopping looks at the whole way: from wherever one plays on, and whatever was changed on the way, it stops where
  /// playing from the beginning does.
  @Test func earlyStoppingIsAMatterOfTheRunAlone() throws {
    var loop = TrainingLoop()
    loop.perform(.load(try Workspace(Self.noisySine), acting: [], generation: 1))
    let first = try ending(&loop)
    let best = try #require(loop.snapshot?.workspace.focusedRun.position.update)
    #expect(first.hasPrefix("Stopped early after \(best + 40) updates"))
    loop.perform(.seek(best + 30))
    #expect(try ending(&loop) == first)
    loop.perform(.seek(best + 20))
    loop.perform(.change(.learningRate(0.0001)))
    let changed = try ending(&loop)
    for place in [0, best / 2, best + 25] {
      loop.perform(.seek(place))
      #expect(try ending(&loop) == changed, "from \(place)")
    }
  }

  /// A rule that was set on the way holds from there on.
  @Test func earlyStoppingHoldsWhereItWasSetOnTheWay() throws {
    var recipe = Self.noisySine
    recipe.earlyStopping = nil
    var loop = TrainingLoop()
    loop.perform(.load(try Workspace(recipe), acting: [], generation: 1))
    loop.perform(.seek(2000))
    loop.perform(.edit([ExperimentEdit("early_stopping", "patience", value: YAMLNode(7))]))
    loop.perform(.stop([.update(4000)]))
    #expect(try ending(&loop).contains(": for 7 epochs the held-out loss reached no new low"))
  }

  /// With the focused run pinned, playing stops for what the others do.
  @Test func aPinnedFocusStopsForTheOthers() throws {
    var workspace = try Workspace(Samples.line)
    try workspace.fork()
    workspace.togglePin()
    let pinned = workspace.focus
    var loop = TrainingLoop()
    loop.perform(.load(workspace, acting: [], generation: 1))
    loop.perform(.stop([.update(20)]))
    loop.perform(.play(.flatOut))
    var slices = 0
    while loop.isPlaying, slices < 10_000 {
      loop.trainIfDue()
      slices += 1
    }
    let snapshot = try #require(loop.snapshot)
    #expect(snapshot.workspace.runs[pinned].run.position.update == 0)
    #expect(snapshot.workspace.runs[1 - pinned].run.position.update == 20)
    #expect(snapshot.problem?.contains("20") == true)
  }

  /// Whoever plays to an update waits for the runs that can get there, and for no other.
  @Test func aRunThatDivergesEndsNeitherTheOthersNorTheWait() throws {
    var loop = TrainingLoop()
    loop.perform(.load(try Workspace(Samples.line), acting: [], generation: 1))
    loop.perform(.toggleComparison)
    loop.perform(.change(.learningRate(50)))
    loop.perform(.playTo(2000))
    var slices = 0
    while loop.isPlaying, slices < 10_000 {
      loop.trainIfDue()
      slices += 1
    }
    let snapshot = try #require(loop.snapshot)
    let runs = snapshot.workspace.runs.map(\.run)
    #expect(!snapshot.isPlaying && runs[1].divergence != nil)
    #expect(runs[0].position.update == 2000 && runs[1].position.update < 2000)
    #expect(snapshot.problem?.contains("R goes back to where the loss was lowest") == true)
  }
}
