import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What the learner took a number for stands on every picture that draws it, with one sign, which the legend names.
@Suite struct GuessMarkTests {
  private static func lesson(_ experiment: String, _ ask: String) throws -> Lesson {
    try LessonParser.parse(
      SourceText(
        name: "01-guess.md",
        text: """
          ---
          format: 1
          title: Guess
          summary: A number.
          minutes: 1
          experiment:
          \(experiment.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n"))
          panels: [network, data, curve]
          ---

          ## One

          ```do
          go: update 0
          ```

          ```ask
          question: How much?
          \(ask)
          because: So.
          ```

          """))
  }

  private static let line = """
    inputs: [[1], [2]]
    targets: [[2], [4]]
    layers: [{weights: [[0.5]], biases: [0], activation: linear}]
    loss: mse
    learning_rate: 0.1
    """

  private static let neuron = """
    inputs: [[1]]
    targets: [[1]]
    layers: [{weights: [[2]], biases: [0], activation: sigmoid}]
    loss: mse
    learning_rate: 0.1
    """

  private static let scores = """
    data: {name: moons, samples: 40}
    holdout: 0.25
    hidden: [2]
    loss: bce
    learning_rate: 0.1
    """

  private func tutor(_ experiment: String, _ ask: String, _ answer: String) throws -> Tutor {
    var tutor = try Tutor(Self.lesson(experiment, ask))
    tutor.press("t")
    tutor.enter(answer)
    return tutor
  }

  /// The network shows no gradients: under a unit one would be taken for its bias or its output.
  @Test func aGuessedGradientIsNotANumberOfAUnit() throws {
    let tutor = try tutor(
      Self.neuron, "answer: \"layer1.w[1,1].grad\"\ntolerance: 0.0001", "0.77")
    #expect(!marks(.network, tutor, Size(width: 40, height: 8)).contains("0.77"))
  }

  /// The cells of a panel that have the role of guesses, as text.
  private func marks(_ panel: Panel, _ tutor: Tutor, _ size: Size) -> String {
    var canvas = Canvas(size: size, glyphs: .ascii)
    panel.draw(tutor.model, canvas.bounds, &canvas)
    return (0..<size.height).map { y in
      (0..<size.width).map { x in
        canvas[x, y].style.role == .guess ? String(canvas[x, y].character) : " "
      }.joined()
    }.joined(separator: "\n")
  }

  private func isMarked(_ panel: Panel, _ tutor: Tutor) -> Bool {
    marks(panel, tutor, Size(width: 60, height: 16)).contains("?")
  }

  private func isBlank(_ tutor: Tutor) -> Bool {
    marks(.data, tutor, Size(width: 40, height: 12)).allSatisfy(\.isWhitespace)
  }

  private func legend(_ panel: Panel, _ tutor: Tutor) -> Bool {
    panel.legend(tutor.model).contains { $0.sign.plain == "?" }
  }

  @Test(arguments: [
    (line, "answer: \"output[1]\"\ntolerance: 0.01", "3", [Panel.data, .network]),
    (line, "answer: \"sample2.output[1]\"\ntolerance: 0.01", "3", [.data]),
    (neuron, "answer: \"layer1.z[1]\"\ntolerance: 0.01", "-3", [.curve, .network]),
    (neuron, "answer: \"layer1.a[1]\"\ntolerance: 0.01", "0.2", [.curve, .network, .data]),
    (neuron, "answer: \"layer1.w[1,1]\"\ntolerance: 0.01\nafter: 1 update", "1", [.network]),
    (scores, "answer: update\ntolerance: 0\nafter: 5 updates", "3", [.trainval, .loss]),
  ])
  func aGuessIsMarked(experiment: String, ask: String, answer: String, panels: [Panel]) throws {
    for panel in panels {
      #expect(!legend(panel, try Tutor(Self.lesson(experiment, ask))), "\(panel)")
      var before = try Tutor(Self.lesson(experiment, ask))
      #expect(!isMarked(panel, before), "\(panel)")
      before.press("n", "n")
      #expect(!isMarked(panel, before), "\(panel), passed")
      let tutor = try tutor(experiment, ask, answer)
      #expect(isMarked(panel, tutor), "\(panel)\n\(tutor.lines(panel, 60, 16, .ascii))")
      #expect(legend(panel, tutor), "\(panel)")
    }
  }

  /// A number that was right is ticked: nothing is asked any more.
  @Test(arguments: [("0.8", "✓"), ("0.9", "?")]) func aRightGuessIsTicked(
    answer: String, mark: String
  ) throws {
    let experiment = """
      inputs: [[1]]
      targets: [[2]]
      layers: [{weights: [[0.5]], biases: [0], activation: linear}]
      loss: mse
      learning_rate: 0.1
      """
    let ask = "answer: \"layer1.w[1,1]\"\ntolerance: 0.001\nafter: 1 update"
    var tutor = try tutor(experiment, ask, answer)
    if mark == "?" { tutor.press("n", "n") }
    let lines = tutor.lines(.network, 60, 8)
    #expect(lines[0].contains("+0.8000\(mark)"), "\(lines)")
    #expect(lines.joined().contains("? ") == (mark == "?"), "\(lines)")
    #expect(Panel.network.legend(tutor.model).last?.sign.plain == mark)
  }

  /// Of a height there is a dotted line, and the figures say both numbers once they are told.
  @Test func aGuessedScoreIsALine() throws {
    let ask = "answer: heldout_loss\ntolerance: 0.0001"
    var tutor = try tutor(Self.scores, ask, "0.9")
    #expect(marks(.trainval, tutor, Size(width: 60, height: 16)).contains("guess"))
    #expect(!tutor.lines(.trainval, 60, 16).joined().contains("you said"))
    tutor.press("t")
    tutor.enter("0.8")
    #expect(tutor.lines(.trainval, 60, 16)[0].contains("you said 0.8 · it is "))
    #expect(Panel.trainval.legend(tutor.model).contains(.guessedLine))
  }

  /// A guessed weight gives a line of its own.
  @Test func aGuessedWeightIsALine() throws {
    let ask = "answer: \"layer1.w[1,1]\"\ntolerance: 0.001\nafter: 1 update"
    let none = try Tutor(Self.lesson(Self.line, ask))
    #expect(isBlank(none))
    let tutor = try tutor(Self.line, ask, "1")
    #expect(!isBlank(tutor))
  }

  /// The number of a choice is a guess of what the proof sets against the right one, and of nothing else.
  @Test func aChoiceIsAGuessOfWhatIsProved() throws {
    func guess(_ choices: String, _ answer: String, _ proof: String) throws -> Guess? {
      var tutor = try Tutor(
        Self.lesson(
          Self.line, "choices: \(choices)\nanswer: \(answer)\nproof: \(proof)\nafter: 1 update"))
      tutor.press(.down, .enter)
      return tutor.model.guess
    }
    let right = "layer1.w[1,1] ≈ 1.25 ± 0.001"
    #expect(try guess("[\"2\", \"1.25\", \"3\"]", "\"1.25\"", right)?.value == 2)
    #expect(try guess("[about 2, about 1.2, about 3]", "about 1.2", right)?.value == 2)
    // Three of something else.
    #expect(try guess("[\"2\", \"7\", \"3\"]", "\"7\"", right) == nil)
  }
}
