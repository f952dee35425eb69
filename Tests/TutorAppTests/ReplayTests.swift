import Experiments
import NeuralNetwork
import Testing
import Workbench

@testable import TutorApp

/// Every setting, changed under way on every data set: time still runs both ways, and what is kept brings it all back.
@Suite struct ReplayTests {
  @Test(arguments: ExperimentField.all.map(\.name), NamedDataset.all.map(\.name))
  func everySettingChangedOnEveryDataSet(key: String, data: String) throws {
    let field = try #require(ExperimentField.named(key))
    for example in field.examples + ["null"] {
      var loop = try Self.loop(on: data)
      let before = try #require(loop.snapshot).workspace
      let value = try ExperimentDocument(SourceText(name: "x", text: "\(key): \(example)"))[key]
      loop.perform(.edit([ExperimentEdit(key, value: try #require(value))]))
      // What does not go with a data set is refused, and changes nothing.
      if loop.snapshot?.problem != nil {
        #expect(loop.snapshot?.workspace.hasNumbers(of: before) == true, "\(example)")
        continue
      }
      for _ in 0..<7 { loop.perform(.advance(.update)) }
      try expectBothWays(loop, before, "\(example)")
    }
  }

  private static func loop(on data: String) throws -> TrainingLoop {
    let text = """
      data: \(data)
      hidden: [3]
      holdout: 0.25
      batch_size: 2
      learning_rate: 0.05
      """
    var loop = TrainingLoop()
    let file = try ExperimentFile(SourceText(name: "x", text: text))
    loop.perform(.load(try Workspace(file), acting: [], generation: 1))
    for _ in 0..<5 { loop.perform(.advance(.update)) }
    return loop
  }

  private func expectBothWays(
    _ loop: TrainingLoop, _ before: Workspace, _ example: String
  ) throws {
    let changed = try #require(loop.snapshot).workspace
    #expect(changed.focusedRun.comesBack, "\(example)")
    #expect(try changed.survivesItsSession(), "\(example)")
    #expect(try changed.survivesItsCode(), "\(example)")
    var loop = loop
    loop.perform(.undo)
    #expect(loop.snapshot?.workspace.hasNumbers(of: before) == true, "\(example)")
    loop.perform(.redo)
    #expect(loop.snapshot?.workspace.hasNumbers(of: changed) == true, "\(example)")
  }
}
