import Foundation
import NeuralNetwork
import TestProject
import Testing

@testable import Experiments

/// The reference of experiment files and of quantities.
@Suite struct ExperimentReferenceTests {
  @Test func everyNameIsInIt() throws {
    let pages = try ["experiment", "lesson-format"].map {
      try String(
        contentsOf: TestProject.root.appending(path: "docs/reference/\($0).md"), encoding: .utf8)
    }
    let words = Set(
      pages.joined().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let names =
      Loss.names + Activation.names
      + Optimizer.Rule.names + NamedDataset.names
      + Scaling.allCases.map(\.rawValue) + Initializer.names
      + Schedule.names + Quantity.Figure.names
    let missing = names.filter { !words.contains($0) }
    #expect(missing.isEmpty, "run 'make reference'")
  }
}
