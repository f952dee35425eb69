import Foundation
import NeuralNetwork
import Testing

/// The examples of the library's articles, word for word, and what they say comes out.
@Suite struct ArticleTests {
  @Test func aTour() throws {
    let line = Experiment(
      data: .explicit(inputs: [[-1], [1]], targets: [[-2], [2]]),
      layers: [
        LayerRecipe(units: 1, activation: .linear, explicit: ExplicitParameters(weights: [[0]]))
      ],
      loss: .meanSquaredError, optimizer: Optimizer(.sgd, learningRate: 0.25))
    var run = try Run(line)
    let weight = ParameterIndex.weight(layer: 1, unit: 1, input: 1)
    let loss = run.step.loss  // (2² + 2²) / 2 = 4
    let slope = run.step.gradient(weight)  // 2 (w − 2) = −4
    let change = run.step.change(weight)  // 0.25 · 4 = 1
    run.train(updates: 1)
    let w = run.network[weight]  // 0 + 1
    #expect(loss == 4 && slope == -4 && change == 1 && w == 1)
  }

  @Test func timeRunsBothWays() throws {
    let moons = Experiment(
      data: .named(.moons),
      layers: [
        LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.adam, learningRate: 0.05),
      batches: .size(16))
    var run = try Run(moons)
    run.train(updates: 100)
    let then = run.network
    run.train(updates: 50)
    run.rewind(by: .update, count: 50)
    let again = run.network  // the same bits as `then`
    #expect(again == then)
    run.train(updates: 1)
    #expect(run.network != then)
  }

  @Test func gradientsCanBeChecked() throws {
    let xor = Experiment(
      data: .named(.xor),
      layers: [
        LayerRecipe(units: 3, activation: .silu), LayerRecipe(units: 1, activation: .sigmoid),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.5))
    let run = try Run(xor)
    let checks = run.network.parameterIndices.map { GradientCheck.check($0, in: run) }
    let worst = checks.map { abs($0.numerical - $0.analytic) }.max() ?? 0  // about 1e-10
    #expect(checks.count == 13 && worst < 1e-8)
  }

  @Test func comparisonsAreFair() throws {
    let base = Experiment(
      data: .named(.moons),
      layers: [
        LayerRecipe(units: 4, activation: .tanh), LayerRecipe(units: 1, activation: .sigmoid),
      ],
      loss: .binaryCrossEntropy, optimizer: Optimizer(.sgd, learningRate: 0.1), batches: .size(20))
    var run = try Run(base)
    run.train(updates: 40)
    var fork = run
    let problem = fork.apply(.learningRate(0.2))  // nil: the run takes it
    let before = (run.step.sampleIndices, fork.step.sampleIndices)  // the same samples
    run.train(updates: 40)
    fork.train(updates: 40)
    let losses = (run.step.loss, fork.step.loss)  // from one start, by two rates
    #expect(problem == nil && before.0 == before.1 && before.0.count == 20)
    #expect(losses.0 != losses.1)
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let catalog = root.appending(path: "Sources/NeuralNetwork/NeuralNetwork.docc")

  static let articles = ((try? FileManager.default.contentsOfDirectory(atPath: catalog.path)) ?? [])
    .filter { $0 != "NeuralNetwork.md" }.sorted()

  /// Its examples stand in the tests above, or are files that the tests are compiled with.
  @Test(arguments: articles) func theExamplesAreThoseOfTheArticle(_ name: String) throws {
    let page = try String(contentsOf: Self.catalog.appending(path: name), encoding: .utf8)
    let addition = Self.root.appending(path: "Tests/NeuralNetworkTests/Additions/SignSGD.swift")
    let compiled =
      try String(contentsOfFile: #filePath, encoding: .utf8)
      + String(contentsOf: addition, encoding: .utf8)
    let examples = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(!examples.isEmpty)
    for example in examples {
      let lines = example.split(separator: "\n").filter { $0 != "import NeuralNetwork" }
      #expect(
        compiled.contains(lines.joined(separator: "\n"))
          || compiled.contains(lines.map { "    \($0)" }.joined(separator: "\n")), "\(example)")
    }
  }

  /// The first page leads to every article.
  @Test(arguments: articles) func theFirstPageNamesIt(_ name: String) throws {
    let first = try String(
      contentsOf: Self.catalog.appending(path: "NeuralNetwork.md"), encoding: .utf8)
    #expect(first.contains("<doc:\(name.dropLast(3))>"))
  }
}
