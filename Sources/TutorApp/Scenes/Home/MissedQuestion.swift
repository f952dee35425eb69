import Lessons

/// A question that was answered wrong.
struct MissedQuestion {
  let lesson: Lesson
  /// Its page, from 0.
  let page: Int
  /// What was asked.
  let prompt: String
  /// What the learner said.
  let answer: String
}

extension Model {
  /// The last question of the latest lesson that has one which was answered wrong.
  var missedQuestion: MissedQuestion? {
    let latest = library.filter { $0.id == progress.current } + library.reversed()
    return latest.lazy.compactMap { missedQuestion(of: $0) }.first
  }

  private func missedQuestion(of lesson: Lesson) -> MissedQuestion? {
    let wrong = progress.record(of: lesson.id).answers.filter { $0.value.isRight == false }
    guard let (page, answer) = wrong.max(by: { $0.key < $1.key }),
      lesson.pages.indices.contains(page), let question = lesson.pages[page].question
    else { return nil }
    // The numbers of a question are those of its page, which is not at work here.
    let words = question.prompt.spans.map { span in
      switch span {
      case .text(let text, _): text
      case .value: "…"
      case .lineBreak: " "
      }
    }
    return MissedQuestion(lesson: lesson, page: page, prompt: words.joined(), answer: answer.text)
  }

  /// Opens the lesson at the question.
  mutating func openMissedQuestion() -> [Effect] {
    guard let missed = missedQuestion else {
      notice = "No question was answered wrong"
      return []
    }
    return open(missed.lesson, at: missed.page)
  }
}
