import TerminalCanvas

/// The keys that are valid at one time.
///
/// Dispatch, footer, help screen and docs/reference all read its rows.
public struct KeyContext: Sendable {
  /// What tells it from the others.
  public let name: String
  /// Every row, in the order of the footer; the first that has a key says what it means.
  public let bindings: [KeyBinding]
  /// What a character means that no row names, where text is typed.
  private let typed: (@Sendable (Character) -> Message)?

  init(
    _ name: String, _ bindings: [KeyBinding], typed: (@Sendable (Character) -> Message)? = nil
  ) {
    self.name = name
    self.bindings = bindings
    self.typed = typed
  }

  /// The message that a key stands for, if it has one here.
  public func message(for key: Key) -> Message? {
    if let typed, case .character(let character) = key { return typed(character) }
    return bindings.first { $0.keys.contains(key) }?.message
  }

  /// Whether a line of characters begins as an answer does.
  func answers(_ line: String) -> Bool {
    guard let first = line.first else { return false }
    switch message(for: .character(first)) {
    case .lesson(.select), .lesson(.beginNumber), .lesson(.beginTyping): return true
    default: return false
    }
  }

  /// Whether characters are typed here, not read as keys.
  public var takesText: Bool { typed != nil }
}

extension KeyContext: Hashable, CustomStringConvertible {
  /// By name.
  public static func == (left: KeyContext, right: KeyContext) -> Bool { left.name == right.name }
  /// By name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
  /// The name.
  public var description: String { name }
}

extension KeyContext {
  /// Every set of keys that there is.
  public static let all = [
    home, homeOverScene, homeSearching, lesson, choosing, choosingByLetter, answering, sketching,
    typing, typingValue, playground, playgroundTyping, gallery, drawing, following, points, runs,
    glossary,
    glossarySearch, pages, ending, drill, help,
  ]

  /// The list of lessons, with nothing beneath it.
  static let home = KeyContext("home", HomeScene.keys + [Model.closing] + Model.keys)
  /// The list of lessons over a scene that closing it shows.
  static let homeOverScene = KeyContext(
    "home over a scene", HomeScene.keys + [HomeScene.closing] + Model.keys)
  /// What is searched for in the list, while it is typed.
  static let homeSearching = KeyContext(
    "searching", HomeScene.searchKeys + Model.controlKeys
  ) { .home(.type($0)) }
  /// A lesson.
  static let lesson = KeyContext("lesson", lessonKeys)
  /// A lesson whose open question has choices, called by digits.
  static let choosing = KeyContext(
    "choosing", LessonScene.choosingKeys("123456789").before(lessonKeys))
  /// The same where digits would be answers themselves.
  static let choosingByLetter = KeyContext(
    "choosing by letter", LessonScene.choosingKeys("abcdef").before(lessonKeys))
  /// A lesson whose open question asks for a typed answer, which every digit begins.
  static let answering = KeyContext("answering", LessonScene.answeringKeys.before(lessonKeys))
  /// A lesson whose open question asks for a curve.
  static let sketching = KeyContext("sketching", LessonScene.sketchingKeys.before(lessonKeys))
  private static let lessonKeys = LessonScene.keys + Workbench.keys + [Model.closing] + Model.keys
  /// An answer that is being typed.
  static let typing = KeyContext(
    "typing", LessonScene.typingKeys + Model.controlKeys
  ) { .lesson(.type($0)) }
  /// A value for a parameter that is being typed.
  static let typingValue = KeyContext(
    "typing a value", Workbench.valueKeys + Model.controlKeys
  ) { .workbench(.typeValue($0)) }
  /// The playground.
  static let playground = KeyContext(
    "playground",
    PlaygroundScene.keys + Workbench.keys.map { $0.without(PlaygroundScene.keys.flatMap(\.keys)) }
      + [Model.closing] + Model.keys)
  /// A value, a command or a word to find, while it is typed.
  static let playgroundTyping = KeyContext(
    "typing in the playground", PlaygroundScene.typingKeys + Model.controlKeys
  ) { .playground(.type($0)) }
  /// An image of the learner's own.
  static let drawing = KeyContext("drawing", DrawingScene.keys + Model.keys)
  /// An input on its way through the layers.
  static let following = KeyContext("following", FollowScene.keys + Model.keys)
  /// Samples under the learner's hands.
  static let points = KeyContext("points", PointsScene.keys + PointsScene.digits + Model.keys)
  /// The table of runs.
  static let runs = KeyContext("runs", RunsScene.keys + Model.keys)
  /// The examples to begin with.
  static let gallery = KeyContext("gallery", GalleryScene.keys + Model.keys)
  /// The pages of a lesson.
  static let pages = KeyContext("pages", PagesScene.keys + Model.keys)
  /// The end of a lesson.
  static let ending = KeyContext("ending", EndingScene.keys + Model.keys)
  /// A drill, whose answers are typed.
  static let drill = KeyContext("drill", DrillScene.keys + Model.controlKeys) {
    .drill(.type($0))
  }
  /// The list of words.
  static let glossary = KeyContext("words", GlossaryScene.keys + Model.keys)
  /// A word that is being looked for.
  static let glossarySearch = KeyContext(
    "words, searching", GlossaryScene.searchKeys + Model.controlKeys
  ) { .glossary(.type($0)) }
  /// The help screen.
  static let help = KeyContext("help", Model.helpKeys + [Model.closing] + Model.keys)
}

/// The keys of the program itself, whatever is on the screen.
extension Model {
  static let keys: [KeyBinding] =
    [
      KeyBinding(
        ["w"], .openGlossary, "words", rank: 7,
        help: "What the words and signs of this screen mean, with their values", .screen),
      KeyBinding(["G"], .cycleGlyphs, help: "Braille, block or ASCII drawing", .screen),
      KeyBinding(
        ["M"], .toggleMouse, help: "The mouse for the program, or for selecting text", .screen),
      KeyBinding(["?", .function(1)], .toggleHelp, "help", rank: 5, help: "This help", .screen),
      KeyBinding(
        ["q"], .quit, "quit", rank: 6, help: "Quit; next time you go on here", .screen),
    ] + controlKeys

  static let controlKeys: [KeyBinding] = [
    KeyBinding([.control("l")], .redraw, help: "Draw the screen anew", .screen),
    KeyBinding([.control("z")], .suspend, help: "Suspend; fg continues", .screen),
    KeyBinding([.control("c")], .quit, help: "Quit", .screen),
  ]

  static let closing = KeyBinding([.escape], .close, help: "Close what is open on top", .screen)

  static let helpKeys: [KeyBinding] = [
    KeyBinding(
      [.right, .pageDown, .down, " ", "j", "l"], .turnPage(1), help: "Next page of the help",
      .screen),
    KeyBinding(
      [.left, .pageUp, .up, "k", "h"], .turnPage(-1), help: "Previous page of the help", .screen),
  ]
}
