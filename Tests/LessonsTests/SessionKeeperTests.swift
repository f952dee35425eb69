import Experiments
import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Workbench

@Suite final class SessionKeeperTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  private let kept: SessionFolder

  init() { kept = SessionFolder(environment: ["XDG_STATE_HOME": folder.path]) }
  deinit { try? FileManager.default.removeItem(at: folder) }

  /// However many sessions come, the last is what stands in the file when the keeper has finished.
  @Test func theLastSessionIsWritten() throws {
    let keeper = SessionKeeper(kept)
    let workspace = try workspace()
    for number in 1...40 { keeper.keep(maker("a", "\(number)", workspace)) }
    keeper.finish()
    #expect(kept.load().sessions.map(\.name) == ["40"])
    #expect(kept.load().notes == [])
  }

  /// What takes long because the machine is busy with others is waited for: when a key is answered its session is written.
  @Test func aBusyMachineLosesNoKey() throws {
    let keeper = SessionKeeper(kept)
    let workspace = try workspace()
    for number in 1...4 {
      keeper.keep(
        SessionMaker("playground-a") {
          Thread.sleep(forTimeInterval: 0.03)
          return Session(name: "\(number)", workspace)
        })
      #expect(kept.load().sessions.map(\.name) == ["\(number)"])
    }
  }

  /// Sessions stand side by side, those of another program too; of too many the oldest go.
  @Test func sessionsTakeNoPlaceOfOneAnother() throws {
    let (one, other) = (SessionKeeper(kept), SessionKeeper(kept))
    let workspace = try workspace()
    for number in 1...4 {
      one.keep(maker("one-\(number)", "one \(number)", workspace))
      one.finish()
      other.keep(maker("other-\(number)", "other \(number)", workspace))
      other.finish()
    }
    one.keep(maker("one-3", "one 3", workspace))
    one.finish()
    let found = kept.load().sessions
    #expect(found.map(\.name) == ["one 3", "other 4", "one 4", "other 3", "other 2"])
    #expect(found.first?.id == "playground-one-3")
  }

  /// Who goes on with a session writes another file in its place; two programs that go on with one keep both.
  @Test func goingOnTakesTheSessionsPlace() throws {
    let (one, other) = (SessionKeeper(kept), SessionKeeper(kept))
    let workspace = try workspace()
    one.keep(maker("left", "left", workspace))
    one.finish()
    for (keeper, name) in [(one, "one"), (other, "other"), (one, "one")] {
      keeper.keep(
        SessionMaker("playground-\(name)", replacing: "playground-left") {
          Session(name: name, workspace)
        })
      keeper.finish()
    }
    #expect(kept.load().sessions.map(\.name).sorted() == ["one", "other"])
  }

  /// A session is kept after every key, and samples may be many: they are gone through once, those of a new run anew.
  @Test func samplesAreNamedOnce() throws {
    var workspace = try workspace()
    let digest = SamplesDigest()
    let name = digest.name(of: workspace.focusedRun)
    let before = workspace.runs[0]
    try workspace.edit([ExperimentEdit("learning_rate", value: YAMLNode(0.1))])
    #expect(workspace.runs[0].samplesName == name && before.samplesName == name)
    try workspace.edit([ExperimentEdit("data", value: YAMLNode("or"))])
    #expect(workspace.runs[0].samplesName != name)
    #expect(digest.name(of: workspace.focusedRun) == name, "it looks at the samples again")
  }

  private func maker(_ id: String, _ name: String, _ workspace: Workspace) -> SessionMaker {
    SessionMaker("playground-\(id)") { Session(name: name, workspace) }
  }

  private func workspace() throws -> Workspace {
    try Workspace(
      Experiment(
        data: .named(.xor), layers: [LayerRecipe(units: 1, activation: .sigmoid)],
        loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.5)))
  }

  /// What cannot be read is set aside and spoken of, so that nothing takes its place.
  @Test func aDamagedSessionIsSetAside() throws {
    #expect(kept.load().sessions.isEmpty && kept.load().notes.isEmpty)
    let path = try #require(kept.path) + "playground.yaml"
    try FileManager.default.createDirectory(
      atPath: folder.appending(path: "downhill").path, withIntermediateDirectories: true)
    try Data("downhill_session: 1\nruns: [".utf8).write(to: URL(fileURLWithPath: path))
    let (sessions, notes) = kept.load()
    #expect(sessions.isEmpty)
    #expect(notes.first?.hasSuffix("cannot be read; it is kept as \(path).damaged-1.") == true)
    #expect(FileManager.default.fileExists(atPath: path + ".damaged-1"))
    #expect(kept.load().sessions.isEmpty && kept.load().notes.isEmpty)
  }
}
