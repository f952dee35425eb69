import Lessons
import TerminalCanvas

extension LessonScene {
  /// What happens in a lesson.
  public enum Message: Hashable, Sendable {
    case next, back
    /// Goes on without an answer, and is told it.
    case pass
    case returnToLesson
    case showHint, showSolution
    /// Selects one of the labels; moves the selection, or the pen; commits what came of it.
    case select(Int), move(right: Int, up: Int), commitAnswer, toggleSure
    case beginTyping, beginNumber(Character), type(Character), eraseTyped, commitTyped
    case scrollText(Int)
    /// Turns the dial in hand by so many values; takes the other one in hand.
    case turnDial(Int), takeOtherDial
    case takeIntoPlayground, drill
  }
}

extension Model {
  mutating func update(_ message: LessonScene.Message) -> [Effect] {
    switch message {
    case .next: return goToNextPage()
    case .back: return goToPreviousPage()
    case .pass: return place?.openQuestion.map { pass($0) } ?? []
    case .returnToLesson: return returnToLesson()
    case .showHint: return showHint()
    case .showSolution: return showSolution()
    case .select(let label): select(label)
    case .move(let columns, let rows): place?.editEntry { $0.move(right: columns, up: rows) }
    case .commitAnswer: return commitAnswer()
    case .toggleSure: return toggleSure()
    case .beginTyping: place?.typed = ""
    case .beginNumber(let character): place?.typed = String(character)
    case .type, .eraseTyped, .commitTyped: return edit(message)
    case .scrollText(let pages): scrollText(by: pages)
    case .turnDial(let places): return turnDial(by: places)
    case .takeOtherDial: takeOtherDial()
    case .takeIntoPlayground: return takeIntoPlayground()
    case .drill: return openDrill()
    }
    return []
  }

  /// Scrolls to the end of the text, where what was just opened or answered stands.
  mutating func scrollToEnd() {
    let size = textSize
    let count = LessonText.lines(fitting: size, self).count
    place?.scroll = max(0, count - max(1, size.height))
  }

  private mutating func scrollText(by pages: Int) {
    guard let place else { return }
    let size = textSize
    let page = max(1, size.height - 2)
    let last = max(0, LessonText.lines(fitting: size, self).count - page)
    self.place?.scroll = min(max(0, place.scroll + pages * page), last)
  }
}
