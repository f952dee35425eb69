import Lessons
import NeuralNetwork
import TerminalCanvas

/// The words and signs of the program, those of the screen beneath first.
public struct GlossaryScene: Scene {
  /// Every term, those of the screen beneath in front.
  let terms: [GlossaryTerm]
  /// How many of them the screen beneath has.
  let presentCount: Int
  /// The title of the scene that closing it shows.
  let beneath: String
  /// What is typed to look for; nil where nothing is.
  public internal(set) var search: String?
  /// The term that the marker stands at, among those found.
  public internal(set) var selection: Int {
    get { list.row }
    set { list.row = newValue }
  }
  /// The same, and the term around which the list stands.
  var list = ListSelection(0)
  /// What the selected term is now, on the run beneath: worked out once, since some take a pass over all samples.
  var value: String?

  /// What happens here.
  public enum Message: Hashable, Sendable {
    case moveSelection(Int), select(Int)
    case beginSearch, type(Character), erase, endSearch
  }

  init(_ terms: [GlossaryTerm], presentCount: Int, beneath: String) {
    (self.terms, self.presentCount, self.beneath) = (terms, presentCount, beneath)
  }

  /// The terms that have what is typed in a name, or else in their meaning.
  var found: [GlossaryTerm] {
    guard let search, !search.isEmpty else { return terms }
    let key = search.lowercased()
    let named = terms.filter { $0.names.contains { $0.lowercased().contains(key) } }
    return named.isEmpty ? terms.filter { $0.meaning.lowercased().contains(key) } : named
  }

  /// The term that the marker stands at; nil where nothing is found.
  public var selected: GlossaryTerm? {
    let found = found
    return found.indices.contains(selection) ? found[selection] : nil
  }

  /// The name of the list.
  public var title: String { "Words" }
  /// The list's own keys, or those of typing.
  public var keyContext: KeyContext { search == nil ? .glossary : .glossarySearch }
  /// No run is to be seen.
  public var hasWorkbench: Bool { false }
  /// What tells one place in the list from another.
  public var whereabouts: [String] { [title, selected.map { "\($0)" } ?? "", search ?? "-"] }

  /// The selected entry; on coming here also the words of the screen beneath.
  public func words(_ model: Model) -> [String] {
    guard let selected else { return ["Nothing is called '\(search ?? "")'."] }
    let present = terms.prefix(presentCount).map(\.name).joined(separator: ", ")
    let isNew = selection == 0 && search == nil && presentCount > 0
    let list = isNew ? ["", "Words of this screen: \(present)."] : []
    let help = "j and k go on, / looks for a word, Esc goes back."
    return list + [""] + selected.lines(now: value) + [help]
  }

  /// A click on a term selects it, the wheel goes through the list.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    switch mouse.action {
    case .wheelUp: .glossary(.moveSelection(-1))
    case .wheelDown: .glossary(.moveSelection(1))
    case .press(button: 0): term(at: mouse.point, model).map { .glossary(.select($0)) }
    default: nil
    }
  }

  /// Draws list and entry.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    drawGlossary(self, model, on: &canvas)
  }
}

extension GlossaryScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.down, "j"], .glossary(.moveSelection(1)), "down", rank: 2, help: "Next word in the list",
      .lesson),
    KeyBinding(
      [.up, "k"], .glossary(.moveSelection(-1)), "up", rank: 3, help: "Previous word in the list",
      .lesson),
    KeyBinding(
      [.pageDown, " "], .glossary(.moveSelection(10)), help: "Ten words on", .lesson),
    KeyBinding([.pageUp], .glossary(.moveSelection(-10)), help: "Ten words back", .lesson),
    KeyBinding(
      ["/"], .glossary(.beginSearch), "search", rank: 1, help: "Look for a word", .lesson),
    KeyBinding(
      [.escape, .left, "h", "b"], .close, "back", rank: 4, help: "Back to where you were",
      .lesson),
  ]

  static let searchKeys: [KeyBinding] = [
    KeyBinding(
      [.enter], .glossary(.endSearch), "done", rank: 1, help: "Stay at what was found", .lesson),
    KeyBinding(
      [.down], .glossary(.moveSelection(1)), help: "Next word found", .lesson),
    KeyBinding([.up], .glossary(.moveSelection(-1)), help: "Previous word found", .lesson),
    KeyBinding(
      [.backspace], .glossary(.erase), "erase", rank: 2, help: "Erase the last character",
      .lesson),
    KeyBinding([.escape], .close, "cancel", rank: 3, help: "All words again", .lesson),
  ]
}
