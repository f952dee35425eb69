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
      let largest = outputs.firstIndex(of: outputs.max() ?? 0) ?? 0
      #expect(guess == [classes == 1 ? (outputs[0] > 0.5 ? 1 : 0) : largest])
    }
    #expect(
      guesses.mistakes
        == guesses.truths.indices.filter {
          [guesses.truths[$0]] != guesses.guesses[$0]
        })
    for truth in 0..<guesses.confusion.rows {
      for guess in 0..<guesses.confusion.columns {
        let count = guesses.truths.indices.count {
          guesses.truths[$0] == truth && guesses.guesses[$0] == [guess]
        }
        #expect(guesses.confusion[truth, guess] == Double(count), "\(truth) as \(guess)")
      }
      let own = guesses.truths.count { $0 == truth }
      let right = guesses.truths.indices.count {
        guesses.truths[$0] == truth && guesses.guesses[$0] == [truth]
      }
      #expect(guesses.recall(of: truth) == (own == 0 ? nil : Double(right) / Double(own)))
    }
  }

  /// A single output is a class by its side of the boundary; at it, it is both alike.
  @Test(arguments: [
    (0.5, 0.5, [0, 1]), (0.51, 0.5, [1]), (0, 0, [0, 1]), (1e-9, 0, [1]), (-3, 0, [0]),
  ])
  func oneOutputHasTwoSides(output: Double, boundary: Double, expected: [Int]) {
    #expect(Guesses.classes(Matrix([[output]]), boundary: boundary) == [expected])
  }

  /// A tie is no answer: it is a mistake here, and a half in accuracy and confusion, wherever the true class stands among those
  /// that tie.
  @Test func aTieIsTheSameEverywhere() throws {
    let data = Dataset(
      inputs: Matrix([[1], [2], [3]]), targets: Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]]))
    let outputs = Matrix([[0.4, 0.4, 0.2], [0.4, 0.4, 0.2], [0.1, 0.1, 0.8]])
    let guesses = Guesses(.training, data, [0, 1, 2], outputs, boundary: 0.5)
    #expect(guesses.guesses == [[0, 1], [0, 1], [2]] && guesses.mistakes == [0, 1])
    #expect(guesses.mistakeCount == "2 of 3 (ties)")
    #expect(guesses.confusion.row(0) == [0.5, 0.5, 0] && guesses.recall(of: 1) == 0.5)
    let names = ClassNames(["cat", "dog", "hen"])
    #expect(names.said([1]) == "dog" && names.said([0, 1]) == "cat or dog, a tie")
    #expect(names.said([0, 1, 2]) == "a tie of 3 classes" && names.saidBriefly([0, 1]) == "tie")
  }

  /// Weights of 0 make every output a tie: matrix, list and bars say so alike.
  @Test func aNetworkThatKnowsNothingPrefersNoClass() throws {
    var experiment = Samples.images
    for index in experiment.layers.indices { experiment.layers[index].initializer = .zeros }
    let tutor = try Tutor(experiment)
    let guesses = try #require(tutor.model.summary.guesses)
    #expect(guesses.mistakes.count == guesses.truths.count)
    #expect(guessWords(tutor.model)[0].contains("(ties)"))
    #expect(Set(guesses.guesses) == [Array(0..<guesses.classCount)])
    #expect(tutor.lines(.images, 60, 20).contains { $0.contains("→ tie ✗") })
    let bars = OutputShares(tutor.model).rows
    #expect(bars.allSatisfy { $0.isGuess })
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
      #expect(classes.count == 1 && (0..<max(2, columns)).contains(classes[0][0]))
    }
  }
}
