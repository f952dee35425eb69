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
    switch message {
    case .type(let character) where drill.typed.count < 24: drill.typed.append(character)
    case .type: break
    case .erase: drill.typed = String(drill.typed.dropLast())
    case .commit where drill.isDone: return close()
    case .commit where drill.prediction.isSettled: drill.goOn()
    // A line of text can say nothing but its characters: an empty one leads back.
    case .commit where drill.typed.isEmpty: return close()
    case .commit:
      let typed = drill.typed
      if !drill.take() {
        notice = drill.drill.question.kind.refusal(of: typed)
        drill.typed = ""
      }
    }
    scene = drill
    return []
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
