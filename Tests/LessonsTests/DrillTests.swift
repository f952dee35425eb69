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
  private static let drilled = ["line-fit", "two-neurons", "two-by-two", "xor"]

  private func run(_ id: String) throws -> Run {
    try #require(Self.lessons.first { $0.id == id }).workspace.focusedRun
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

  @Test(arguments: drilled) func eachRoundHasOtherNumbersAndTheSameRoundTheSame(id: String) throws {
    let run = try run(id)
    let prompts = (0..<12).compactMap { Drill.next(like: run, round: $0)?.question.prompt.literal }
    #expect(Set(prompts).count == 12)
    #expect(Drill.next(like: run, round: 3)?.question.prompt.literal == prompts[3])
  }

  /// Each kind is asked for by a lesson of the course.
  @Test(arguments: DrillKind.all.map(\.name)) func everyKindIsAsked(name: String) throws {
    let kind = try #require(DrillKind.all.first { $0.name == name })
    let runs = try Self.drilled.map(run)
    #expect(
      runs.contains { run in
        (0..<12).contains { round in
          var stream = RandomStream(seed: UInt64(round), purpose: .parameters)
          guard let workspace = try? Workspace(run.experiment) else { return false }
          return kind.make(workspace, &stream) != nil
        }
      })
  }

  @Test func aForgottenRateIsNamed() throws {
    let run = try run("line-fit")
    let drill = try #require(Drill.next(like: run, round: 1))
    guard case .parameter(let index)? = Self.quantity(of: drill)?.kind else {
      Issue.record("the second drill of one linear unit is a step")
      return
    }
    let now = drill.workspace.focusedRun
    let gradient = try #require(now.number("\(index).grad"))
    let typed = "\(now.network[index] - gradient)"
    let judged = try #require(drill.question.judgment(typed: typed, on: drill.workspace))
    #expect(judged.isRight == false && judged.remark.contains("rate"), "\(judged.remark)")
  }

  private static func quantity(of drill: Drill) -> Quantity? {
    guard case .number(let answer) = drill.question.kind, case .reading(let reading) = answer.value
    else { return nil }
    return reading.quantity
  }
}
