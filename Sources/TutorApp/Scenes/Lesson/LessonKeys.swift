import TerminalCanvas

extension LessonScene {
  static let keys: [KeyBinding] = [
    KeyBinding(
      [.right, " ", .enter, "n"], .lesson(.next), "next", rank: 1,
      help: "Next page of the lesson", .lesson),
    KeyBinding(
      [.left, .backspace, "b"], .lesson(.back), "back", rank: 2,
      help: "One page back, with every number as it was", .lesson),
    KeyBinding(
      ["g", .home], .lesson(.returnToLesson), "return", rank: 15,
      help: "Back to the goal that was reached, then to the page's own place", .lesson),
    KeyBinding(
      ["h", "H"], .lesson(.showHint), "hint", rank: 21, help: "A hint; again for the next one",
      .lesson),
    KeyBinding(["!"], .lesson(.showSolution), help: "Show the solution of a goal", .lesson),
    KeyBinding(
      [.pageDown], .lesson(.scrollText(1)), help: "Scroll the lesson's text down", .lesson),
    KeyBinding([.pageUp], .lesson(.scrollText(-1)), help: "Scroll the lesson's text up", .lesson),
    KeyBinding(
      ["}"], .lesson(.turnDial(1)), help: "Turn the page's dial to its next value, with a new run",
      .lesson),
    KeyBinding(["{"], .lesson(.turnDial(-1)), help: "Turn it to the value before", .lesson),
    KeyBinding(
      ["o"], .lesson(.takeOtherDial), help: "The other of two dials: { and } turn it", .lesson),
    KeyBinding(
      ["P"], .lesson(.takeIntoPlayground), "playground", rank: 28,
      help: "Take the run into the playground; Esc returns to the lesson", .lesson),
    KeyBinding(
      ["A"], .lesson(.drill), "drill", rank: 27,
      help: "A drill with new numbers, until three in a row are right", .lesson),
    KeyBinding(
      ["J"], .openPages, "pages", rank: 23, help: "The pages of the lesson by title, to go to any",
      .lesson),
    KeyBinding(
      ["i", .control("p")], .openHome, "lessons", rank: 22, help: "The list of lessons", .lesson),
  ]

  static let sureKey = KeyBinding(
    ["y"], .lesson(.toggleSure), "sure", rank: 20,
    help: "Sure, or not: it is kept with the answer", .lesson)

  /// Beside those of the lesson where a question asks for a typed answer.
  static let answeringKeys: [KeyBinding] =
    [
      KeyBinding(
        ["t", .enter], .lesson(.beginTyping), "type", rank: 0,
        help: "Type an answer, in words or digits", .lesson), sureKey,
    ]
    + numberKeys("0123456789", help: "Begin to type a number")
    + numberKeys("-.", help: "Begin with its sign or its point, whatever these do elsewhere")

  private static func numberKeys(_ characters: String, help: String) -> [KeyBinding] {
    characters.map { character in
      KeyBinding(
        [.character(character)], .lesson(.beginNumber(character)), help: help, .lesson)
    }
  }

  /// While an answer is typed.
  static let typingKeys: [KeyBinding] = [
    KeyBinding(
      [.enter], .lesson(.commitTyped), "commit", rank: 1, help: "Commit the typed answer", .lesson),
    KeyBinding(
      [.backspace], .lesson(.eraseTyped), "erase", rank: 2, help: "Erase the last character",
      .lesson),
    KeyBinding([.escape], .close, "cancel", rank: 3, help: "Leave the answer open", .lesson),
  ]
}
