import Experiments
import Platform
import TerminalCanvas

/// What a learner has set for all that the program shows: the file `config.yaml`.
public struct Configuration: Hashable, Sendable {
  /// Colors for a `dark` or a `light` background; `auto` asks the terminal.
  public var theme = "auto"
  /// The characters that drawings use; nil: the best that the terminal has.
  public var glyphs: GlyphSet?
  /// How fast a run plays at first.
  public var speed = Pace.walking
  /// Keys in other places.
  public var keys = KeyMap()

  /// What counts where no file says otherwise.
  public init() {}

  /// The names of themes.
  public static let themes = ["auto", "dark", "light"]

  /// The file in `$XDG_CONFIG_HOME/downhill`, or in `~/.config/downhill`; nil when there is no place for it.
  public static func path(environment: [String: String]) -> String? {
    UserFolder.configuration.path(of: "config.yaml", environment: environment)
  }

  /// What the file at a path says; what counts without one where there is none.
  /// - Throws: everything that is wrong with it.
  public static func load(_ path: String?) throws(Diagnostics) -> Configuration {
    guard let path, FileManager.default.fileExists(atPath: path) else { return Configuration() }
    let source: SourceText
    // A shell makes the file empty before 'downhill config > FILE' is run.
    do { source = try SourceText(path: path, mayBeEmpty: true) } catch {
      throw Diagnostics([error])
    }
    return try Configuration(source)
  }

  /// Reads a file.
  /// - Throws: everything that is wrong with it.
  public init(_ source: SourceText) throws(Diagnostics) {
    guard Self.saysSomething(source.text) else { return }
    let yaml = YAMLSource(source)
    if let fields = yaml.root(of: source.text)?.fields(of: "A configuration", known: Self.names) {
      read(fields)
    }
    guard yaml.diagnostics.isEmpty else { throw Diagnostics(yaml.diagnostics) }
  }

  /// Whether a text is more than comments.
  private static func saysSomething(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .contains { !$0.isEmpty && !$0.hasPrefix("#") }
  }

  private static let names = ["theme", "glyphs", "speed", "keys"]

  private mutating func read(_ fields: YAMLFields) {
    if let name = fields["theme"]?.name(among: Self.themes, "theme") { theme = name }
    if let name = fields["glyphs"]?.name(
      among: ["auto"] + GlyphSet.allCases.map(\.rawValue), "set of glyphs")
    {
      glyphs = GlyphSet(rawValue: name)
    }
    if let name = fields["speed"]?.name(among: Pace.names, "speed") {
      speed = Pace.named(name) ?? speed
    }
    if let value = fields["keys"] { keys = KeyMap(value) ?? keys }
  }

  /// The text of a file that says the same, with what may be said.
  public var text: String {
    let root = YAMLNode.group([
      ("theme", YAMLNode(theme)), ("glyphs", YAMLNode(glyphs?.rawValue ?? "auto")),
      ("speed", YAMLNode(.scalar(speed.name))), ("keys", keys.node),
    ])
    let remarks = [
      "theme": "colors: \(Self.themes.joined(separator: ", "))",
      "glyphs":
        "characters to draw with: auto, \(GlyphSet.allCases.map(\.rawValue).joined(separator: ", "))",
      "speed": "how fast a run plays at first: \(Pace.names.joined(separator: ", "))",
      "keys": "the program's key, and the one to press in its place: {p: F5, ^p: F6}",
    ]
    return YAMLText.text(root) { remarks[$0] }
  }
}

extension Model {
  /// Takes what a learner has set for the whole program.
  public mutating func configure(_ configuration: Configuration) {
    (keyMap, usualPace) = (configuration.keys, configuration.speed)
    look.pace = configuration.speed
  }
}
