import NeuralNetwork
import Testing
import Workbench

@testable import Lessons

/// Slips in the numbers of two layers of two units, worked out from the run as it stands.
@Suite struct SlipTests {
  /// What is asked for, when, and what a slip makes of it.
  struct Slip: Sendable, CustomStringConvertible {
    let kind: String
    let asked: String
    var after: String?
    let value: @Sendable (Run) -> Double?

    var description: String { "\(kind) of \(asked)" }

    static let all = [
      Slip(kind: "step alone", asked: "layer2.w[1,1]", after: "1 update") {
        number("layer2.w[1,1].change", $0)
      },
      Slip(kind: "forgotten rate", asked: "layer2.w[1,1].change") {
        number("layer2.w[1,1].grad", $0).map { -$0 }
      },
      Slip(kind: "missing factor", asked: "layer2.w[1,1]", after: "1 update") { run in
        // Without h₁ of the gradient.
        guard let old = number("layer2.w[1,1]", run), let delta = number("layer2.delta[1]", run)
        else { return nil }
        return old - 0.3 * delta
      },
      Slip(kind: "extra factor", asked: "layer1.w[1,1].grad") {
        number("layer1.w[1,1].grad", $0).map { 0.3 * $0 }
      },
      Slip(kind: "activation for slope", asked: "layer2.delta[1]") { run in
        guard let output = number("output[1]", run), let delta = number("layer2.delta[1]", run)
        else { return nil }
        return delta / (1 - output)
      },
      Slip(kind: "unbent", asked: "layer1.a[2]") { number("layer1.z[2]", $0) },
      Slip(kind: "unbent", asked: "layer1.z[2]") { number("layer1.a[2]", $0) },
      Slip(kind: "neighbor", asked: "layer1.delta[2]") { number("layer1.delta[1]", $0) },
      Slip(kind: "neighbor", asked: "layer1.w[1,2].grad") { number("layer1.w[2,1].grad", $0) },
      Slip(kind: "neighbor", asked: "layer1.a[2]") { number("layer2.a[2]", $0) },
      Slip(kind: "neighbor", asked: "sample2.layer1.z[1]") { number("layer1.z[1]", $0) },
      Slip(kind: "off by one", asked: "layer2.w[2,1]", after: "4 updates") { run in
        var run = run
        run.train(updates: 3)
        return number("layer2.w[2,1]", run)
      },
      Slip(kind: "off by one", asked: "update", after: "4 updates") { _ in 5 },
    ]

    private static func number(_ name: String, _ run: Run) -> Double? {
      Quantity(parsing: name)?.value(in: run)
    }
  }

  private func lesson(_ slip: Slip) throws -> Lesson {
    try LessonParser.parse(
      Samples.source(
        """
        ---
        format: 1
        title: Two by two
        summary: Two layers.
        minutes: 1
        experiment:
          inputs: [[0.05, 0.1]\(slip.asked.contains("sample") ? ", [0.3, 0.7]" : "")]
          targets: [[0.01, 0.99]\(slip.asked.contains("sample") ? ", [0.01, 0.99]" : "")]
          layers:
            - {weights: [[0.15, 0.2], [0.25, 0.3]], biases: [0.35, 0.35], activation: sigmoid}
            - {weights: [[0.4, 0.45], [0.5, 0.55]], biases: [0.6, 0.6], activation: sigmoid}
          loss: half_mse
          learning_rate: 0.3
        panels: [network]
        ---

        ## One

        ```ask
        question: How much?
        answer: "\(slip.asked)"
        tolerance: 0.00001
        because: So.\(slip.after.map { "\nafter: \($0)" } ?? "")
        ```

        """))
  }

  @Test(arguments: Slip.all)
  func aSlipIsKnownByItsKind(_ slip: Slip) throws {
    let lesson = try lesson(slip)
    let workspace = try lesson.workspace(after: 0)
    let question = try #require(lesson.pages[0].question)
    let answer = try #require(question.kind as? NumberQuestion)
    let situation = try #require(Situation(of: answer, in: question, on: workspace))
    let value = try #require(slip.value(workspace.focusedRun))
    let kinds = Mistake.all.filter { $0.remark(value, situation) != nil }.map(\.name)
    #expect(kinds.first == slip.kind, "\(kinds)")
    #expect(Mistake.all.allSatisfy { $0.remark(situation.expected, situation) == nil })
  }
}
