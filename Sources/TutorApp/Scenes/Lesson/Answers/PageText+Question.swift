import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// How far the learner is with a question.
struct Answering {
  /// What was said; nil: nothing.
  var prediction: Prediction?
  /// What is told; nil while something is left to guess.
  var outcome: Outcome?
  /// The answer that is being given; nil before the first key of it.
  var entry: (any AnswerEntry)?
  /// What is being typed.
  var typed: String?
}

// The question of a page, set for a width.

extension PageText {
  /// The question, as far as it is answered.
  func question(_ answering: Answering = Answering()) -> [StyledText] {
    guard let question = page.question else { return [] }
    return prompt(of: question) + groups(question, answering).flatMap { $0 } + verdict(answering)
  }

  private func groups(_ question: Question, _ answering: Answering) -> [[StyledText]] {
    (answering.entry ?? question.entry).lines(answering, setter)
  }

  /// The question's sentence; the steps of a calculation ask by the one that is left out.
  private func prompt(of question: Question) -> [StyledText] {
    let prompt = setter.text(question.prompt, .heading)
    let isAsked = page.blocks.contains { block in
      guard case .code(let lines, _) = block else { return false }
      return lines.contains { setter.text($0, .text).plain == prompt.plain }
    }
    return isAsked ? [""] : [""] + setter.set(StyledText("? ", .accent) + prompt)
  }

  /// The rows of each choice among all lines of the page.
  var choiceRows: [Range<Int>] {
    guard let question = page.question, !question.kind.labels.isEmpty else { return [] }
    var row = body.count + dials.count + prompt(of: question).count
    return groups(question, Answering()).map { lines in
      defer { row += lines.count }
      return row..<(row + lines.count)
    }
  }

  /// What the tutor says to the last answer; the right one is told where the answers stand.
  private func verdict(_ answering: Answering) -> [StyledText] {
    guard let prediction = answering.prediction else { return [] }
    // Who passes has heard what was wrong with the last try: behind the answer it would seem to be about that.
    let remark = prediction.isPassed ? "" : prediction.last?.remark ?? ""
    guard let outcome = answering.outcome else {
      guard prediction.hasAnotherTry else { return [] }
      return tell(
        StyledText("✗ \(say(.notQuite)) ", .warning),
        [remark, say(.oneMoreTry)].map { StyledText($0) })
    }
    let data = isOnTable ? say(.withOwnData) : ""
    let separator = data.isEmpty || outcome.because.isEmpty ? "" : " "
    let reason = StyledText(data + separator) + because(outcome)
    // What was wrong with the last try comes first: behind the answer it would seem to be about that.
    return tell(
      judgment(prediction), [StyledText(remark), (remark.isEmpty ? "" : "\n") + reason])
  }

  /// Why the answer is right, with the author's emphasis.
  private func because(_ outcome: Outcome) -> StyledText {
    let styled = page.question.map { setter.text($0.because, .text) }
    return styled?.plain == outcome.because ? styled ?? "" : StyledText(outcome.because)
  }

  private func judgment(_ prediction: Prediction) -> StyledText {
    if prediction.isPassed { return StyledText("– \(say(.passed)) ", .muted) }
    switch prediction.last?.isRight {
    case true? where prediction.tries.count > 1:
      return StyledText("✓ \(say(.rightAtSecond)) ", .right)
    case true?: return StyledText("✓ \(say(.right)) ", .right)
    case false?:
      let sure = prediction.isSure ? say(.wasSure) + " " : ""
      return StyledText("✗ \(say(.missed)) \(sure)", .warning)
    case nil: return StyledText("– ", .muted)
    }
  }

  private func tell(_ verdict: StyledText, _ sentences: [StyledText]) -> [StyledText] {
    let said = sentences.filter { !$0.plain.isEmpty }
    let words = said.dropFirst().reduce(said.first ?? "") { $0 + " " + $1 }
    return setter.set(verdict + words)
  }

  /// A first answer with this remark, missed; another try is open.
  func trying(_ question: Question, _ remark: String) -> Answering {
    var prediction = Prediction(to: question)
    prediction.isSure = true
    prediction.add(Answer(text: "", isRight: false, remark: remark))
    return Answering(prediction: prediction)
  }

  /// A missed answer with this remark, and all that is told of it.
  func missing(_ question: Question, _ remark: String) -> Answering {
    let answer = question.entry.rightAnswer(setter)
    let because = setter.text(question.because, .text).plain
    return Answering(
      prediction: trying(question, remark).prediction,
      outcome: Outcome(answer: answer, because: because))
  }
}
