import Lessons
import TerminalCanvas

/// The pages of the open lesson by their titles, to go to any of them; where there is room beside the selected one's text and
/// picture.
public struct PagesScene: Scene {
  /// The lesson beneath, as it stands.
  let place: LessonScene
  /// The page that the marker stands at, from 0.
  public var selection: Int { list.row }
  /// The same, and the page around which the list stands.
  var list: ListSelection<Int>

  /// What happens here.
  public enum Message: Hashable, Sendable {
    case moveSelection(Int), select(Int), choose
  }

  init(_ place: LessonScene) { (self.place, list) = (place, ListSelection(place.page)) }

  /// The name of the list.
  public var title: String { "Pages" }
  /// The list's own keys.
  public var keyContext: KeyContext { .pages }
  /// No run is to be seen.
  public var hasWorkbench: Bool { false }
  /// What tells one place in the list from another.
  public var whereabouts: [String] { [title, "\(selection)"] }

  /// The list, one page a line.
  public func words(_ model: Model) -> [String] {
    ["", "Pages of lesson \(place.lesson.number), \(place.lesson.title):"]
      + place.lesson.pages.indices.map { line($0) } + [
        "j and k choose, Enter goes there, and so does a page's number."
      ]
  }

  /// A click on a page selects it, the next one goes there; the wheel goes through the list.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    switch mouse.action {
    case .wheelUp: return .pages(.moveSelection(-1))
    case .wheelDown: return .pages(.moveSelection(1))
    case .press(button: 0):
      guard let index = page(at: mouse.point, model.size) else { return nil }
      return .pages(index == selection ? .choose : .select(index))
    default: return nil
    }
  }

  /// "▶  3  It turned  you are here, answered".
  func line(_ index: Int) -> String {
    let mark = index == selection ? "▶" : " "
    let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
    return "\(mark) \(number)  \(name(of: index))  \(states(index))"
  }

  /// The title; of several that are called the same also which it is.
  private func name(of index: Int) -> String {
    let title = place.lesson.pages[index].title
    let same = place.lesson.pages.indices.filter { place.lesson.pages[$0].title == title }
    guard same.count > 1, let rank = same.firstIndex(of: index) else { return title }
    return "\(title), \(rank + 1) of \(same.count)"
  }

  private func states(_ index: Int) -> String {
    let here = index == place.page ? ["you are here"] : []
    let answer = place.isSettled(index) ? ["answered"] : []
    let goal = place.goalWays[index].map { $0 == .shown ? ["goal shown"] : ["goal reached"] } ?? []
    return (here + answer + goal).joined(separator: ", ")
  }
}

extension PagesScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.down, "j"], .pages(.moveSelection(1)), "down", rank: 2, help: "Next page in the list",
      .lesson),
    KeyBinding(
      [.up, "k"], .pages(.moveSelection(-1)), "up", rank: 3, help: "Previous page in the list",
      .lesson),
    KeyBinding(
      [.enter, .right, " ", "l"], .pages(.choose), "go", rank: 1, help: "Go to the page", .lesson),
    KeyBinding(
      [.escape, .left, "h", "b"], .close, "back", rank: 4, help: "Back to where you were", .lesson),
  ]
}

extension Model {
  mutating func update(_ message: PagesScene.Message) -> [Effect] {
    guard var pages = scene as? PagesScene else { return [] }
    let last = pages.place.lesson.pages.count - 1
    switch message {
    case .moveSelection(let rows): pages.list.row = min(max(0, pages.selection + rows), last)
    case .select(let index): pages.list.point(at: min(max(0, index), last))
    case .choose:
      path.removeLast()
      return pages.selection == place?.page ? [] : enter(page: pages.selection)
    }
    scene = pages
    return []
  }

  /// Lays the list of pages over the open lesson.
  mutating func openPages() -> [Effect] {
    guard scene is LessonScene, let place else { return [] }
    path.append(PagesScene(place))
    return [.send(.pause)]
  }
}
