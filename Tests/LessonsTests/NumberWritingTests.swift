import Experiments
import NeuralNetwork
import Testing
import Workbench

@testable import Lessons

/// Numbers of texts at the edges of how they are written, and numbers that are typed.
@Suite struct NumberWritingTests {
  @Test(arguments: [
    (999_999.0, "999999"), (1_000_000.0, "1.00e6"), (0.0001, "0.0001"), (0.00009999, "1.00e-4"),
    (9999.4, "9999"), (9999.6, "10000"), (12345.6, "12346"), (-2.5, "-2.5"),
    (0.30000000000000004, "0.3"),
    (1.0 / 3, "0.3333"), (-1e-9, "-1.00e-9"), (100.25, "100.2"),
  ])
  func automatically(value: Double, text: String) {
    #expect(NumberFormat.automatic.text(value) == text)
  }

  @Test(arguments: [
    (0.0994, "9.9 %"), (0.0995, "10 %"), (1, "100 %"), (-0.05, "-5.0 %"), (0.004, "0.4 %"),
  ])
  func asShares(value: Double, text: String) {
    #expect(NumberFormat.percent.text(value) == text)
  }

  @Test(arguments: [
    (1.5, 0, "2e0"), (12345, 3, "1.234e4"), (0, 1, "0.0e0"), (-0.00102, 2, "-1.02e-3"),
  ])
  func withExponents(value: Double, decimals: Int, text: String) {
    #expect(NumberFormat.scientific(decimals).text(value) == text)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("1,5", 1.5), ("−2", -2), (" 1 000 ", 1000), ("+3", 3), ("1e-3", 0.001),
    ("1E2", 100), (".5", 0.5), ("3/4", 0.75), ("-1/8", -0.125), ("1/0.5", 2),
  ])
  func numbersAreReadAsPeopleTypeThem(text: String, value: Double) {
    #expect(TypedNumber.value(of: text) == value)
  }

  /// A comma that may group digits may also be a decimal one: either is taken.
  @Test(arguments: [
    ("47,700", [47700, 47.7]), ("1,234,567.5", [1_234_567.5]), ("-2,718", [-2718, -2.718]),
    ("0,375", [0.375]), ("47,70", [47.7]), ("1234,567", [1234.567]), (",500", [0.5]), ("1,2,3", []),
  ])
  func commasGroupDigitsOrAreDecimal(text: String, values: [Double]) {
    #expect(TypedNumber.readings(of: text) == values)
  }

  @Test(arguments: [
    "", "-", "1e", "abc", "nan", "inf", "0x10", "1e999", "1.2.3", "1,2,3", "1/0", "1/", "1/2/3",
    "/2",
  ])
  func whatIsNoNumberIsNone(text: String) {
    #expect(TypedNumber.value(of: text) == nil)
  }

  /// A wrong answer whose kind is known: on a chain of two units, by the numbers of its own step.
  @Test(arguments: ["missing factor", "updated weight", "sign", "two"])
  func mistakesOnAChainAreNamed(kind: String) throws {
    let lesson = try Samples.lesson(
      replacing: Samples.recipe,
      with: """
          inputs: [[0.5]]
          targets: [[1]]
          layers:
            - {weights: [[0.6]], biases: [0.1], activation: sigmoid}
            - {weights: [[-0.8]], biases: [0.3], activation: sigmoid}
          loss: half_mse
        """)
    var workspace = lesson.workspace
    try workspace.go(.phase(.backward(layer: 1)), at: .init(line: 1))
    let quantity = try #require(Quantity(parsing: "layer1.w[1,1].grad"))
    let answer = NumberQuestion(
      value: .reading(QuantityReference(text: "layer1.w[1,1].grad", quantity: quantity)),
      tolerance: 1e-6)
    let question = Question(
      prompt: InlineText("?"), kind: answer, because: InlineText(""), wrong: [],
      proof: nil, after: nil, position: .init(line: 1))
    let situation = try #require(Situation(of: answer, in: question, on: workspace))
    let run = workspace.focusedRun
    let a = run.step.activations(layer: 2)[0, 0]
    var later = run
    later.train(updates: 1)
    let typed: [String: Double] = [
      "missing factor": situation.expected / (a * (1 - a)), "sign": -situation.expected,
      "two": situation.expected / 2,
      "updated weight": try #require(quantity.value(in: later)),
    ]
    let value = try #require(typed[kind])
    let said = try #require(question.judgment(typed: "\(value)", on: workspace))
    let mistake = try #require(Mistake.all.first { $0.name == kind })
    #expect(said.isRight == false && !said.remark.isEmpty)
    #expect(said.remark == mistake.remark(value, situation))
    if kind == "missing factor" {
      #expect(said.remark == "A factor of the chain is missing: the slope f′(z) of layer 2.")
    }
  }
}
