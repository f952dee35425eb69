import Experiments
import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Workbench

@Suite struct SessionKeeperTests {
  /// However many sessions come, the last is what stands in the file when the keeper has finished.
  @Test func theLastSessionIsWritten() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = SessionFile(environment: ["XDG_STATE_HOME": folder.path])
    let keeper = SessionKeeper(file)
    let workspace = try Workspace(
      Experiment(
        data: .named(.xor), layers: [LayerRecipe(units: 1, activation: .sigmoid)],
        loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.5)))
    for number in 1...40 { keeper.keep { Session(name: "\(number)", workspace) } }
    keeper.finish()
    #expect(file.load().session?.name == "40")
    #expect(file.load().note == nil)
  }

  /// What cannot be read is set aside and spoken of, so that nothing takes its place.
  @Test func aDamagedSessionIsSetAside() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = SessionFile(environment: ["XDG_STATE_HOME": folder.path])
    #expect(file.load() == (nil, nil))
    let path = try #require(file.path)
    try FileManager.default.createDirectory(
      atPath: folder.appending(path: "downhill").path, withIntermediateDirectories: true)
    try Data("downhill_session: 1\nruns: [".utf8).write(to: URL(fileURLWithPath: path))
    let (session, note) = file.load()
    #expect(session == nil)
    #expect(note?.hasSuffix("cannot be read; it is kept as \(path).damaged-1.") == true)
    #expect(FileManager.default.fileExists(atPath: path + ".damaged-1"))
    #expect(file.load() == (nil, nil))
  }
}
