import Lessons
import TerminalCanvas

/// Home: the lessons with what was done in them, what there is to play with, and a look at what is selected.
public struct HomeScene: Scene {
  /// The item that the marker stands at.
  public internal(set) var selection: Int {
    get { list.row }
    set { list.row = newValue }
  }
  /// The same, and the item around which the list stands.
  var list: ListSelection<Int>
  /// What is searched for; nil when nothing is.
  var search: String?
  /// Whether it is being typed.
  var isTyping = false
  /// The load that put the selected item's run to work; nil while none is at work.
  var previewed: Int?
  /// What the selected item's run looks like at its start, where another scene's run is at work.
  var still: StillPreview?
  /// What lies beneath, where something does.
  let beneath: String?

  /// The list with an item selected; `beneath` is the title of the scene that closing it shows.
  public init(selection: Int = 0, beneath: String? = nil) {
    list = ListSelection(selection)
    self.beneath = beneath
  }

  /// What happens here.
  public enum Message: Hashable, Sendable {
    case moveSelection(Int), select(Int), choose
    /// Begins to search, goes on with one more character or one less, or takes what is found.
    case search, type(Character), erase, endSearch
    /// Asks the questions again that were missed or passed.
    case review
  }

  /// The name of the list.
  public var title: String { "Lessons" }
  /// The list's own keys.
  public var keyContext: KeyContext {
    if isTyping { return .homeSearching }
    return beneath == nil ? .home : .homeOverScene
  }
  /// No run is under the learner's hands.
  public var hasWorkbench: Bool { false }
  /// What tells one place in the list from another.
  public var whereabouts: [String] { [title, "\(selection)", search ?? ""] }

  /// The list, one item a line.
  public func words(_ model: Model) -> [String] {
    let rows = items(in: model).enumerated().map { index, item in
      let marker = index == selection ? ">" : " "
      return switch item {
      case .lesson(let lesson):
        "\(marker) \(lesson.number) \(lesson.title), \(progressText(of: lesson, in: model.progress))"
      case .preset(let preset): "\(marker) play: \(preset.title)"
      }
    }
    let review = model.reviewLines.isEmpty ? [] : ["Review:"] + model.reviewLines
    return ["", "Lessons:"] + rows + review + ["j and k choose, Enter opens, q quits."]
  }

  /// A click on an item selects it, the next one opens it; the wheel goes through the list.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    switch mouse.action {
    case .wheelUp: return .home(.moveSelection(-1))
    case .wheelDown: return .home(.moveSelection(1))
    case .press(button: 0):
      guard let index = item(at: mouse.point, model) else { return nil }
      return index == selection ? .home(.choose) : .home(.select(index))
    default: return nil
    }
  }

  /// Draws the list.
  public func draw(_ model: Model, on canvas: inout Canvas) { drawHome(self, model, on: &canvas) }
}

extension HomeScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.down, "j"], .home(.moveSelection(1)), "down", rank: 2, help: "Next in the list", .lesson),
    KeyBinding(
      [.up, "k"], .home(.moveSelection(-1)), "up", rank: 3, help: "Previous in the list", .lesson),
    KeyBinding(
      [.pageDown], .home(.moveSelection(10)), help: "Ten on in the list", .lesson),
    KeyBinding([.pageUp], .home(.moveSelection(-10)), help: "Ten back in the list", .lesson),
    KeyBinding(
      [.enter, .right, " ", "l"], .home(.choose), "open", rank: 1,
      help: "Open the lesson, or the playground on an example", .lesson),
    KeyBinding(
      ["/"], .home(.search), "search", rank: 5, help: "Search titles and summaries", .lesson),
    KeyBinding(
      ["x"], .home(.review), "review", rank: 6,
      help: "The questions that were missed or passed, again", .lesson),
  ]

  static let closing = KeyBinding(
    [.escape, .left, "h"], .close, "back", rank: 4, help: "Back to where you were", .lesson)

  /// While a search is typed.
  static let searchKeys: [KeyBinding] = [
    KeyBinding(
      [.enter], .home(.endSearch), "choose", rank: 1, help: "Choose among what is found", .lesson),
    KeyBinding(
      [.down], .home(.moveSelection(1)), "down", rank: 3, help: "Next in the list", .lesson),
    KeyBinding(
      [.up], .home(.moveSelection(-1)), "up", rank: 4, help: "Previous in the list", .lesson),
    KeyBinding(
      [.backspace], .home(.erase), "erase", rank: 5, help: "Erase the last character", .lesson),
    KeyBinding([.escape], .close, "all", rank: 2, help: "The whole list again", .lesson),
  ]
}
