import Lessons
import NeuralNetwork

/// Predictions, hints and solutions.
extension Model {
  /// A digit commits a choice, or begins a typed number.
  mutating func answer(digit: Int) -> [Effect] {
    guard let question = place?.answerableQuestion else {
      notice = place?.current.question == nil ? nil : "Answered; → goes on"
      return []
    }
    switch question.kind {
    case .choice(let choices, _):
      guard digit <= choices.count + 1 else {
        notice = "Choose 1 to \(choices.count + 1)"
        return []
      }
      return commit(digit == choices.count + 1 ? nil : digit - 1, of: question)
    case .number, .free:
      place?.typed = String(digit)
      return []
    }
  }

  /// Commits a choice, nil for "not sure".
  private mutating func commit(_ choice: Int?, of question: Question) -> [Effect] {
    record(question.judgement(choice: choice, on: workspace))
  }

  private mutating func record(_ answer: Answer) -> [Effect] {
    guard let place else { return [] }
    self.place?.answers[place.page] = answer
    self.place?.typed = nil
    scrollToEnd()
    progress.record(
      answer: answer.text, isRight: answer.isRight, page: place.page, of: place.lesson.id)
    return [.save(progress)]
  }

  mutating func edit(_ message: LessonScene.Message) -> [Effect] {
    guard let typed = place?.typed, let question = place?.answerableQuestion else { return [] }
    switch message {
    case .type(let character) where !question.takes(character):
      notice = "'\(character)' is no part of a number; Esc leaves the answer open"
    case .type(let character) where typed.count < 24: place?.typed = typed + String(character)
    case .eraseTyped: place?.typed = typed.isEmpty ? nil : String(typed.dropLast())
    case .commitTyped: return commitTyped(typed, to: question)
    default: break
    }
    return []
  }

  private mutating func commitTyped(_ typed: String, to question: Question) -> [Effect] {
    guard let answer = question.judgement(typed: typed, on: workspace) else {
      // The keys are the lesson's again: nobody is caught in a field that takes nothing.
      place?.typed = nil
      notice = "'\(typed)' is no number; type one such as 0.57 or 1e-3"
      return []
    }
    return record(answer)
  }

  mutating func showHint() -> [Effect] {
    guard let place else { return [] }
    let count = place.current.hints.count
    guard count > 0 else {
      notice = "This page has no hints"
      return []
    }
    self.place?.hintsShown[place.page] = min(count, place.hintsShown[place.page, default: 0] + 1)
    scrollToEnd()
    return []
  }

  mutating func showSolution() -> [Effect] {
    guard let place, !place.current.solution.isEmpty else {
      notice = "This page has no solution to show"
      return []
    }
    self.place?.isExploring = true
    return load(place.workspaces[place.page] ?? workspace, acting: place.current.solution)
  }
}

extension Question {
  /// Whether a character may be part of an answer.
  fileprivate func takes(_ character: Character) -> Bool {
    guard case .number = kind else { return true }
    return character.isASCII && (character.isNumber || "+-.,eE/ ".contains(character))
      || character == "−"
  }
}
