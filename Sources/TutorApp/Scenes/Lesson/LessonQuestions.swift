import Experiments
import Lessons
import NeuralNetwork
import Workbench

/// Predictions, hints and solutions.
extension Model {
  /// Selects a label; nothing is committed yet.
  mutating func select(_ label: Int) {
    guard let question = place?.openQuestion else { return }
    guard question.kind.labels.indices.contains(label) else {
      notice = "Choose \(question.kind.invitation)"
      return
    }
    place?.editEntry { $0.select(label) }
  }

  mutating func commitAnswer() -> [Effect] {
    guard let place, let question = place.openQuestion, mayAnswer(.selected) else { return [] }
    let entry = place.entry ?? question.entry
    switch entry.commitment(to: question, on: pageWorkspace) {
    case .answer(let answer)?: return take(answer, to: question)
    case .pass?: return pass(question)
    case nil:
      self.place?.mayPassQuestion = false
      notice = "\(entry.lack): \(question.kind.invitation); n twice passes"
      return []
    }
  }

  /// Marks the answer to come as a sure one, or takes that back.
  mutating func toggleSure() -> [Effect] {
    guard let place, let question = place.openQuestion else { return [] }
    var prediction = place.predictions[place.page] ?? Prediction(to: question)
    prediction.isSure.toggle()
    self.place?.predictions[place.page] = prediction
    notice = prediction.isSure ? "You are sure of it" : "You are not sure of it"
    return []
  }

  /// Goes on without the right answer, and is told it.
  mutating func pass(_ question: Question) -> [Effect] {
    guard let place, mayAnswer(.passed) else { return [] }
    var prediction = place.predictions[place.page] ?? Prediction(to: question)
    prediction.isPassed = true
    return keep(prediction, of: question)
  }

  mutating func take(_ answer: Answer, to question: Question) -> [Effect] {
    guard let place else { return [] }
    var prediction = place.predictions[place.page] ?? Prediction(to: question)
    prediction.add(answer)
    return keep(prediction, of: question)
  }

  /// Whether the page's runs have been trained; where they have not, what was pressed waits for them: on those of the page
  /// before a right answer could be wrong.
  private mutating func mayAnswer(_ held: LessonScene.HeldAnswer) -> Bool {
    // What a transcript takes must not depend on how fast the machine is.
    guard transcript == nil, let place, place.workspaces[place.page] == nil else { return true }
    self.place?.held = held
    notice = "This page's runs are still being trained: your answer waits for them"
    return false
  }

  /// Does what has waited for the page's runs, once they are there.
  mutating func answerWhatWasHeld() -> [Effect] {
    guard let place, let held = place.held, let question = place.openQuestion,
      place.workspaces[place.page] != nil
    else { return [] }
    self.place?.held = nil
    notice = nil
    switch held {
    case .selected: return commitAnswer()
    case .typed: return place.typed.map { commitTyped($0, to: question) } ?? []
    case .passed: return pass(question)
    }
  }

  private mutating func keep(_ prediction: Prediction, of question: Question) -> [Effect] {
    guard let page = place?.page, let lesson = place?.lesson.id else { return [] }
    place?.predictions[page] = prediction
    place?.clearEntry()
    let outcome = prediction.isSettled ? question.outcome(on: pageWorkspace) : nil
    note(prediction, page: page, of: lesson, answer: outcome?.answer)
    guard let outcome else {
      scrollToEnd()
      return [.save(progress)]
    }
    place?.outcomes[page] = outcome
    scrollToEnd()
    return [.save(progress)] + reveal(question)
  }

  /// Keeps what was said: as the lesson's own answer, or as one more look at it.
  private mutating func note(
    _ prediction: Prediction, page: Int, of lesson: String, answer: String?
  ) {
    guard place?.review != nil else {
      return progress.record(prediction, page: page, of: lesson, answer: answer, today: today)
    }
    progress.review(prediction, page: page, of: lesson, today: today)
    if prediction.isSettled { place?.review?.take(prediction) }
  }

  /// The run shows the answer, where it is still to come.
  private mutating func reveal(_ question: Question) -> [Effect] {
    guard let action = question.reveal else { return [] }
    place?.isExploring = false
    return load(pageWorkspace, acting: [action])
  }

  /// The workspace as the page leaves it, whatever the learner has tried since.
  var pageWorkspace: Workspace { place.flatMap { $0.workspaces[$0.page] } ?? workspace }

  /// The focused run as the page leaves it.
  var pageRun: Run { pageWorkspace.focusedRun }

  mutating func edit(_ message: LessonScene.Message) -> [Effect] {
    guard let typed = place?.typed, let question = place?.openQuestion else { return [] }
    switch message {
    case .type(let character):
      if let objection = question.kind.objection(to: character) {
        notice = "\(objection); Esc leaves the answer open"
      } else if typed.count < 24 {
        place?.typed = typed + String(character)
      }
    case .eraseTyped: place?.typed = typed.isEmpty ? nil : String(typed.dropLast())
    case .commitTyped: return commitTyped(typed, to: question)
    default: break
    }
    return []
  }

  private mutating func commitTyped(_ typed: String, to question: Question) -> [Effect] {
    guard mayAnswer(.typed) else { return [] }
    guard let answer = question.judgment(typed: typed, on: pageWorkspace) else {
      // The keys are the lesson's again: nobody is caught in a field that takes nothing.
      place?.typed = nil
      notice = question.kind.refusal(of: typed)
      return []
    }
    return take(answer, to: question)
  }

  mutating func showHint() -> [Effect] {
    guard let place else { return [] }
    let count = place.current.hints.count
    guard count > 0 else {
      notice =
        place.openQuestion == nil
        ? "This page has no hints" : "No hint here: a wrong guess costs nothing and tells you more"
      return []
    }
    guard !isStrict || place.hasTried else {
      notice = "Try first: a hint comes after an answer, or after a key that moves the run"
      return []
    }
    guard place.hintsShown[place.page, default: 0] < count else {
      let rest = place.current.solution.isEmpty ? "" : "; ! shows the solution"
      notice = "That was the last hint\(rest)"
      return []
    }
    self.place?.hintsShown[place.page, default: 0] += 1
    scrollToEnd()
    return []
  }

  mutating func showSolution() -> [Effect] {
    guard let place, !place.current.solution.isEmpty else {
      notice = "This page has no solution to show"
      return []
    }
    guard !isStrict else {
      notice = "In a strict session no solution is shown"
      return []
    }
    self.place?.isExploring = true
    self.place?.shownSolutions.insert(place.page)
    return load(place.workspaces[place.page] ?? workspace, acting: place.current.solution)
  }
}

extension LessonScene {
  /// Whether something was said to the page's question, or done for its goal.
  fileprivate var hasTried: Bool { isExploring || predictions[page]?.tries.isEmpty == false }

  /// Judges what was said in an earlier session by the numbers of the page.
  mutating func judgeWhatWasRecorded() {
    guard let question = current.question, let workspace = workspaces[page] else { return }
    if let recorded = recorded.removeValue(forKey: page) {
      predictions[page] = Prediction(to: question, recorded: recorded, on: workspace)
    }
    if predictions[page]?.isSettled == true { outcomes[page] = question.outcome(on: workspace) }
  }
}
