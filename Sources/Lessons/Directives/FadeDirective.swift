import Experiments
import Workbench

extension Directive {
  static let fade: Directive = Directive(
    "fade",
    [
      .init(
        "steps", .list(.group(FadeParser.stepKeys)), "the steps of the calculation",
        isRequired: true),
      .init(
        "blanks", .integer(0...FadeParser.mostSteps), "how many of the last steps are left out"),
    ],
    help:
      "A worked example: `steps:`, each with `say` (its formula) and `answer` (a number or a quantity, as in `ask`, with "
      + "`tolerance`, `because`, `wrong`, `after` and `proof`); of `blanks: 2` the last two are left out, and asked one after the other. The "
      + "same kind of example in full, with its last step left out, and with all left out, is how it fades",
    read: { block, page in
      let fade = block.yaml(FadeParser(context: block.context).fade)
      if let fade { page.fade = PageDraft.PlacedFade(fade: fade, place: page.blocks.count) }
    },
    demands: { page in
      [
        page.count(fade) > 1 ? "A page has one 'fade': begin the next with '---'." : nil,
        page.count(ask) + page.count(goal) > 0
          ? "A 'fade' asks questions of its own: put 'ask' and 'goal' on another page." : nil,
      ].compactMap(\.self)
    })
}

/// A worked example whose last steps are left to the learner.
struct Fade: Hashable {
  /// A step of the calculation.
  struct Step: Hashable {
    /// Its formula, as a line of code.
    let formula: InlineText
    /// The number that it gives, as the example in full shows it.
    let result: InlineText
    /// What is asked where it is left out.
    let question: Question
  }

  let steps: [Step]
  /// How many of the last steps are left out.
  let blanks: Int

  /// The calculation with so many steps done; the next one is asked for, the others are still to come.
  func lines(done: Int) -> Block {
    let lines = steps.enumerated().map { index, step in
      let end = index < done ? step.result : InlineText(index == done ? "?" : "…")
      return InlineText(step.formula.spans + [.text(" = ", .code)] + end.spans)
    }
    return .code(lines, language: "")
  }
}

extension PageDraft {
  /// A fade, and the number of blocks above it.
  struct PlacedFade {
    let fade: Fade
    let place: Int
  }

  /// The page, or one for each blank of its fade: what stands above it comes with the first, what stands below with
  /// the last.
  var pages: [Page] {
    guard let fade else { return [page(of: blocks)] }
    let (above, below) = (Array(blocks[..<fade.place]), Array(blocks[fade.place...]))
    let steps = fade.fade.steps
    let first = steps.count - fade.fade.blanks
    let given = steps[..<first].map(\.question)
    guard fade.fade.blanks > 0 else {
      return [page(of: above + [fade.fade.lines(done: steps.count)] + below, given: given)]
    }
    return (first..<steps.count).map { done in
      var blocks = done == first ? above : []
      blocks += [fade.fade.lines(done: done), .question(steps[done].question)]
      if done == steps.count - 1 { blocks += below }
      return page(of: blocks, given: done == first ? given : [])
    }
  }

  private func page(of blocks: [Block], given: [Question] = []) -> Page {
    Page(
      title: title, blocks: blocks, hints: hints, solution: solution, line: line,
      language: language, given: given)
  }
}

/// Reads `fade` blocks.
struct FadeParser {
  /// The most steps that a calculation has.
  static let mostSteps = 12
  static let stepKeys: [ValueForm.Key] = [
    .init("say", .word, "its formula", isRequired: true),
    .init("answer", .word, "the number or quantity that it gives", isRequired: true),
    .init("tolerance", .number(.nonNegative), "how far off an answer may be"),
    .init("because", .word, "why it is the answer"),
    .init("wrong", .group([]), "a sentence for known wrong answers"),
    .init("proof", .word, "a condition that proves the answer"),
    .init("after", .word, "what happens before the answer is known"),
  ]

  let context: LessonContext

  /// How many pages a block makes beside the one that it stands on: one for each blank but the first.
  static func furtherPages(of text: String) -> Int {
    let root = YAMLSource(SourceText(name: "", text: text)).root(of: text)
    let blanks = root?.member("blanks")?.scalarText.flatMap { Int($0) } ?? 0
    return max(0, min(blanks, mostSteps) - 1)
  }

  /// A fade; nil after complaints.
  func fade(_ root: YAMLValue) -> Fade? {
    guard let fields = root.fields(of: "A 'fade' block", known: Directive.fade.keys),
      let list = fields.required("steps", in: "A 'fade' block"),
      let steps = list.list("a list of steps", atMost: Self.mostSteps, of: { step($0) })
    else { return nil }
    guard !steps.isEmpty else { return list.reject("A calculation has a step at least.") }
    let blanks = fields["blanks"]?.integer(0...steps.count, "a number of steps") ?? 0
    return Fade(steps: steps, blanks: blanks)
  }

  private func step(_ value: YAMLValue) -> Fade.Step? {
    guard let fields = value.fields(of: "A step", known: Self.stepKeys.map(\.name)),
      let say = fields.required("say", in: "A step"), let formula = say.text(of: "a formula"),
      let answer = fields.required("answer", in: "A step")
    else { return nil }
    // Shown, a quantity would be the number of the page, not the one that comes.
    guard fields["after"] == nil || answer.scalarText.flatMap({ YAMLValue.number($0) }) != nil
    else {
      return answer.reject("A step with 'after' gives its answer as a number, and 'proof' for it.")
    }
    guard let number = NumberQuestion(fields, context) else { return nil }
    let line = InlineParser(context: context, line: say.position.line).line(formula)
    let parser = QuestionParser(context: context)
    var question = parser.question(
      InlineText(line.spans + [.text(" = ?", .code)]), number, fields, at: value.position)
    if let sum = line.templates.isEmpty ? Arithmetic.value(of: formula) : nil {
      question.doubt = doubt(about: number, answer, sum)
    } else {
      question.doubt = parser.doubt(about: number, fields)
    }
    return Fade.Step(formula: line, result: result(of: number, answer), question: question)
  }

  /// That a formula does not come to the number that is written behind it, which may be rounded.
  private func doubt(about number: NumberQuestion, _ answer: YAMLValue, _ sum: Double) -> String? {
    guard case .number(let value) = number.value, let text = answer.scalarText else { return nil }
    let isWhole = value == value.rounded() && !text.contains(".")
    let rounding = isWhole && sum != sum.rounded() ? 0.5 : 0
    guard abs(sum - value) > max(number.tolerance, rounding) else { return nil }
    return "The formula comes to \(NumberFormat.automatic.text(sum)), and not to \(text)."
  }

  /// The number as it was written, or as the run has it.
  private func result(of number: NumberQuestion, _ answer: YAMLValue) -> InlineText {
    guard case .reading(let reading) = number.value else {
      return InlineText([.text(answer.scalarText ?? "", .code)])
    }
    let template = ValueTemplate(reading: reading, format: .automatic, position: answer.position)
    return InlineText([.value(template, .code)])
  }
}
