import Experiments
import Lessons
import TerminalCanvas

extension DrillScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.enter], .drill(.commit), "commit", rank: 1,
      help: "Commit the number, or go on to other numbers", .lesson),
    KeyBinding(
      [.backspace], .drill(.erase), "erase", rank: 2, help: "Erase the last character", .lesson),
    KeyBinding([.escape], .close, "back", rank: 3, help: "Back to the lesson", .lesson),
  ]
}

extension Model {
  mutating func update(_ message: DrillScene.Message) -> [Effect] {
    guard var drill = scene as? DrillScene else { return [] }
    let wasOpen = !drill.prediction.isSettled
    switch message {
    case .type(let character) where drill.typed.count < 24: drill.typed.append(character)
    case .type: break
    case .erase: drill.typed = String(drill.typed.dropLast())
    case .commit where drill.isDone: return close()
    case .commit where drill.prediction.isSettled: drill.goOn()
    // A line of text can say nothing but its characters: an empty one leads back.
    case .commit where drill.typed.isEmpty: return close()
    case .pass where drill.prediction.isSettled: notice = drill.wayOn
    case .pass: drill.pass()
    case .commit:
      let typed = drill.typed
      if !drill.take() {
        notice = drill.drill.question.kind.refusal(of: typed)
        drill.typed = ""
      }
    }
    scene = drill
    return wasOpen && drill.prediction.isSettled ? note(drill) : []
  }

  /// Keeps what was said to a question that came back with new numbers.
  private mutating func note(_ drill: DrillScene) -> [Effect] {
    guard let place, drill.review != nil else { return [] }
    progress.review(drill.prediction, page: place.page, of: place.lesson.id, today: today)
    self.place?.review?.take(drill.prediction)
    return [.save(progress)]
  }

  /// Asks the question of a review with new numbers, where there is a calculation of its kind; the day decides them.
  mutating func askWithNewNumbers() -> [Effect] {
    guard let place, scene is LessonScene, let review = place.review,
      !place.hasSoughtNumbers, let question = place.openQuestion
    else { return [] }
    let drill = Drill.again(question, like: pageRun, day: today)
    // On the page's own runs there are none, either, whenever they are looked for.
    self.place?.hasSoughtNumbers = drill != nil || place.workspaces[place.page] != nil
    guard let drill else { return [] }
    path.append(DrillScene(drill, of: review, title: place.title))
    return [.send(.pause)]
  }

  /// Lays a drill over the lesson, on calculations of its run's kinds.
  mutating func openDrill() -> [Effect] {
    guard scene is LessonScene else { return [] }
    guard let drill = DrillScene(like: pageRun) else {
      notice = "This run has nothing that is quickly worked out by hand"
      return []
    }
    path.append(drill)
    return [.send(.pause)]
  }
}
