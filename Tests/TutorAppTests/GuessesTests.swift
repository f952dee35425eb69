import NeuralNetwork
import SeededRandom
import Testing

@testable import TutorApp

/// What a network takes samples for, held to a count by hand.
@Suite struct GuessesTests {
  /// Outputs by chance for samples of so many classes, and their guesses.
  private func guesses(_ seed: Int, classes: Int, boundary: Double = 0.5) -> Guesses {
    var random = SeededRandom(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &random)
    let truths = (0..<count).map { _ in Int.random(in: 0..<max(2, classes), using: &random) }
    let outputs = (0..<count).map { _ in
      (0..<(classes == 1 ? 1 : classes)).map { _ in Double.random(in: -1...2, using: &random) }
    }
    let targets = truths.map { truth in
      classes == 1 ? [Double(truth)] : (0..<classes).map { $0 == truth ? 1.0 : 0 }
    }
    let data = Dataset(
      inputs: Matrix(truths.map { [Double($0)] }), targets: Matrix(targets))
    return Guesses(.training, data, truths, Matrix(outputs), boundary: boundary)
  }

  @Test(arguments: 0..<8, [1, 2, 3, 10]) func countedByHand(seed: Int, classes: Int) {
    let guesses = guesses(seed, classes: classes)
    for (row, guess) in guesses.guesses.enumerated() {
      let outputs = (0..<guesses.outputs.columns).map { guesses.outputs[row, $0] }
      let expected =
        classes == 1 ? (outputs[0] > 0.5 ? 1 : 0) : outputs.firstIndex(of: outputs.max() ?? 0)
      #expect(guess == expected)
    }
    #expect(
      guesses.mistakes
        == guesses.truths.indices.filter {
          guesses.truths[$0] != guesses.guesses[$0]
        })
    for truth in 0..<guesses.confusion.rows {
      for guess in 0..<guesses.confusion.columns {
        let count = guesses.truths.indices.count {
          guesses.truths[$0] == truth && guesses.guesses[$0] == guess
        }
        #expect(guesses.confusion[truth, guess] == Double(count), "\(truth) as \(guess)")
      }
      let own = guesses.truths.count { $0 == truth }
      let right = guesses.truths.indices.count {
        guesses.truths[$0] == truth && guesses.guesses[$0] == truth
      }
      #expect(guesses.recall(of: truth) == (own == 0 ? nil : Double(right) / Double(own)))
    }
  }

  /// A single output is a class by its side of the boundary; at it, it is not yet the upper one.
  @Test(arguments: [(0.5, 0.5, 0), (0.51, 0.5, 1), (0, 0, 0), (1e-9, 0, 1), (-3, 0, 0)])
  func oneOutputHasTwoSides(output: Double, boundary: Double, expected: Int) {
    #expect(Guesses.classes(Matrix([[output]]), boundary: boundary) == [expected])
  }

  /// Without a class there is no guess; with samples held out, those are looked at.
  @Test func classesAndHeldOutSamples() throws {
    #expect(try Guesses(Run(Samples.line)) == nil && Guesses(Run(Samples.twoNeurons)) == nil)
    let images = try Run(Samples.images)
    let guesses = try #require(Guesses(images))
    #expect(guesses.name == "held out" && guesses.truths.count == images.heldOut?.count)
    #expect(try #require(Guesses(Run(Samples.xor))).name == "training")
  }

  /// Whatever the outputs, even where they are no numbers, each sample has a guess.
  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func lostOutputsAreGuessesToo(value: Double) {
    for columns in [1, 3] {
      let outputs = Matrix([Array(repeating: value, count: columns)])
      let classes = Guesses.classes(outputs, boundary: 0.5)
      #expect(classes.count == 1 && (0..<max(2, columns)).contains(classes[0]))
    }
  }
}
