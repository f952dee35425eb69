import Experiments
import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp
@testable import Workbench

/// What was edited in a playground stays with its session: to be taken back, and to be told of.
@Suite struct EditHistoryTests {
  /// A session left and gone on with, as from its file.
  private func goneOn(with tutor: Tutor) throws -> Tutor {
    let text = try #require(tutor.kept).text
    var other = try Tutor.gallery()
    let session = try Session(SourceText(name: "kept", text: text))
    #expect(session.text == text)
    other.perform(other.model.open(.session(session)))
    return other
  }

  /// Changes under way, new starts, samples, forks: all are taken back after going on, and made again.
  @Test func everyEditIsTakenBackAfterGoingOn() throws {
    var tutor = try Tutor.playground("xor")
    var states = [tutor.model.workspace]
    for command in [
      "set learning_rate 0.2", "set hidden [3]", "set l2 0.01", "point add 0.5 0.5 1", "fork",
      "weight layer1.w[1,1] 0.5", "unit add 1", "seed 7",
    ] {
      tutor.press("u", "u", ":")
      states[states.count - 1] = tutor.model.workspace
      tutor.enter(command)
      states.append(tutor.model.workspace)
    }
    var other = try goneOn(with: tutor)
    #expect(other.model.workspace.hasNumbers(of: states[states.count - 1]))
    for state in states.dropLast().reversed() {
      other.press("Z")
      #expect(other.model.notice?.hasPrefix("Undone: ") == true)
      #expect(other.model.workspace.hasNumbers(of: state), "\(other.model.notice ?? "")")
    }
    // What was taken back is kept, too.
    other = try goneOn(with: other)
    for state in states.dropFirst() {
      other.press("Y")
      #expect(other.model.workspace.runs.count == state.runs.count)
    }
    #expect(other.model.workspace.focusedFile.document["seed"] != nil)
    other.press("Y")
    #expect(other.model.notice == "There is nothing to do again.")
  }

  /// More edits than are kept whole come back, trained anew.
  @Test func manyEditsAreTakenBack() throws {
    var tutor = try Tutor.playground("xor")
    let first = tutor.run
    for number in 0..<50 {
      tutor.press("u")
      tutor.perform(tutor.model.run(command: "set l2 0.0\(number + 1)"))
    }
    #expect(tutor.model.history.past.count { $0.whole != nil } == 32)
    for _ in 0..<50 { tutor.press("Z") }
    #expect(tutor.run.position.update == 1)
    tutor.press("U")
    #expect(tutor.run.network == first.network)
  }

  /// An experiment that is saved says what was changed before it began anew.
  @Test func aSavedExperimentTellsOfEveryStart() throws {
    var tutor = try Tutor.playground(
      "xor", "step 5", "set learning_rate 0.02", "step 7", "set hidden [3, 3]", "step 2",
      "set l2 0.01", "step")
    let story = [
      "before update 6: learning_rate 0.02", "after 12 updates: a new run with hidden [3, 3]",
      "before update 3: l2 0.01",
    ]
    let comment = "# What was changed on the way:\n" + story.map { "#   \($0)\n" }.joined()
    #expect(tutor.model.experimentText(for: "x.yaml").contains(comment))
    tutor = try goneOn(with: tutor)
    #expect(tutor.model.experimentText(for: "x.yaml").contains(comment))
  }

  /// What begins again has all settings that were changed on the way from its first update on, and only them.
  @Test func aRestartKeepsTheSettingsInForce() throws {
    let tutor = try Tutor.playground(
      "xor", "step 5", "set l2 0.01", "set layer1.w[1,1] 3", "step", "set batch_size 2",
      "restart")
    let fresh = try Tutor.playground("xor", "set l2 0.01", "set batch_size 2")
    #expect(tutor.run.position.update == 0 && tutor.run.network == fresh.run.network)
    #expect(tutor.run.activeExperiment == fresh.run.activeExperiment)
    #expect(tutor.model.experimentText(for: "x.yaml").contains("after 6 updates: begun again"))
    var (one, other) = (tutor.run, fresh.run)
    one.train(updates: 9)
    other.train(updates: 9)
    #expect(one.network == other.network)
  }

  /// A number typed by hand is none of the recipe's: it neither stays nor comes again on the way.
  @Test func aRestartHasTheFirstNumbers() throws {
    let fresh = try Tutor.playground("xor", "step 5")
    for command in ["weight layer1.w[1,1] 3", "freeze layer 1"] {
      var tutor = try Tutor.playground(
        "xor", "weight layer1.w[1,2] 2", "step 2", "weight layer1.w[1,1] 3", command)
      tutor.press("u", "r")
      #expect(tutor.run.position.update == 0)
      #expect(tutor.run.parameters == fresh.run.atStart.parameters)
      #expect(tutor.model.notice?.contains("2 changes of parameters by hand are gone") == true)
      if command.hasPrefix("weight") {
        tutor.press("u", "u", "u", "u", "u")
        #expect(tutor.run.network == fresh.run.network)
      }
      tutor.press("Z")
      #expect(tutor.run.journal.entries.count { !$0.change.isSetting } == 2)
    }
  }

  /// What a page sets before the first update is where its runs begin.
  @Test func aLessonsRestartKeepsItsBeginning() throws {
    var workspace = try Workspace(Samples.line)
    let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)
    workspace.changeFocusedRun {
      $0.apply(.parameter(weight, 3))
      $0.train(updates: 2)
      $0.apply(.parameter(weight, 5))
      $0.train(updates: 1)
    }
    workspace.restart(keepingStart: true)
    #expect(workspace.focusedRun.network[weight] == 3)
    #expect(workspace.focusedRun.journal.entries.map(\.update) == [0])
    workspace.restart()
    #expect(workspace.focusedRun.network[weight] == 0)
  }

  /// Large samples leave room for fewer edits, so that a file of them is read and written at once.
  @Test func theFileOfASessionStaysSmall() throws {
    // Where samples are scaled, each edit writes them all out.
    var tutor = try Tutor.playground("moons", "set scaling standard")
    for step in 0..<40 {
      tutor.press("u")
      tutor.perform(tutor.model.run(command: "point add 0.\(step + 1) 0.5 1"))
    }
    #expect(tutor.model.history.past.count == 41)
    let session = try #require(tutor.kept)
    let read = try Session(SourceText(name: "kept", text: session.text))
    #expect(session.text.count < 400_000 && (5..<40).contains(read.past.count))
    #expect(read.past.last == session.past.last && read.now == session.now)
  }

  /// What panels show of the way is there again, too.
  @Test func theWayIsObservedAgain() throws {
    var workspace = try Workspace(Samples.xor)
    workspace.observe { _ in .scores }
    workspace.changeFocusedRun { $0.train(updates: 9) }
    var other = try Workspace(Samples.xor)
    other.observe { _ in .scores }
    try other.restore(Session(name: "x", workspace))
    #expect(other.focusedRun.history.observations == workspace.focusedRun.history.observations)
    #expect(other.focusedRun.history.observations.count == 9)
  }

  // MARK: The history alone

  private func workspaces(_ count: Int) throws -> [Workspace] {
    let start = try Workspace(Samples.line)
    return (0..<count).map { index in
      var workspace = start
      workspace.forEachRun { $0.train(updates: index) }
      return workspace
    }
  }

  @Test func nothingIsTakenBackWhereNothingWasDone() throws {
    var history = EditHistory()
    var now = try workspaces(1)[0]
    let edits = [try history.undo(&now), try history.redo(&now)]
    #expect(edits.allSatisfy { $0 == nil })
  }

  /// All the way back and all the way ahead again, with the names of the edits in between.
  @Test func theWayBackIsTheWayThereBackwards() throws {
    let all = try workspaces(5)
    var (history, now) = (EditHistory(), all[4])
    for index in 1..<5 { history.note(all[index - 1], "edit \(index)") }
    for index in (1..<5).reversed() {
      let edit = try history.undo(&now)
      #expect(now.focusedRun.position.update == index - 1 && edit == "edit \(index)")
    }
    for index in 1..<5 {
      let edit = try history.redo(&now)
      #expect(now.focusedRun.position.update == index && edit == "edit \(index)")
    }
    let end = try history.redo(&now)
    #expect(end == nil)
  }

  /// Whoever edits after going back leaves what came later behind.
  @Test func aNewEditForgetsWhatWasTakenBack() throws {
    var now = try workspaces(1)[0]
    var history = EditHistory()
    history.note(now, "first")
    _ = try history.undo(&now)
    history.note(now, "second")
    let edits = [try history.redo(&now), try history.undo(&now), try history.undo(&now)]
    #expect(edits == [nil, "second", nil])
  }

  @Test func onlySoManyAreKept() throws {
    var now = try workspaces(1)[0]
    var history = EditHistory()
    for index in 0..<(EditHistory.most + 9) { history.note(now, "\(index)") }
    var edits: [String] = []
    while let edit = try history.undo(&now) { edits.append(edit) }
    #expect(edits.count == EditHistory.most && edits.last == "9")
  }
}

extension Run {
  /// The run before the first update.
  fileprivate var atStart: Run {
    var run = self
    run.seek(to: Position(update: 0))
    return run
  }

  /// The numbers of its network, whichever of them are frozen.
  fileprivate var parameters: [Double] { network.parameterIndices.map { network[$0] } }
}
