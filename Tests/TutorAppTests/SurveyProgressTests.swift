import Experiments
import NeuralNetwork
import Synchronization
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What takes its time says how far it is, and Esc ends it.
@Suite struct WorkProgressTests {
  private static let progress = WorkProgress("Reading big.csv", done: 512, of: 2000, unit: "row")

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 140, height: 45)])
  func theStatusSaysHowFarItIsUntilItIsDone(size: Size) throws {
    var tutor = try Tutor(Samples.xor, size: size)
    tutor.model.notice = "The notice of a key"
    update(&tutor.model, working: Self.progress)
    #expect(tutor.screen.contains("Reading big.csv: 512 of 2000 rows · Esc ends it"))
    tutor.press("u")
    #expect(!tutor.screen.contains("Reading"))
  }

  /// Nothing is offered that would not work.
  @Test func whatCannotBeEndedDoesNotSayThatEscEndsIt() throws {
    var tutor = try Tutor(Samples.xor)
    update(&tutor.model, working: .computing)
    #expect(tutor.screen.contains("Computing …") && !tutor.screen.contains("Esc ends"))
  }

  /// A run that plays to an update is stopped by Esc as by the key that pauses.
  @Test func escEndsTheWayToAnUpdate() throws {
    var tutor = try Tutor(Samples.xor)
    tutor.model.target = 500_000
    let effects = update(&tutor.model, .close)
    #expect(effects.contains { if case .send(.pause) = $0 { true } else { false } })
  }

  @Test func escEndsTheWorkAndNothingElse() throws {
    var tutor = try Tutor(Samples.xor)
    tutor.press("z")
    update(&tutor.model, working: Self.progress)
    let effects = update(&tutor.model, .close)
    #expect(effects.contains { if case .endWork = $0 { true } else { false } })
    #expect(tutor.model.look.isZoomed)
    tutor.press("u", .escape)
    #expect(!tutor.model.look.isZoomed)
  }

  /// Bringing a session back may take as long as training it did.
  @Test func aSessionThatIsEndedOnItsWayBackChangesNothing() throws {
    var tutor = try Tutor(Samples.xor)
    tutor.send(.workbench(.advance(.update)))
    tutor.perform(tutor.model.go(to: 250))
    let session = try #require(tutor.kept)
    var workspace = try session.beginning()
    let said = Mutex<[String]>([])
    let ending = Waiting { progress in
      said.withLock { $0.append(progress.sentence) }
    } isOver: {
      said.withLock { $0.count == 2 }
    }
    #expect(throws: Diagnostics.self) {
      try Waiting.$current.withValue(ending) { try workspace.restore(session) }
    }
    #expect(workspace.focusedRun.position.update == 0)
    let sentences = said.withLock(\.self)
    #expect(sentences.first == "Training back: 0 of 250 updates" && sentences.count == 2)
    #expect(sentences.allSatisfy { $0.wholeMatch(of: /Training back: \d+ of 250 updates/) != nil })
    try workspace.restore(session)
    #expect(workspace.focusedRun.network == tutor.run.network)
  }
}

/// How far a survey is, on the status line while it is under way.
@Suite struct SurveyProgressTests {
  @Test func theStatusSaysHowFarItIs() throws {
    var tutor = try Tutor(Samples.xor)
    let generation = tutor.model.generation
    update(
      &tutor.model, surveyed: SurveyProgress(done: 32, count: 500, generation: generation))
    #expect(tutor.screen.contains("32 of 500 starts trained …"))
    tutor.press("u")
    #expect(!tutor.screen.contains("starts trained"))
  }

  @Test func newsOfAnEarlierPageIsIgnored() throws {
    var tutor = try Tutor(Samples.xor)
    update(&tutor.model, surveyed: SurveyProgress(done: 1, count: 2, generation: -1))
    #expect(!tutor.screen.contains("starts trained"))
  }
}
