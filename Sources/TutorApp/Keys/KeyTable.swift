import NeuralNetwork
import TerminalCanvas

/// Where a key is valid: each place of the program has its own set.
public enum KeyContext: CaseIterable, Sendable {
  case list, lesson, sandbox, typing, help
  /// A lesson whose open question asks for a number: all keys of a lesson, and every digit begins an answer.
  case answering
}

/// One row of the table: the keys, what they mean, and the words for footer and help.
public struct KeyBinding: Sendable {
  /// Every key that means it; the first is the one the footer names.
  public let keys: [Key]
  /// What it means.
  public let message: Message
  /// One word for the footer; nil keeps the row out of it.
  public let short: String?
  /// A sentence for the help screen.
  public let help: String
  /// Where it is valid.
  public let contexts: [KeyContext]
  /// Its heading on the help screen.
  public let group: Group

  /// The headings of the help screen, in order.
  public enum Group: String, CaseIterable, Sendable {
    case lesson = "The lesson"
    case time = "Time, both ways"
    case run = "The run"
    case screen = "The screen"
  }
}

/// The one table of keys.
///
/// Dispatch, footer, help screen and the README's list all read it.
public enum KeyTable {
  private static let tutor: [KeyContext] = [.lesson, .sandbox]

  /// Every row, in the order of footer and help.
  public static let bindings: [KeyBinding] =
    lessonKeys + digitKeys + listKeys + typingKeys + timeKeys + runKeys + screenKeys

  /// The message that a key stands for in a context, if it has one there.
  public static func message(for key: Key, in context: KeyContext) -> Message? {
    // Elsewhere 0 is the learning rate's.
    if context == .answering, key == "0" { return .answer(0) }
    if context == .typing, case .character(let character) = key { return .type(character) }
    return bindings.first { $0.contexts.contains(context) && $0.keys.contains(key) }?.message
  }

  static let lessonKeys: [KeyBinding] = [
    row(
      [.right, " ", .enter, "n", "l"], .next, "next", "Next page of the lesson", [.lesson], .lesson),
    row(
      [.left, .backspace, "b", "h"], .back, "back",
      "One page back, with every number as it was", [.lesson], .lesson),
    row(
      ["g", .home], .returnToLesson, nil,
      "Back to the lesson's own place after exploring", [.lesson], .lesson),
    row(["t"], .beginTyping, nil, "Type an answer, in words or digits", [.answering], .lesson),
    row(["H"], .showHint, nil, "A hint; again for the next one", [.lesson], .lesson),
    row(["!"], .showSolution, nil, "Show the solution of a goal", [.lesson], .lesson),
    row([.pageDown], .scrollText(1), nil, "Scroll the lesson's text down", [.lesson], .lesson),
    row([.pageUp], .scrollText(-1), nil, "Scroll the lesson's text up", [.lesson], .lesson),
    row(["i", .control("p")], .openList, nil, "The list of lessons", tutor, .lesson),
  ]

  /// A row for each digit, which the help shows as one.
  static let digitKeys: [KeyBinding] = (1...9).map { digit in
    row(
      [.character(Character("\(digit)"))], .answer(digit), nil,
      "Commit to a choice, or begin to type a number", [.lesson], .lesson)
  }

  static let listKeys: [KeyBinding] = [
    row([.down, "j"], .moveSelection(1), "down", "Next lesson in the list", [.list], .lesson),
    row([.up, "k"], .moveSelection(-1), "up", "Previous lesson in the list", [.list], .lesson),
    row([.enter, .right, " ", "l"], .choose, "open", "Open the lesson", [.list], .lesson),
  ]

  static let typingKeys: [KeyBinding] = [
    row([.enter], .commitTyped, "commit", "Commit the typed answer", [.typing], .lesson),
    row([.backspace], .eraseTyped, "erase", "Erase the last character", [.typing], .lesson),
    row([.escape], .close, "cancel", "Leave the answer open", [.typing], .lesson),
  ]

  static let timeKeys: [KeyBinding] = [
    row(["p"], .togglePlaying, "play", "Play or pause the training", tutor, .time),
    row(
      ["."], .advance(.phase), "phase", "One phase ahead: a layer, the loss, the update", tutor,
      .time),
    row([","], .rewind(.phase), nil, "One phase back", tutor, .time),
    row(["u"], .advance(.update), "update", "One update ahead", tutor, .time),
    row(["U"], .rewind(.update), nil, "One update back", tutor, .time),
    row(["e"], .advance(.epoch), nil, "One epoch ahead", tutor, .time),
    row(["E"], .rewind(.epoch), nil, "One epoch back", tutor, .time),
    row(["]"], .faster, nil, "Play faster", tutor, .time),
    row(["["], .slower, nil, "Play slower", tutor, .time),
    row(["r"], .restart, nil, "Restart the run from its first numbers", tutor, .time),
    row(["s"], .newSeed, nil, "Start again from a new seed", tutor, .time),
  ]

  static let runKeys: [KeyBinding] = [
    row(
      ["+", "="], .scaleLearningRate(.coarseUp), "η", "Learning rate up (1, 2, 5, 10 …)", tutor,
      .run),
    row(["-"], .scaleLearningRate(.coarseDown), nil, "Learning rate down", tutor, .run),
    row([">"], .scaleLearningRate(.fineUp), nil, "Learning rate up a little", tutor, .run),
    row(["<"], .scaleLearningRate(.fineDown), nil, "Learning rate down a little", tutor, .run),
    row(["0"], .scaleLearningRate(.reset), nil, "Learning rate as the lesson set it", tutor, .run),
    row(["a"], .cycleActivation, nil, "Another activation in the hidden layers", tutor, .run),
    row(["m"], .cycleLoss, nil, "Another way to measure the loss", tutor, .run),
    row(
      ["c"], .toggleComparison, nil,
      "Fork a second run to compare with; again to end it", tutor, .run),
    row(["v"], .switchRun, nil, "The keys act on the other run", tutor, .run),
    row([.down, "j"], .selectParameter(1), nil, "Select the next parameter", tutor, .run),
    row([.up, "k"], .selectParameter(-1), nil, "Select the previous parameter", tutor, .run),
    row(["x"], .selectSample(1), nil, "Show the next sample of the batch", tutor, .run),
    row(["X"], .selectSample(-1), nil, "Show the previous sample of the batch", tutor, .run),
    row(
      ["d"], .checkGradient, nil,
      "Check the selected gradient with a finite difference", tutor, .run),
  ]

  static let screenKeys: [KeyBinding] = [
    row([.tab], .focusNextPanel, nil, "Focus the next panel", tutor, .screen),
    row([.backTab], .focusPreviousPanel, nil, "Focus the previous panel", tutor, .screen),
    row(["z"], .toggleZoom, nil, "Zoom the focused panel", tutor, .screen),
    row(["y"], .toggleLogScale, nil, "Loss on a linear or a logarithmic scale", tutor, .screen),
    row(
      ["f"], .toggleSmoothing, nil, "Smooth the loss curve; the raw one stays behind it", tutor,
      .screen),
    row(
      ["G"], .cycleGlyphs, nil, "Braille, block or ASCII drawing",
      tutor + [.list], .screen),
    row(
      [.right, .pageDown, .down, " ", "j", "l"], .turnPage(1), nil, "Next page of the help",
      [.help], .screen),
    row(
      [.left, .pageUp, .up, "k", "h"], .turnPage(-1), nil, "Previous page of the help", [.help],
      .screen),
    row(["?", .function(1)], .toggleHelp, "help", "This help", tutor + [.list, .help], .screen),
    row([.escape], .close, nil, "Close what is open on top", tutor + [.help], .screen),
    row([.control("l")], .redraw, nil, "Draw the screen anew", KeyContext.allCases, .screen),
    row([.control("z")], .suspend, nil, "Suspend; fg continues", KeyContext.allCases, .screen),
    row(
      ["q"], .quit, "quit", "Quit; the lesson continues here next time",
      tutor + [.list, .help], .screen),
    row([.control("c")], .quit, nil, "Quit", KeyContext.allCases, .screen),
  ]

  private static func row(
    _ keys: [Key], _ message: Message, _ short: String?, _ help: String,
    _ contexts: [KeyContext], _ group: KeyBinding.Group
  ) -> KeyBinding {
    KeyBinding(
      keys: keys, message: message, short: short, help: help,
      contexts: contexts.contains(.lesson) ? contexts + [.answering] : contexts, group: group)
  }
}
