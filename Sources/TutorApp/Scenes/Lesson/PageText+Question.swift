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
  /// The choice that is selected.
  var choice: Int?
  /// The number that is being typed.
  var typed: String?
  /// The curve that is being drawn.
  var sketch: CurveSketch?
}

// The question of a page, set for a width.

extension PageText {
  /// The question, as far as it is answered.
  func question(_ answering: Answering = Answering()) -> [StyledText] {
    guard let question = page.question else { return [] }
    var lines = prompt(of: question)
    switch question.kind {
    case .choice(let choices, let right):
      lines += choiceLines(choices, question.labels, right: right, answering).flatMap { $0 }
    case .number, .free: lines.append(field(question, answering))
    case .curve: lines.append(curve(question, answering))
    }
    return lines + verdict(answering)
  }

  private func prompt(of question: Question) -> [StyledText] {
    [""] + setter.set(StyledText("? ", .accent) + setter.text(question.prompt, .heading))
  }

  /// Where an answer is typed; then what was said beside what is.
  private func field(_ question: Question, _ answering: Answering) -> StyledText {
    let said = answering.prediction?.last?.text
    let words: String
    if let typed = answering.typed {
      words = typed + "_"
    } else if let outcome = answering.outcome, let answer = outcome.answer {
      words = [said.map { "you said \($0)" }, "it is \(answer)"].compactMap(\.self)
        .joined(separator: setter.glyphs == .ascii ? ", " : " · ")
    } else {
      words = said ?? question.invitation
    }
    return StyledText("  ", .text) + StyledText(words, .accent)
  }

  /// The heights of the curve that is being drawn; then what it was.
  private func curve(_ question: Question, _ answering: Answering) -> StyledText {
    let words: String
    if let typed = answering.typed {
      words = typed + "_"
    } else if let sketch = answering.sketch {
      words = "\(sketch.digits)  \(sketch.shape.name)"
    } else {
      let said = answering.prediction?.last?.curve.map { "you drew: \($0.shape.name)" }
      words = said ?? question.invitation
    }
    return StyledText("  ", .text) + StyledText(words, .accent)
  }

  /// The rows of each choice among all lines of the page.
  var choiceRows: [Range<Int>] {
    guard let question = page.question, case .choice(let choices, let right) = question.kind else {
      return []
    }
    var row = body.count + dials.count + prompt(of: question).count
    return choiceLines(choices, question.labels, right: right, Answering()).map { lines in
      defer { row += lines.count }
      return row..<(row + lines.count)
    }
  }

  /// The lines of each choice, "not sure" the last.
  private func choiceLines(
    _ choices: [InlineText], _ labels: [String], right: Int, _ answering: Answering
  ) -> [[StyledText]] {
    let words = choices.map { setter.text($0, .text) } + [StyledText("not sure", .muted)]
    let said = Set(answering.prediction?.tries.map(\.text) ?? [])
    return words.enumerated().map { index, word in
      let isTried = said.contains(word.plain)
      let sign =
        answering.choice == index
        ? "▶" : answering.outcome != nil && index == right ? "✓" : isTried ? "✗" : " "
      let marker = StyledText("\(sign) \(labels[index])  ", .accent)
      return setter.set(marker + word, indent: 5)
    }
  }

  /// What the tutor says to the last answer.
  private func verdict(_ answering: Answering) -> [StyledText] {
    guard let prediction = answering.prediction else { return [] }
    // Who passes has heard what was wrong with the last try: behind the answer it would seem to be about that.
    let remark = prediction.isPassed ? "" : prediction.last?.remark ?? ""
    guard let outcome = answering.outcome else {
      guard prediction.hasAnotherTry else { return [] }
      return say(StyledText("✗ Not quite. ", .warning), [remark, "One more try."])
    }
    let data = isOnTable ? "With the lesson's own data:" : ""
    let isTold = prediction.isPassed || prediction.last?.isRight == false
    let answer = isTold ? outcome.answer.map { "\(answerWords) \($0)." } : nil
    let reason = [answer ?? "", data, outcome.because].filter { !$0.isEmpty }.joined(separator: " ")
    // What was wrong with the last try comes first: behind the answer it would seem to be about that.
    return say(judgment(prediction), remark.isEmpty ? [reason] : [remark, "\n" + reason])
  }

  private var answerWords: String { page.question?.answerWords ?? "It is" }

  private func judgment(_ prediction: Prediction) -> StyledText {
    if prediction.isPassed { return StyledText("– Passed. ", .muted) }
    switch prediction.last?.isRight {
    case true? where prediction.tries.count > 1:
      return StyledText("✓ Right, at the second try. ", .right)
    case true?: return StyledText("✓ Right. ", .right)
    case false?:
      let sure = prediction.isSure ? "You were sure, so look twice. " : ""
      return StyledText("✗ Missed. \(sure)", .warning)
    case nil: return StyledText("– ", .muted)
    }
  }

  private func say(_ verdict: StyledText, _ sentences: [String]) -> [StyledText] {
    let words = sentences.filter { !$0.isEmpty }.joined(separator: " ")
    return setter.set(verdict + StyledText(words, .text))
  }

  /// A missed answer with this remark, and all that is told of it.
  func missing(_ question: Question, _ remark: String) -> Answering {
    var prediction = Prediction(to: question)
    prediction.isSure = true
    prediction.add(Answer(text: "", isRight: false, remark: remark))
    let answer: String? =
      switch question.kind {
      case .choice(let choices, let right): setter.text(choices[right], .text).plain
      case .curve(let answer): answer.shape.name
      case .number, .free: "0.00000"
      }
    let because = setter.text(question.because, .text).plain
    return Answering(
      prediction: prediction, outcome: Outcome(answer: answer, because: because))
  }
}

extension Question {
  /// What comes before the right answer: a choice may be half a sentence.
  fileprivate var answerWords: String {
    switch kind {
    case .choice, .curve: "The answer:"
    case .number, .free: "It is"
    }
  }
}
