import TerminalCanvas

extension PlaygroundScene {
  static let keys: [KeyBinding] =
    [
      row([.down], .moveSetting(1), "setting", rank: 14, "Select the next setting"),
      row([.up], .moveSetting(-1), nil, "Select the previous setting"),
      row(
        [.right], .changeSetting(1), "change", rank: 11,
        "The next value of the selected setting; ↻ means that a new run begins"),
      row([.left], .changeSetting(-1), nil, "The value before"),
      row(
        [.enter], .typeValue, nil, "Type a value for the selected setting, as in an experiment file"
      ),
      row(
        [.backspace, .delete], .clearSetting, nil,
        "Set the selected setting back to its usual value"),
      row(["/"], .find, nil, "Find a setting by a part of its name"),
      row(["o"], .toggleSettings, "settings", rank: 7, "Show or hide the settings"),
      row(["Z"], .undo, "undo", rank: 15, "Take the last change back, with every number as it was"),
      row(["Y"], .redo, nil, "Make the change again that was taken back"),
      row(
        ["}"], .nudge(1), nil,
        "The selected parameter a little up: the loss it would give; Enter commits it"),
      row(["{"], .nudge(-1), nil, "The same a little down"),
      row(["F"], .toggleFrozen, nil, "Training leaves the selected parameter as it is, or not"),
      row(["A"], .toggleTogether, nil, "The keys of the rate move all runs together, or one apart"),
      row(["V"], .openRuns, nil, "The table of runs: pick, sort, pin, fork, drop"),
      row(["S"], .openPoints, nil, "Samples by hand: add, move, flip, delete with keys or mouse"),
      row(
        ["I"], .follow, nil, "Follow the shown sample, or the input tested last, through the layers"
      ),
      row([":"], .command, "command", rank: 12, "Type a command; Tab completes it"),
    ]
    + (1...9).map { digit in
      row(
        [.character(Character("\(digit)"))], .number(digit), nil, "Type the update to go to")
    } + [
      KeyBinding(
        ["i", .control("p")], .openHome, "lessons", rank: 30, help: "The list of lessons",
        .playground
      )
    ]

  /// While something is typed.
  static let typingKeys: [KeyBinding] = [
    row([.enter], .commit, "do it", rank: 1, "Take what was typed"),
    row([.tab], .complete, "complete", rank: 2, "Complete the word"),
    row([.backspace], .erase, "erase", rank: 4, "Erase the last character"),
    row([.control("w")], .eraseWord, nil, "Erase the last word"),
    row([.control("u")], .eraseAll, nil, "Erase all of it"),
    row([.up], .recall(-1), nil, "The command before"),
    row([.down], .recall(1), nil, "The next command"),
    KeyBinding([.escape], .close, "cancel", rank: 3, help: "Leave it as it was", .playground),
  ]

  private static func row(
    _ keys: [Key], _ message: Message, _ short: String?, rank: Int? = nil, _ help: String
  ) -> KeyBinding {
    KeyBinding(keys, .playground(message), short, rank: rank, help: help, .playground)
  }
}
