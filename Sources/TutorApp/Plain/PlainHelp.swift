import Lessons
import TerminalCanvas

/// What can be typed where the learner is: words and characters, with what each line does.
enum PlainHelp {
  /// All of it, line by line.
  static func lines(_ model: Model) -> [String] {
    let answer = (model.scene as? LessonScene)?.openQuestion.map {
      ["", "Your answer", $0.kind.plainInvitation(pass: PlainWord.pass)]
    }
    let groups = KeyBinding.Group.allCases.flatMap { group in
      let words = PlainWord.known(in: group, isLesson: model.scene is LessonScene)
      let rows = model.scene.keyContext.bindings.filter { $0.group == group }
        .compactMap { row($0, words) }
      return rows.isEmpty ? [] : ["", group.rawValue] + rows
    }
    let look = model.scene.hasWorkbench ? [PlainTelling.look] : []
    let tellings = (PlainTelling.all.map { ($0.word, $0.help) } + look).map { word, help in
      "  " + word.padded(to: 18, atLeast: 1) + help
    }
    let help = model.scene.help(model).flatMap { $0 }.map(\.plain)
    var lines = ["What to type, each with Enter:"] + (answer ?? []) + groups
    lines += ["", "Where you are"] + tellings + help
    return lines
  }

  /// What is typed for a row of keys, and what it does; nil where lines have no use for it.
  private static func row(_ binding: KeyBinding, _ known: [PlainWord]) -> String? {
    guard !Self.isOfTheScreen(binding.message) else { return nil }
    let words = known.filter { binding.keys.contains($0.key) }.map(\.word)
    let characters = binding.keys.filter { $0.isCharacter && $0 != " " }.prefix(2).map(\.label)
    let typed = (words + characters).joined(separator: ", ")
    guard !typed.isEmpty else { return nil }
    return "  " + typed.padded(to: 18, atLeast: 1) + binding.help
  }

  /// Whether a message only changes what a screen shows, or is a part of answering, which lines do in one go.
  private static func isOfTheScreen(_ message: Message) -> Bool {
    switch message {
    case .lesson(.select), .lesson(.move), .lesson(.commitAnswer), .lesson(.beginTyping),
      .lesson(.beginNumber), .lesson(.scrollText):
      true
    case .workbench(.focusNextPanel), .workbench(.focusPreviousPanel), .workbench(.toggleZoom),
      .workbench(.toggleLogScale), .workbench(.toggleLogTime), .workbench(.smoothMore),
      .workbench(.toggleSorting):
      true
    case .playground(.find), .playground(.typeValue), .playground(.command),
      .playground(.toggleSettings), .playground(.number):
      true
    case .cycleGlyphs, .toggleMouse, .redraw, .suspend: true
    default: false
    }
  }
}

extension PlainWord {
  /// The words that help offers under a heading.
  fileprivate static func known(in group: KeyBinding.Group, isLesson: Bool) -> [PlainWord] {
    switch group {
    case .playground: everywhere
    case .time, .run: everywhere + ofRuns
    case .lesson, .screen: everywhere + (isLesson ? ofLessons : ofPages)
    }
  }
}
