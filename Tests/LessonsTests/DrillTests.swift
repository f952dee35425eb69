import Foundation
import NeuralNetwork
import TestProject
import Testing
import Workbench

@testable import Lessons

/// Calculations with new numbers.
@Suite struct DrillTests {
  private static let lessons =
    (try? LessonLibrary(folder: TestProject.root.appending(path: "lessons").path).lessons) ?? []
  private static let drilled = [
    "line-fit", "two-neurons", "two-by-two", "xor", "losses", "softmax", "adam",
  ]

  private func run(_ id: String) throws -> Run {
    try #require(Self.lessons.first { $0.id == id }).workspace.focusedRun
  }

  /// The last lesson's ditch under another rule.
  private func ditch(_ optimizer: Optimizer) throws -> Run {
    var experiment = try run("adam").experiment
    experiment.optimizer = optimizer
    return try Run(experiment)
  }

  /// What a rule remembers is asked for first, and the engine knows it.
  @Test(arguments: [
    (Optimizer(.momentum, learningRate: 0.01), "velocity"),
    (Optimizer(.adagrad, learningRate: 0.1), "AdaGrad's s"),
    (Optimizer(.rmsprop, learningRate: 0.01), "RMSprop's s"),
  ])
  func aMemoryIsAskedFor(optimizer: Optimizer, words: String) throws {
    let run = try ditch(optimizer)
    for round in 0..<6 {
      let drill = try #require(Drill.choices(for: run, round: round).first)
      #expect(drill.question.prompt.literal.contains(words), "\(drill.question.prompt.literal)")
      let answer = try #require(drill.question.outcome(on: drill.workspace).answer)
      #expect(drill.question.judgment(typed: answer, on: drill.workspace)?.isRight == true)
    }
  }

  @Test(arguments: drilled) func theEngineKnowsEveryAnswer(id: String) throws {
    let run = try run(id)
    for round in 0..<12 {
      let drill = try #require(Drill.next(like: run, round: round))
      let answer = try #require(drill.question.outcome(on: drill.workspace).answer)
      let judged = try #require(drill.question.judgment(typed: answer, on: drill.workspace))
      #expect(judged.isRight == true, "\(drill.question.prompt.literal) \(answer)")
      #expect(drill.question.judgment(typed: "12345", on: drill.workspace)?.isRight == false)
    }
  }

  /// A question that comes back asks for the same with other numbers, and with others the next day.
  @Test func aQuestionIsAskedAgainWithNewNumbers() throws {
    let lesson = try #require(Self.lessons.first { $0.id == "line-fit" })
    let page = try #require(
      lesson.pages.firstIndex { $0.title == "The rule" && $0.question != nil })
    let question = try #require(lesson.pages[page].question)
    let run = try lesson.workspace(after: page).focusedRun
    let prompts = try (20_000..<20_010).map { day in
      let drill = try #require(Drill.again(question, like: run, day: day))
      let answer = try #require(drill.question.outcome(on: drill.workspace).answer)
      #expect(drill.question.judgment(typed: answer, on: drill.workspace)?.isRight == true)
      return drill.question.prompt.literal
    }
    #expect(Set(prompts).count == prompts.count)
    #expect(prompts.allSatisfy { $0.contains("Where does the update take it?") }, "\(prompts)")
  }

  /// What no drill asks for comes back as it is.
  @Test func aChoiceIsAskedAgainAsItIs() throws {
    let lesson = try #require(Self.lessons.first { $0.id == "line-fit" })
    let question = try #require(
      lesson.pages.lazy.compactMap(\.question).first { $0.kind is ChoiceQuestion })
    #expect(Drill.again(question, like: lesson.workspace.focusedRun, day: 1) == nil)
  }

  @Test(arguments: drilled) func eachRoundHasOtherNumbersAndTheSameRoundTheSame(id: String) throws {
    let run = try run(id)
    let prompts = (0..<12).compactMap { Drill.next(like: run, round: $0)?.question.prompt.literal }
    #expect(Set(prompts).count == 12)
    #expect(Drill.next(like: run, round: 3)?.question.prompt.literal == prompts[3])
  }

  /// Each kind is asked for by a lesson of the course.
  @Test(arguments: DrillKind.all.map(\.name)) func everyKindIsAsked(name: String) throws {
    let kind = try #require(DrillKind.all.first { $0.name == name })
    let runs =
      try Self.drilled.map(run)
      + [Optimizer(.adagrad, learningRate: 0.1), Optimizer(.rmsprop, learningRate: 0.01)].map(ditch)
    #expect(
      runs.contains { run in
        (0..<12).contains { round in
          var stream = RandomStream(seed: UInt64(round), purpose: .parameters)
          guard let workspace = try? Workspace(run.experiment) else { return false }
          return kind.make(workspace, &stream) != nil
        }
      })
  }

  /// Inputs are new, so that nothing is multiplied by 0 or 1 again and again, and the lesson's own data come to nothing else.
  @Test(arguments: drilled) func inputsAreNew(id: String) throws {
    let run = try run(id)
    for round in 0..<12 {
      let drilled = try #require(Drill.next(like: run, round: round)).workspace.focusedRun
      #expect(drilled.dataset.count == 1 && drilled.dataset.inputs.elements.allSatisfy { $0 != 0 })
    }
  }

  /// A lesson's drill asks for what the lesson teaches.
  @Test(arguments: [("softmax", "share"), ("softmax", "true class"), ("losses", "loss")])
  func aDrillIsOfItsLesson(id: String, word: String) throws {
    let run = try run(id)
    let prompts = (0..<12).compactMap { Drill.next(like: run, round: $0)?.question.prompt.literal }
    #expect(prompts.contains { $0.contains(word) }, "\(prompts)")
  }

  @Test func aForgottenRateIsNamed() throws {
    let run = try run("line-fit")
    let steps = (0..<12).compactMap { round -> (Drill, ParameterIndex)? in
      guard let drill = Drill.next(like: run, round: round),
        case .parameter(let index)? = Self.quantity(of: drill)?.kind
      else { return nil }
      return (drill, index)
    }
    let (drill, index) = try #require(steps.first)
    let now = drill.workspace.focusedRun
    let gradient = try #require(now.number("\(index).grad"))
    let typed = "\(now.network[index] - gradient)"
    let judged = try #require(drill.question.judgment(typed: typed, on: drill.workspace))
    #expect(judged.isRight == false && judged.remark.contains("rate"), "\(judged.remark)")
  }

  private static func quantity(of drill: Drill) -> Quantity? {
    guard let answer = drill.question.kind as? NumberQuestion,
      case .reading(let reading) = answer.value
    else { return nil }
    return reading.quantity
  }
}
