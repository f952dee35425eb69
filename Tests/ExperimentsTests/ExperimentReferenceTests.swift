import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

/// The README's table of an experiment file's keys.
@Suite struct ExperimentReferenceTests {
  @Test func theReadmeHasEveryField() throws {
    let readme = try String(
      contentsOf: TestProject.root.appending(path: "README.md"), encoding: .utf8)
    #expect(
      readme.contains(ExperimentField.table), "the table should be:\n\(ExperimentField.table)")
  }

  @Test func everyNameIsInTheReadme() throws {
    let readme = try String(
      contentsOf: TestProject.root.appending(path: "README.md"), encoding: .utf8)
    let words = Set(readme.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let names =
      Loss.names + Activation.names
      + Optimizer.Rule.names + NamedDataset.names
      + Scaling.allCases.map(\.rawValue) + Initializer.names
      + Schedule.names + Quantity.Figure.names
    for name in names { #expect(words.contains(name), "the README does not say: \(name)") }
  }
}
