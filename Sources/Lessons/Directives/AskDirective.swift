import Experiments
import Workbench

extension Directive {
  static let ask: Directive = Directive(
    "ask",
    [
      .init("question", .word, "what is asked", isRequired: true),
      .init("choices", .list(.word), "the answers to choose from"),
      .init("predict", .choice([QuestionParser.curve]), "a curve of the loss, to be drawn"),
      .init(
        "of", .choice(QuestionParser.losses),
        "whose curve; the loss of the batches unless told otherwise"),
      .init("answer", .word, "the right choice, number, quantity or shape"),
      .init("tolerance", .number(.notNegative), "how far off a number may be"),
      .init("because", .word, "why it is the answer"),
      .init("wrong", .group([]), "a sentence for each wrong answer"),
      .init("proof", .word, "a condition that proves the answer"),
      .init("after", .word, "what happens before the answer is known"),
    ],
    help:
      "`question`, and `choices` with `answer`, or a number as `answer` with its `tolerance`, or neither for a free guess; "
      + "`predict: curve` asks for the loss to be drawn before it runs (`of: heldout_loss` for that of held-out samples), "
      + "`answer` being its shape: \(CurveShape.names.map { "`\($0)`" }.joined(separator: ", ")); "
      + "`because`; `wrong: {answer: feedback}`; `proof:` and `after:` let the engine vouch for the answer. Diagnoses and "
      + "the next values wait for the guess",
    read: { block, page in
      block.yaml(QuestionParser(context: block.context).question).map {
        page.blocks.append(.question($0))
      }
    },
    demands: { page in
      page.count(ask) > 1 ? ["A page asks one question: begin the next with '---'."] : []
    })
}

/// Reads `ask` blocks.
struct QuestionParser {
  /// Choices are answered with the digits 1 to 8; one more stands for "not sure".
  static let mostChoices = 8
  /// What can be drawn.
  static let curve = "curve"
  /// Whose curve can be.
  static let losses = ["loss", "heldout_loss"]

  let context: LessonContext

  /// A question; nil after complaints.
  func question(_ root: YAMLValue) -> Question? {
    guard let fields = root.fields(of: "An 'ask' block", known: Directive.ask.keys) else {
      return nil
    }
    let prompt = fields.required("question", in: "An 'ask' block").flatMap(context.text)
    guard let prompt, let kind = kind(fields) else { return nil }
    if case .free = kind {
    } else {
      _ = fields.required("because", in: "An 'ask' block with an answer")
    }
    return Question(
      prompt: prompt, kind: kind,
      because: fields["because"].flatMap(context.text) ?? InlineText(""),
      wrong: wrong(fields, kind), proof: fields["proof"].flatMap(context.condition),
      after: fields["after"].flatMap(context.move),
      position: root.position)
  }

  /// What kind of answer is asked for; nil after complaints.
  func kind(_ fields: YAMLFields) -> Question.Kind? {
    if let predict = fields["predict"] { return curve(predict, fields) }
    if let choices = fields["choices"] { return choice(choices, fields) }
    guard let answer = fields["answer"] else { return .free }
    guard let text = answer.text(of: "a number or a quantity") else { return nil }
    let side = ConditionParser(context: context, position: answer.position).side(text)
    guard let side, let tolerance = tolerance(fields, of: text, answer) else { return nil }
    return .number(NumberAnswer(value: side, tolerance: tolerance))
  }

  private func tolerance(_ fields: YAMLFields, of text: String, _ answer: YAMLValue) -> Double? {
    if let value = fields["tolerance"] { return value.tolerance() }
    if let tolerance = Literal.tolerance(of: text) { return tolerance }
    return answer.reject("An answer that is a quantity needs 'tolerance'.")
  }

  private func curve(_ value: YAMLValue, _ fields: YAMLFields) -> Question.Kind? {
    guard value.name(among: [Self.curve], "prediction") != nil else { return nil }
    guard fields["choices"] == nil else { return value.reject("A curve has no choices.") }
    guard fields["after"] != nil else {
      return value.reject("A curve is drawn before it runs: say how far with 'after'.")
    }
    let loss = fields["of"].map { $0.name(among: Self.losses, "loss") } ?? Self.losses[0]
    let answer = fields.required("answer", in: "An 'ask' block with a curve")
    guard let loss, let name = answer?.name(among: CurveShape.names, "shape"),
      let shape = CurveShape.named(name)
    else { return nil }
    return .curve(CurveAnswer(isHeldOut: loss != Self.losses[0], shape: shape))
  }

  private func choice(_ value: YAMLValue, _ fields: YAMLFields) -> Question.Kind? {
    let texts = value.list("a list of choices", atMost: Self.mostChoices) {
      $0.text(of: "a choice")
    }
    guard let texts else { return nil }
    guard texts.count > 1 else { return value.reject("Give two choices or more.") }
    guard Set(texts).count == texts.count else { return value.reject("A choice is given twice.") }
    let answer = fields.required("answer", in: "An 'ask' block with choices")
    guard let index = answer.flatMap({ index(of: $0, among: texts) }) else { return nil }
    let line = value.position.line
    return .choice(texts.map { InlineParser(context: context, line: line).text($0) }, answer: index)
  }

  private func index(of value: YAMLValue, among choices: [String]) -> Int? {
    value.name(among: choices, "choice").flatMap { choices.firstIndex(of: $0) }
  }

  /// What is said to known wrong answers.
  func wrong(_ fields: YAMLFields, _ kind: Question.Kind) -> [Question.Feedback] {
    guard let value = fields["wrong"], let pairs = value.pairs(of: "'wrong'") else { return [] }
    let choices = fields["choices"]?.items()?.compactMap(\.scalarText) ?? []
    return pairs.compactMap { key, value in
      guard let match = match(key, kind, choices), let text = context.text(value) else {
        return nil
      }
      return Question.Feedback(match: match, text: text)
    }
  }

  private func match(
    _ key: YAMLFields.Key, _ kind: Question.Kind, _ choices: [String]
  ) -> Question.Feedback.Match? {
    if case .choice(_, let answer) = kind {
      guard let index = choices.firstIndex(of: key.name) else {
        let hint = Suggestion.hint(for: key.name, among: choices)
        return reject("There is no choice called '\(key.name)'.\(hint)", key)
      }
      return index == answer ? reject("This is the right answer.", key) : .choice(index)
    }
    if case .curve(let answer) = kind {
      guard let shape = CurveShape.named(key.name) else {
        let hint = Suggestion.hint(for: key.name, among: CurveShape.names)
        return reject("There is no shape called '\(key.name)'.\(hint)", key)
      }
      return shape == answer.shape ? reject("This is the right answer.", key) : .curve(shape)
    }
    guard case .number = kind else { return reject("A free question has no wrong answers.", key) }
    guard let number = YAMLValue.number(key.name), let tolerance = Literal.tolerance(of: key.name)
    else {
      return reject("Expected a number as the wrong answer, but found '\(key.name)'.", key)
    }
    return .number(number, tolerance: tolerance)
  }

  private func reject(_ message: String, _ key: YAMLFields.Key) -> Question.Feedback.Match? {
    context.diagnose(message, at: key.position)
    return nil
  }
}
