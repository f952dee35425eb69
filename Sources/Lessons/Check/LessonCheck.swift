import Experiments
import NeuralNetwork
import Workbench

/// Proves what a lesson claims: plays it through, page by page, in the workspace that the app uses.
public struct LessonCheck {
  private let lesson: Lesson
  private let source: SourceText
  private let room: PageRoom?
  private var problems: [Diagnostic] = []

  /// Everything that the lesson claims and that does not hold, in the order of the file; empty when all holds.
  ///
  /// `room` is the room that each page's text must fit; nil where nobody can set it.
  public static func problems(
    in lesson: Lesson, source: SourceText, room: PageRoom? = nil
  ) -> [Diagnostic] {
    var check = LessonCheck(lesson: lesson, source: source, room: room)
    check.playThrough()
    return check.problems.isEmpty ? [] : Diagnostics(check.problems).list
  }

  private init(lesson: Lesson, source: SourceText, room: PageRoom?) {
    self.lesson = lesson
    self.room = room
    self.source = source
  }

  private mutating func playThrough() {
    var workspace = lesson.workspace
    for page in lesson.pages {
      // What comes after a step that failed would only fail for the same reason.
      guard perform(page.actions, on: &workspace) else { return }
      checkNumbers(in: page, on: workspace)
      for dial in page.dials { check(dial, on: workspace) }
      for question in page.answered { check(question, on: workspace) }
      if let goal = page.goal { check(goal, solution: page.solution, on: workspace) }
      for problem in room?.problems(with: page, on: workspace) ?? [] {
        diagnose(problem, at: SourcePosition(line: page.line))
      }
    }
  }

  private mutating func diagnose(_ message: String, at position: SourcePosition) {
    problems.append(source.diagnostic(message, at: position))
  }

  // MARK: Actions and claims

  /// Carries actions out and judges their claims; false when one cannot be carried out.
  private mutating func perform(_ actions: [Action], on workspace: inout Workspace) -> Bool {
    for action in actions {
      for step in action.steps {
        do { try workspace.perform(step) } catch {
          diagnose(error.sentence, at: error.position ?? step.position)
          return false
        }
        if let claim = step.deed as? Claim { judge(claim.term, on: workspace) }
      }
    }
    return true
  }

  private mutating func judge(_ term: Term, on workspace: Workspace) {
    if term.holds(on: workspace) { return }
    guard let value = term.left.value(on: workspace) else {
      return diagnose(about: term.left, on: workspace, at: term.position)
    }
    if case .reading(let right) = term.right, right.value(on: workspace) == nil {
      return diagnose(about: right, on: workspace, at: term.position)
    }
    diagnose("Expected \(term.text), but \(term.left.text) is \(value).", at: term.position)
  }

  private mutating func diagnose(
    about reading: QuantityReference, on workspace: Workspace, at position: SourcePosition
  ) {
    diagnose(reading.absence(on: workspace), at: position)
  }

  // MARK: Texts

  private mutating func checkNumbers(in page: Page, on workspace: Workspace) {
    let texts = (page.blocks + page.hints.flatMap { $0 }).flatMap(\.texts)
    for template in texts.flatMap(\.templates) where template.reading.value(on: workspace) == nil {
      diagnose(about: template.reading, on: workspace, at: template.position)
    }
  }

  // MARK: Dials, questions and goals

  private mutating func check(_ dial: Dial, on workspace: Workspace) {
    do { try workspace.check(dial) } catch {
      diagnose(error.sentence, at: error.position ?? dial.position)
    }
  }

  private mutating func check(_ question: Question, on workspace: Workspace) {
    guard let later = question.workspaceAtAnswer(workspace) else {
      return diagnose(
        "What is to happen before the answer, 'after', cannot be done.", at: question.position)
    }
    for term in question.proof?.terms ?? [] { judge(term, on: later) }
    if !question.isProven(on: later) {
      diagnose(
        "The proof says nothing of the answer: one of its quantities must be it, or a ratio of two.",
        at: question.position)
    }
    for problem in question.kind.problems(of: question, before: workspace, after: later) {
      diagnose(problem, at: question.position)
    }
    for feedback in question.wrong { check(feedback, to: question, on: workspace) }
  }

  /// What is said to a wrong answer is never said where that counts as right.
  private mutating func check(
    _ feedback: Question.Feedback, to question: Question, on workspace: Workspace
  ) {
    guard question.judgment(typed: feedback.answer, on: workspace)?.isRight == true else { return }
    let right = question.kind.rightAnswer(to: question, on: workspace)
    diagnose(
      "The wrong answer '\(feedback.answer)' would count as right: the right one is \(right ?? "it")"
        + "\(question.kind.leeway).", at: feedback.position)
  }

  private mutating func check(_ goal: Goal, solution: [Action], on workspace: Workspace) {
    for term in goal.condition.terms where term.left.value(on: workspace) == nil {
      return diagnose(about: term.left, on: workspace, at: term.position)
    }
    if goal.isReached(on: workspace) {
      diagnose(
        "The goal '\(goal.condition.text)' is reached before the learner does anything.",
        at: goal.position)
    }
    var workspace = workspace
    guard perform(solution, on: &workspace), !goal.isReached(on: workspace) else { return }
    let deadline = goal.deadline.map { ", and 'within' ends at update \($0)" } ?? ""
    let values = goal.condition.terms.map { term in
      "\(term.left.text) is \(term.left.value(on: workspace).map { "\($0)" } ?? "unknown")"
    }
    diagnose(
      "The solution does not reach the goal: after update \(workspace.focusedRun.position.update), "
        + "\(values.joined(separator: " and "))\(deadline).", at: goal.position)
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

extension QuantityReference {
  /// What to say where the workspace has no such number.
  func absence(on workspace: Workspace) -> String {
    if let label, workspace.run(labeled: label) == nil {
      return "There is no run called '\(label)' in the workspace here."
    }
    let shape = workspace.focusedRun.network.shape
    return "There is no \(text) here: the network has the shape \(shape)."
  }
}
