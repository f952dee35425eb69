import Lessons
import NeuralNetwork
import TerminalCanvas

/// The words of a page, set for a width: its blocks, the question with what was answered, hints and the goal.
enum LessonText {
  /// All lines of the present page.
  static func lines(_ model: Model, width: Int) -> [StyledText] {
    guard let place = model.place else { return [] }
    let setter = BlockSetter(
      workspace: place.workspaces[place.page], width: width, glyphs: model.glyphs)
    var lines = setter.set(StyledText(place.current.title, .heading))
    for block in place.current.blocks where block.isText {
      lines += [""] + setter.lines(of: block)
    }
    lines += questionLines(place, setter) + goalLines(place, setter) + hintLines(place, setter)
    return lines
  }

  private static func questionLines(_ place: LessonScene, _ setter: BlockSetter) -> [StyledText] {
    guard let question = place.current.question else { return [] }
    let answer = place.answers[place.page]
    var lines =
      [""] + setter.set(StyledText("? ", .accent) + setter.text(question.prompt, .heading))
    switch question.kind {
    case .choice(let choices, let right):
      lines += choiceLines(choices, right: right, answer, setter)
    case .number, .free:
      let typed = place.typed.map { $0 + "_" } ?? answer?.text ?? question.invitation
      lines.append(StyledText("  ", .text) + StyledText(typed, .accent))
    }
    return lines + (answer.map { feedbackLines($0, setter) } ?? [])
  }

  private static func choiceLines(
    _ choices: [InlineText], right: Int, _ answer: Answer?, _ setter: BlockSetter
  ) -> [StyledText] {
    let words = choices.map { setter.text($0, .text) } + [StyledText("not sure", .muted)]
    return words.enumerated().flatMap { index, word -> [StyledText] in
      let isChosen = answer.map { $0.text == word.plain } ?? false
      let sign = isChosen ? "▶" : answer != nil && index == right ? "✓" : " "
      let marker = StyledText("\(sign) \(index + 1)  ", .accent)
      return setter.set(marker + word, indent: 5)
    }
  }

  private static func feedbackLines(_ answer: Answer, _ setter: BlockSetter) -> [StyledText] {
    let verdict: StyledText
    switch answer.isRight {
    case true?: verdict = StyledText("✓ Right. ", .positive)
    case false?: verdict = StyledText("✗ Not quite. ", .negative)
    case nil: verdict = StyledText("· ", .muted)
    }
    let words = answer.feedback.split(separator: "\n").joined(separator: " ")
    return setter.set(verdict + StyledText(words, .text))
  }

  private static func goalLines(_ place: LessonScene, _ setter: BlockSetter) -> [StyledText] {
    guard let goal = place.current.goal else { return [] }
    let isReached = place.reachedGoals.contains(place.page)
    let marker =
      isReached ? StyledText("✓ Goal reached: ", .positive) : StyledText("◇ Goal: ", .accent)
    return [""] + setter.set(marker + setter.text(goal.text, .text))
  }

  private static func hintLines(_ place: LessonScene, _ setter: BlockSetter) -> [StyledText] {
    let shown = place.hintsShown[place.page, default: 0]
    let open: [StyledText] = place.current.hints.prefix(shown).flatMap { hint -> [StyledText] in
      let words = hint.flatMap { setter.lines(of: $0) }
      return ["", StyledText("Hint", .accent)] + words
    }
    let left = place.current.hints.count - shown
    guard left > 0 else { return open }
    return open + setter.set(StyledText("H gives a hint (\(left) left)", .muted))
  }
}

extension Block {
  /// Whether there is something to read.
  var isText: Bool {
    switch self {
    case .action, .question, .goal: false
    default: true
    }
  }
}
