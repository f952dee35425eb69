import NeuralNetwork

/// Proves what a lesson claims: plays it through, beat by beat, on the bench that the app uses.
public struct LessonCheck {
  private let lesson: Lesson
  private let source: SourceText
  private let pane: TextPane
  private var problems: [Diagnostic] = []

  /// Everything that the lesson claims and that does not hold, in the order of the file; empty when all holds.
  ///
  /// `pane` is the room that each beat's text must fit.
  public static func problems(
    in lesson: Lesson, source: SourceText, pane: TextPane = TextPane()
  ) -> [Diagnostic] {
    var check = LessonCheck(lesson: lesson, source: source, pane: pane)
    check.playThrough()
    return check.problems.isEmpty ? [] : Diagnostics(check.problems).list
  }

  private init(lesson: Lesson, source: SourceText, pane: TextPane) {
    self.lesson = lesson
    self.pane = pane
    self.source = source
  }

  private mutating func playThrough() {
    var bench = lesson.bench
    for beat in lesson.beats {
      // What comes after a step that failed would only fail for the same reason.
      guard perform(beat.actions, on: &bench) else { return }
      checkNumbers(in: beat, on: bench)
      if let question = beat.question { check(question, on: bench) }
      if let goal = beat.goal { check(goal, solution: beat.solution, on: bench) }
      for problem in pane.problems(with: beat, on: bench) {
        complain(problem, at: SourcePosition(line: beat.line))
      }
    }
  }

  private mutating func complain(_ message: String, at position: SourcePosition) {
    problems.append(source.diagnostic(message, at: position))
  }

  // MARK: Actions and claims

  /// Carries actions out and judges their claims; false when one cannot be carried out.
  private mutating func perform(_ actions: [Action], on bench: inout Bench) -> Bool {
    for action in actions {
      for step in action.steps {
        do { try bench.perform(step) } catch {
          complain(error.sentence, at: error.position ?? step.position)
          return false
        }
        if case .expect(let term) = step.kind { judge(term, on: bench) }
      }
    }
    return true
  }

  private mutating func judge(_ term: Term, on bench: Bench) {
    if term.holds(on: bench) { return }
    guard let value = term.left.value(on: bench) else {
      return complain(about: term.left, on: bench, at: term.position)
    }
    if case .reading(let right) = term.right, right.value(on: bench) == nil {
      return complain(about: right, on: bench, at: term.position)
    }
    complain("Expected \(term.text), but \(term.left.text) is \(value).", at: term.position)
  }

  private mutating func complain(
    about reading: Reading, on bench: Bench, at position: SourcePosition
  ) {
    if let label = reading.label, bench.run(labelled: label) == nil {
      return complain("There is no run called '\(label)' on the bench here.", at: position)
    }
    let shape = bench.focusedRun.network.shape
    complain("There is no \(reading.text) here: the network has the shape \(shape).", at: position)
  }

  // MARK: Texts

  private mutating func checkNumbers(in beat: Beat, on bench: Bench) {
    let texts = (beat.blocks + beat.hints.flatMap { $0 }).flatMap(\.texts)
    for template in texts.flatMap(\.templates) where template.reading.value(on: bench) == nil {
      complain(about: template.reading, on: bench, at: template.position)
    }
  }

  // MARK: Questions and goals

  private mutating func check(_ question: Question, on bench: Bench) {
    guard let later = question.benchAtAnswer(bench) else {
      return complain(
        "What is to happen before the answer, 'after', cannot be done.", at: question.position)
    }
    for term in question.proof?.terms ?? [] { judge(term, on: later) }
    if case .number(let answer) = question.kind, case .reading(let reading) = answer.value,
      reading.value(on: later) == nil
    {
      complain(about: reading, on: later, at: question.position)
    }
  }

  private mutating func check(_ goal: Goal, solution: [Action], on bench: Bench) {
    for term in goal.condition.terms where term.left.value(on: bench) == nil {
      return complain(about: term.left, on: bench, at: term.position)
    }
    if goal.isReached(on: bench) {
      complain(
        "The goal '\(goal.condition.text)' is reached before the learner does anything.",
        at: goal.position)
    }
    var bench = bench
    guard perform(solution, on: &bench), !goal.isReached(on: bench) else { return }
    let values = goal.condition.terms.map { term in
      "\(term.left.text) is \(term.left.value(on: bench).map { "\($0)" } ?? "unknown")"
    }
    complain(
      "The solution does not reach the goal: after update \(bench.focusedRun.position.update), "
        + "\(values.joined(separator: " and ")).", at: goal.position)
  }
}

extension Block {
  /// All running text in the block.
  var texts: [InlineText] {
    switch self {
    case .paragraph(let text), .heading(let text): [text]
    case .list(let items, _): items.flatMap { $0.flatMap(\.texts) }
    case .table(let table): table.header + table.rows.flatMap { $0 }
    case .quote(let blocks): blocks.flatMap(\.texts)
    case .question(let question): question.texts
    case .goal(let goal): [goal.text]
    case .code(let lines, _): lines
    case .action: []
    }
  }
}

extension Question {
  /// All running text in the question.
  var texts: [InlineText] {
    var choices: [InlineText] = []
    if case .choice(let texts, _) = kind { choices = texts }
    return [prompt] + choices + [because] + wrong.map(\.text)
  }
}
