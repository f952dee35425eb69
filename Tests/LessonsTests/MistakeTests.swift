import Experiments
import Foundation
import NeuralNetwork
import SeededRandom
import TestProject
import Testing
import Workbench

@testable import Lessons

/// What typed numbers show, kind by kind, on the calculations of the course.
@Suite struct MistakeTests {
  /// A question and the workspace that it is asked on.
  private struct Asked {
    let question: Question
    let workspace: Workspace
    let situation: Situation
  }

  private static let asked: [Asked] = {
    let folder = TestProject.root.appending(path: "lessons").path
    let lessons = (try? LessonLibrary(folder: folder).lessons) ?? []
    return lessons.flatMap { lesson in
      (0..<4).flatMap { Drill.choices(for: lesson.workspace.focusedRun, round: $0) }
    }.compactMap { drill in
      guard let answer = drill.question.kind as? NumberQuestion,
        let situation = Situation(of: answer, in: drill.question, on: drill.workspace)
      else { return nil }
      return Asked(question: drill.question, workspace: drill.workspace, situation: situation)
    }
  }()

  /// A question whose answer is written down, on a run of five samples.
  private static func asked(
    _ expected: Double, tolerance: Double = 0.001, _ prompt: String = "?", wrong: [String] = []
  ) throws -> Asked {
    let workspace = try Samples.lesson().workspace
    let answer = NumberQuestion(value: .number(expected), tolerance: tolerance)
    let question = Question(
      prompt: InlineText(prompt), kind: answer, because: InlineText(""),
      wrong: wrong.map { .init(answer: $0, text: InlineText($0), position: .start) }, proof: nil,
      after: nil,
      position: .init(line: 1))
    let situation = try #require(Situation(of: answer, in: question, on: workspace))
    return Asked(question: question, workspace: workspace, situation: situation)
  }

  @Test func namesAreGivenOnce() {
    #expect(Set(Mistake.all.map(\.name)).count == Mistake.all.count)
  }

  @Test func theCourseHasCalculations() { #expect(Self.asked.count > 50) }

  /// Nobody is accused of a mistake who has made none, at the edge of the tolerance either.
  @Test(arguments: Mistake.all.map(\.name)) func aRightNumberIsNoMistake(name: String) throws {
    let kind = try #require(Mistake.all.first { $0.name == name })
    for asked in Self.asked {
      let situation = asked.situation
      for share in [-0.99, -0.5, 0, 0.5, 0.99] {
        let value = situation.expected + share * situation.tolerance
        #expect(
          kind.remark(value, situation) == nil,
          "\(asked.question.prompt.literal) \(value)")
      }
    }
  }

  /// What a mistake makes of a right number, where that needs no run.
  @Test(arguments: [
    ("sign", -1.0, "The size is right, the sign is not."),
    ("two", 2.0, "There is a factor 2 too many."),
    ("two", 0.5, "A factor 2 is missing."),
    ("mean", 5.0, "That is the sum over the 5 samples: divide by their number."),
    ("mean", 0.2, "That is divided by the 5 samples once too often."),
    ("decimal point", 10, "The digits are right, the point stands in the wrong place."),
    ("decimal point", 0.1, "The digits are right, the point stands in the wrong place."),
    ("decimal point", 1000, "The digits are right, the point stands in the wrong place."),
    ("rounding", 1.009, "That is near: carry more digits on the way, and round at the end."),
    ("side", 1.5, "That is too large."), ("side", 0.8, "That is too small."),
  ])
  func aFactorTellsTheKind(name: String, factor: Double, remark: String) throws {
    for expected in [0.37, 3.7, 370.5] {
      let asked = try Self.asked(expected)
      let typed = "\(expected * factor)"
      let kind = try #require(Mistake.all.first { $0.name == name })
      #expect(kind.remark(expected * factor, asked.situation) == remark, "\(typed)")
      let judged = try #require(asked.question.judgment(typed: typed, on: asked.workspace))
      #expect(judged == Answer(text: typed, isRight: false, remark: remark))
    }
  }

  /// Only a share is said to be one, and percent only where they are asked for.
  @Test(arguments: [
    (0.37, "37", "?", "That is in percent: as a share it is a hundredth."),
    (37, "0.37", "How many percent?", "That is a share: in percent it is a hundred times as much."),
    (3.7, "370", "?", "The digits are right, the point stands in the wrong place."),
    (37, "0.37", "?", "The digits are right, the point stands in the wrong place."),
  ])
  func percentAreOfShares(right: Double, typed: String, prompt: String, remark: String) throws {
    let asked = try Self.asked(right, prompt)
    #expect(asked.question.judgment(typed: typed, on: asked.workspace)?.remark == remark)
  }

  /// Other digits are other digits, however large the tolerance.
  @Test func aPointIsNotBlamedForOtherDigits() throws {
    let asked = try Self.asked(548, tolerance: 10)
    let remark = { asked.question.judgment(typed: $0, on: asked.workspace)?.remark }
    #expect(remark("54.8") == "The digits are right, the point stands in the wrong place.")
    #expect(remark("55.5") == "That is too small.")
  }

  /// Of things to be counted two are too many, and no factor.
  @Test(arguments: ["2", "10"]) func aCountIsTooLarge(typed: String) throws {
    let asked = try Self.asked(1, tolerance: 0)
    #expect(
      asked.question.judgment(typed: typed, on: asked.workspace)?.remark == "That is too large.")
  }

  /// With a rate of 0.01 a number that is a hundred times too large may be a step without its rate as well.
  @Test func aHundredTimesMayBeARateLeftOut() throws {
    let asked = try Self.asked(0.14)
    var workspace = asked.workspace
    workspace.changeFocusedRun { $0.apply(.learningRate(0.01)) }
    #expect(
      asked.question.judgment(typed: "14", on: workspace)?.remark
        == "That is a hundred times as much: is it in percent, or without the learning rate, 0.01?")
  }

  /// Of known wrong numbers that a typed one may be, the nearest speaks.
  @Test(arguments: [("3.207", "3.207"), ("3.22", "3.2"), ("3.2068", "3.207")])
  func theNearestKnownNumberSpeaks(typed: String, known: String) throws {
    let asked = try Self.asked(7.5, wrong: ["3.2", "3.207"])
    #expect(asked.question.judgment(typed: typed, on: asked.workspace)?.remark == known)
  }

  /// A number that is typed with fewer digits may be a known one rounded; the right one rounded is no other's.
  @Test(arguments: [
    (7.5, "3.6", "3.621", "3.621"), (7.5, "3.5", "3.621", "That is too small."),
    (
      0.107142, "0.1077", "0.11",
      "That is near: carry more digits on the way, and round at the end."
    ),
    (1.6, "2", "3.2", "That is too large."),
    (0.107142, "0.11", "0.11", "0.11"), (7.5, "3", "3.2", "That is too small."),
  ])
  func roundedNumbersAreKnown(right: Double, typed: String, known: String, remark: String) throws {
    let asked = try Self.asked(right, tolerance: 0.0001 * right, wrong: [known])
    #expect(asked.question.judgment(typed: typed, on: asked.workspace)?.remark == remark)
  }

  /// Of a parameter that hardly moves nearly the right value is not what another factor in the step would give.
  @Test(arguments: [
    ("0.11", "Right as far as it goes: give more digits."),
    ("0.1053", "That is near: carry more digits on the way, and round at the end."),
    ("0.09", "That is too small."),
  ])
  func nearWinsOverOtherMistakes(typed: String, remark: String) throws {
    let lesson = try Samples.lesson(
      replacing: Samples.recipe,
      with: """
          inputs: [[0.5]]
          targets: [[0.08]]
          layers:
            - {weights: [[0.1]], biases: false, activation: linear}
          loss: half_mse
        """)
    let quantity = try #require(Quantity(parsing: "layer1.w[1,1]"))
    let answer = NumberQuestion(
      value: .reading(QuantityReference(text: "w", quantity: quantity)), tolerance: 1e-4)
    let question = Question(
      prompt: InlineText("?"), kind: answer, because: InlineText(""), wrong: [],
      proof: nil, after: .update, position: .init(line: 1))
    #expect(question.judgment(typed: typed, on: lesson.workspace)?.remark == remark)
  }

  /// The square's derivative is spoken of where something is derived, and nowhere else.
  @Test func aMissingTwoNamesTheDerivative() throws {
    let asked = Self.asked.filter { $0.situation.expected != 0 }
    func derived(_ loss: Loss) throws -> Asked {
      try #require(
        asked.first {
          $0.situation.expected(gradientTimes: 0.5) != nil && $0.situation.run?.loss == loss
        })
    }
    let other = try #require(asked.first { $0.situation.expected(gradientTimes: 0.5) == nil })
    func remark(_ asked: Asked, times factor: Double) -> String? {
      Mistake.two.remark(asked.situation.expected * factor, asked.situation)
    }
    #expect(
      remark(try derived(.meanSquaredError), times: 0.5)
        == "A factor 2 is missing: the derivative of a square has one.")
    let half = try derived(.halfMeanSquaredError)
    #expect(
      remark(half, times: 0.5)
        == "A factor 2 is missing: the derivative of the square brings one, which takes the ½ away."
    )
    #expect(
      remark(half, times: 2)
        == "There is a factor 2 too many: the ½ before the square takes it away.")
    #expect(remark(other, times: 0.5) == "A factor 2 is missing.")
  }

  /// Of a right number below zero the larger one is still the one further to the right.
  @Test(arguments: [(-1.0, "That is too large."), (-9, "That is too small.")])
  func sidesBelowZero(typed: Double, remark: String) throws {
    let asked = try Self.asked(-4)
    #expect(asked.question.judgment(typed: "\(typed)", on: asked.workspace)?.remark == remark)
  }

  /// 0 has no sign, no half and no percent: what is wrong is on one side of it.
  @Test(arguments: [("0.5", "That is too large."), ("-200", "That is too small.")])
  func zeroHasOnlySides(typed: String, remark: String) throws {
    let asked = try Self.asked(0)
    #expect(asked.question.judgment(typed: typed, on: asked.workspace)?.remark == remark)
    #expect(asked.question.judgment(typed: "0", on: asked.workspace)?.isRight == true)
    #expect(asked.question.judgment(typed: "-0", on: asked.workspace)?.isRight == true)
  }

  /// Of a count there is nothing to round, and only of logarithms there are others.
  @Test func kindsKnowWhereTheyHaveNoPlace() throws {
    let count = try Self.asked(200, tolerance: 0.5).situation
    #expect(Mistake.rounding.remark(201, count) == nil)
    #expect(Mistake.logarithm.remark(200 / 2.302585093, count) == nil, "a loss without logarithms")
    #expect(Mistake.forgottenRate.remark(0, count) == nil, "nothing moves")
    #expect(Mistake.uphill.remark(0, count) == nil, "nothing moves")
    #expect(Mistake.missingFactor.remark(0, count) == nil, "no chain")
    #expect(Mistake.updatedWeight.remark(0, count) == nil, "no gradient")
    #expect(Mistake.unmoved.remark(0, count) == nil, "no quantity")
  }

  /// A run that has come to no number has no side to be on.
  @Test(arguments: ["0", "1", "-1e300", "1e300"]) func aLostRunAccusesNobody(typed: String) throws {
    let lost = try Self.asked(.nan)
    #expect(
      lost.question.judgment(typed: typed, on: lost.workspace)
        == Answer(text: typed, isRight: false))
    let above = try Self.asked(.infinity)
    #expect(
      above.question.judgment(typed: typed, on: above.workspace)
        == Answer(text: typed, isRight: false, remark: "That is too small."))
  }

  /// Whatever is typed is judged by the distance alone, and no miss goes without a word.
  @Test(arguments: 0..<4) func everyMissGetsAWord(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed))
    for asked in Self.asked {
      let situation = asked.situation
      let factor = Double.random(in: -3...3, using: &random)
      let value = situation.expected * factor + Double.random(in: -0.1...0.1, using: &random)
      let judged = try #require(
        asked.question.judgment(typed: "\(value)", on: asked.workspace))
      let isRight = abs(value - situation.expected) <= situation.tolerance
      #expect(judged.isRight == isRight && judged.remark.isEmpty == isRight, "\(value)")
    }
  }

  /// Each kind that needs a run is shown by a calculation of the course, with the number that the run itself gives for it.
  @Test func whatARunGivesIsNamed() throws {
    var shown: Set<String> = []
    for asked in Self.asked {
      let situation = asked.situation
      guard let index = situation.movedParameter, let step = situation.run?.step else { continue }
      for (kind, value) in [
        (Mistake.unmoved, step.before(index)), (.uphill, step.before(index) - step.change(index)),
        (.forgottenRate, step.before(index) - step.gradient(index)),
      ] where abs(value - situation.expected) > 2 * situation.tolerance {
        #expect(kind.remark(value, situation) != nil, "\(kind.name): \(value)")
        shown.insert(kind.name)
      }
    }
    #expect(shown == ["unmoved", "uphill", "forgotten rate"])
  }
}
