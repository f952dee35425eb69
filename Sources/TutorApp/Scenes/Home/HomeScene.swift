import Lessons
import TerminalCanvas

/// The list of lessons.
public struct HomeScene: Scene {
  /// The lesson that the marker stands at.
  public internal(set) var selection: Int
  /// What lies beneath, where something does.
  let beneath: String?

  /// The list with a lesson selected; `beneath` is the title of the scene that closing it shows.
  public init(selection: Int = 0, beneath: String? = nil) {
    self.selection = selection
    self.beneath = beneath
  }

  /// What happens here.
  public enum Message: Hashable, Sendable {
    case moveSelection(Int), choose
  }

  /// The name of the list.
  public var title: String { "Lessons" }
  /// The list's own keys.
  public var keyContext: KeyContext { beneath == nil ? .home : .homeOverScene }
  /// No run is to be seen.
  public var hasWorkbench: Bool { false }
  /// What tells one place in the list from another.
  public var whereabouts: [String] { [title, "\(selection)"] }

  /// The list, one lesson a line.
  public func words(_ model: Model) -> [String] {
    let rows = model.library.enumerated().map { index, lesson in
      let state = progressText(of: lesson, in: model.progress)
      return "\(index == selection ? ">" : " ") \(lesson.number) \(lesson.title), \(state)"
    }
    return ["", "Lessons:"] + rows + ["j and k choose, Enter opens, q quits."]
  }

  /// A click on a lesson selects it, the next one opens it; the wheel goes through the list.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    switch mouse.action {
    case .wheelUp: return .home(.moveSelection(-1))
    case .wheelDown: return .home(.moveSelection(1))
    case .press(button: 0):
      guard let index = lesson(at: mouse.point, model) else { return nil }
      return index == selection ? .home(.choose) : .home(.moveSelection(index - selection))
    default: return nil
    }
  }

  /// Draws the list.
  public func draw(_ model: Model, on canvas: inout Canvas) { drawHome(self, model, on: &canvas) }
}

extension HomeScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.down, "j"], .home(.moveSelection(1)), "down", rank: 2, help: "Next lesson in the list",
      .lesson),
    KeyBinding(
      [.up, "k"], .home(.moveSelection(-1)), "up", rank: 3, help: "Previous lesson in the list",
      .lesson),
    KeyBinding(
      [.enter, .right, " ", "l"], .home(.choose), "open", rank: 1, help: "Open the lesson",
      .lesson),
  ]

  static let closing = KeyBinding(
    [.escape, .left, "h"], .close, "back", rank: 4, help: "Back to where you were", .lesson)
}
