import Experiments
import TerminalCanvas
import Workbench

/// The examples to begin with, one sentence each.
public struct GalleryScene: Scene {
  /// The row that the marker stands at.
  var list = ListSelection(0)
  /// Its place.
  var selection: Int { list.row }

  /// What is being typed; nil when nothing is.
  var entry: Entry?

  /// The gallery, with what was open before as its first rows.
  public init() {}

  /// What can be begun with, a row each.
  func rows(_ model: Model) -> [Row] {
    model.sessions.map { Row(title: "Go on", sentence: $0.sentence, beginning: .session($0)) }
      + Preset.all.map { Row(title: $0.title, sentence: $0.sentence, beginning: .preset($0)) }
  }

  /// A row of the gallery.
  struct Row: Sendable {
    let title: String
    let sentence: String
    let beginning: Beginning
  }

  /// What a row opens.
  enum Beginning: Sendable {
    case session(Session)
    case preset(Preset)
    /// An experiment file, a table or a data set, by its name.
    case file(String)
  }

  /// What happens here.
  public enum Message: Hashable, Sendable {
    case moveSelection(Int), select(Int), choose
  }

  /// The name of the list.
  public var title: String { "Playground" }
  /// The list's own keys, or those of what is being typed.
  public var keyContext: KeyContext { entry == nil ? .gallery : .playgroundTyping }
  /// No run is to be seen.
  public var hasWorkbench: Bool { false }
  /// What tells one place in the list from another.
  public var whereabouts: [String] { [title, "\(selection)"] }

  /// The list, one preset a line.
  public func words(_ model: Model) -> [String] {
    let rows = rows(model).enumerated().map { index, row in
      "\(index == selection ? ">" : " ") \(row.title): \(row.sentence)"
    }
    return ["", "Playground, examples to begin with:"] + rows
      + ["j and k choose, Enter opens, q quits."]
  }

  /// A click on a preset selects it, the next one opens it; the wheel goes through the list.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    switch mouse.action {
    case .wheelUp: return .gallery(.moveSelection(-1))
    case .wheelDown: return .gallery(.moveSelection(1))
    case .press(button: 0):
      let layout = GalleryLayout(size: model.size, list, count: rows(model).count)
      guard let index = layout.index(at: mouse.point) else { return nil }
      return index == selection ? .gallery(.choose) : .gallery(.select(index))
    default: return nil
    }
  }

  /// Draws the list.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    drawGallery(self, model, on: &canvas)
  }
}

extension GalleryScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.down, "j"], .gallery(.moveSelection(1)), "down", rank: 2, help: "Next example", .lesson),
    KeyBinding(
      [.up, "k"], .gallery(.moveSelection(-1)), "up", rank: 3, help: "Previous example", .lesson),
    KeyBinding(
      [.enter, .right, " ", "l"], .gallery(.choose), "open", rank: 1, help: "Open the example",
      .lesson),
    KeyBinding(
      [":"], .playground(.command), "command", rank: 4,
      help: "Type a command, such as open moons; Tab completes it", .lesson),
    KeyBinding(
      ["i", .control("p")], .openHome, "lessons", rank: 30, help: "The list of lessons", .lesson),
    KeyBinding([.escape, .left, "h"], .close, help: "Back to where you were", .lesson),
  ]
}

extension Model {
  mutating func update(_ message: GalleryScene.Message) -> [Effect] {
    guard var gallery = scene as? GalleryScene else { return [] }
    switch message {
    case .moveSelection(let rows):
      gallery.list.row = min(max(0, gallery.selection + rows), gallery.rows(self).count - 1)
      scene = gallery
      return []
    case .select(let row):
      gallery.list.point(at: row)
      scene = gallery
      return []
    case .choose: return choose(gallery)
    }
  }

  private mutating func choose(_ gallery: GalleryScene) -> [Effect] {
    open(gallery.rows(self)[gallery.selection].beginning)
  }

  /// Lays the playground of a row over what is open.
  mutating func open(_ beginning: GalleryScene.Beginning) -> [Effect] {
    switch beginning {
    case .preset(let preset): return open(preset)
    case .file(let name): return open(file: name)
    case .session(let session):
      do throws(Diagnostics) { return try open(session) } catch {
        notice = error.sentence
        return []
      }
    }
  }

  /// Lays the playground of a preset over what is open.
  mutating func open(_ preset: Preset) -> [Effect] {
    do {
      let file = try preset.file()
      let workspace = try Workspace(file, panels: preset.panels.map(\.name))
      return openPlayground(PlaygroundScene(name: preset.name), workspace)
    } catch {
      notice = (error as? Diagnostics)?.sentence ?? "\(error)"
      return []
    }
  }
}

extension Session {
  /// What a row of the gallery says of it.
  fileprivate var sentence: String {
    let others = runs.count > 1 ? " with \(runs.count) runs" : ""
    return "\(name)\(others), where it was left at update \(runs[focus].update)."
  }
}
