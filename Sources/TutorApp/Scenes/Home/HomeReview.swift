import Lessons

extension Model {
  /// What the list says of the questions that are to come back, the next one first; empty where none is.
  var reviewLines: [String] {
    guard let next = questionsToReview.first, let sentence = reviewSentence,
      let lesson = library.first(where: { $0.id == next.lesson }),
      let question = lesson.pages[next.page].question
    else { return [] }
    let said = progress.record(of: lesson.id).answers[next.page]?.tries.first
    let last = said.map { "You said first: \($0)" } ?? "You passed it"
    return [sentence, "\(lesson.number): \(question.promptWords)", "\(last). x asks again."]
  }
}

extension Question {
  /// What is asked; the numbers of its page, which is not at work here, are left out.
  var promptWords: String {
    prompt.spans.map { span in
      switch span {
      case .text(let text, _): text
      case .value: "…"
      case .lineBreak: " "
      }
    }.joined()
  }
}
