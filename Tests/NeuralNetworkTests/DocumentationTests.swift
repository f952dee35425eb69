import Foundation
import NeuralNetwork
import Testing

@Suite struct DocumentationTests {
  /// The example of the library's documentation page, word for word.
  @Test func theExampleTrainsXOR() throws {
    let experiment = Experiment(
      data: .named(.xor),
      layers: [
        LayerRecipe(units: 8, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.1))
    var run = try Run(experiment)
    run.train(updates: 200)
    #expect(run.accuracy == 1)
    #expect(run.step.loss < 0.05)
  }

  /// Between its import and its last line, which prints, the page's example stands in the test above.
  @Test func theExampleIsTheOneOfThePage() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "Sources/NeuralNetwork/NeuralNetwork.docc/NeuralNetwork.md"),
      encoding: .utf8)
    let example = try #require(
      page.firstMatch(of: /```swift\nimport NeuralNetwork\n\n((?s).*?)print\(.*\n```/))
    let lines = example.1.split(separator: "\n").map { "    \($0)\n" }
    #expect(try String(contentsOfFile: #filePath, encoding: .utf8).contains(lines.joined()))
  }
}
