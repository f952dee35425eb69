import Foundation
import NeuralNetwork
import Testing

@testable import Lessons

/// The README's table of an experiment file's keys.
@Suite struct ExperimentReferenceTests {
  private static let keys =
    ExperimentParser.keys + LayerParser.keys + TrainingParser.optimizerKeys
    + Schedule.all.flatMap { $0.settings.map(\.key) }

  @Test func everyKeyIsInTheReadme() throws {
    let readme = try String(
      contentsOf: Samples.root.appending(path: "README.md"), encoding: .utf8)
    for key in Set(Self.keys) {
      let isNamed = ["`\(key)`", "`\(key):", "{\(key):", ", \(key):", "{\(key)", ", \(key)"]
        .contains(where: readme.contains)
      #expect(isNamed, "the README does not say: \(key)")
    }
  }

  @Test func everyNameIsInTheReadme() throws {
    let readme = try String(
      contentsOf: Samples.root.appending(path: "README.md"), encoding: .utf8)
    let words = Set(readme.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let names =
      Loss.names + Activation.names
      + Optimizer.Rule.names + NamedDataset.names
      + Scaling.allCases.map(\.rawValue) + Initializer.names
      + Schedule.names
    for name in names { #expect(words.contains(name), "the README does not say: \(name)") }
  }
}
