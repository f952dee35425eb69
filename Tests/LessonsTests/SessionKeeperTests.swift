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
    #expect(file.load()?.name == "40")
  }
}
