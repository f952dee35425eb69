import NeuralNetwork
import Workbench

extension Drill {
  /// How many rounds are looked through for a calculation of one kind, which not all numbers allow.
  private static let mostRounds = 20

  /// A question's calculation with new numbers, which the day decides; nil where no kind of drill asks for the same.
  public static func again(_ question: Question, like run: Run, day: Int) -> Drill? {
    guard question.calculation != nil else { return nil }
    return (0..<mostRounds).lazy.compactMap { round in
      choices(for: run, round: day * mostRounds + round)
        .first { $0.question.calculation == question.calculation }
    }.first
  }
}

/// What is to be worked out, whatever the numbers are.
private struct Calculation: Hashable {
  enum Result: Hashable {
    case sum, activation, loss, gradient, parameter, change, squares
  }

  let result: Result
  let after: Move?
}

extension Question {
  /// What is to be worked out for a typed number; nil where that is nothing that drills know.
  fileprivate var calculation: Calculation? {
    guard kind is NumberQuestion, let result = guessed?.kind.result else { return nil }
    return Calculation(result: result, after: after)
  }
}

extension Quantity.Kind {
  fileprivate var result: Calculation.Result? {
    switch self {
    case .preActivation: .sum
    case .activation, .output: .activation
    case .loss, .dataLoss, .batchLoss: .loss
    case .gradient: .gradient
    case .parameter: .parameter
    case .change: .change
    case .secondMoment: .squares
    default: nil
    }
  }
}
