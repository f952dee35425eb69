import Experiments
import NeuralNetwork
import Workbench

extension PlaygroundScene {
  /// What happens in the playground, beside what happens to runs anywhere.
  public enum Message: Hashable, Sendable {
    // The settings.
    case moveSetting(Int), selectSetting(Int), changeSetting(Int), clearSetting, toggleSettings
    case undo, redo
    /// The selected parameter a little up or down, to see the loss move; Enter commits it.
    case nudge(Int)
    /// Training leaves the selected parameter as it is, or changes it again.
    case toggleFrozen
    /// Whether the keys of the rate move all runs together, or the focused one apart.
    case toggleTogether
    /// What the network makes of an input, as it gets it.
    case test([Double])
    // What lies over the playground.
    case openRuns, openPoints, follow

    // What is typed.
    case typeValue, find, command
    /// The first digit of the update to go to.
    case number(Int)
    case type(Character), erase, eraseWord, eraseAll, complete, recall(Int), commit
  }
}

extension Model {
  mutating func update(_ message: PlaygroundScene.Message) -> [Effect] {
    if ![.nudge(1), .nudge(-1), .typeValue].contains(message) { playground?.nudge = nil }
    switch message {
    case .moveSetting(let rows): moveSetting(by: rows)
    case .selectSetting(let index): playground?.settings.point(at: index)
    case .changeSetting(let direction): return opensSettings() ? [] : changeSetting(direction)
    case .clearSetting: return opensSettings() ? [] : clearSetting()
    case .toggleSettings: toggleSettings()
    case .undo: return [.send(.undo)]
    case .redo: return [.send(.redo)]

    case .nudge(let direction): nudge(direction)
    case .toggleFrozen: return toggleFrozen()
    case .toggleTogether: toggleTogether()
    case .test(let inputs): test(inputs)
    case .openRuns: path.append(RunsScene(selected: workspace.focusedLabel))
    case .openPoints: return openPoints()
    case .follow: return followSample()
    case .typeValue:
      if playground?.nudge != nil { return commitNudge() }
      beginTypingValue()
    case .find: entry = Entry(.find)
    case .command: entry = Entry(.command)
    case .number(let digit): entry = Entry(.command, text: "goto \(digit)")
    case .type(let character): type(character)
    case .erase: eraseInEntry()
    case .eraseWord: entry?.eraseWord()
    case .eraseAll: entry?.text = ""
    case .complete: completeEntry()
    case .recall(let steps): recallCommand(by: steps)
    case .commit: return commitEntry()
    }
    return []
  }
}

extension Model {
  /// Shows the settings where they are hidden: nobody changes what is not to be seen.
  private mutating func opensSettings() -> Bool {
    guard settingsWidth == 0 else { return false }
    toggleSettings()
    notice = "The settings: up and down select one, left and right change it, o hides them"
    return true
  }

  private mutating func toggleTogether() {
    look.movesAllRates.toggle()
    notice =
      look.movesAllRates
      ? "The keys of the rate move all runs together" : "The keys of the rate move the run in focus"
  }

  /// Shows what the loss would be with the selected parameter a tenth further, or a hundredth where it is small.
  private mutating func nudge(_ direction: Int) {
    guard let index = look.selected, run.network.contains(index) else {
      return notice = "Select a parameter first, with \(selectionKeys)"
    }
    let now = playground?.nudge.flatMap { $0.index == index ? $0.value : nil } ?? run.network[index]
    let value = now + Double(direction) * max(0.01, abs(run.network[index]) / 10)
    playground?.nudge = .init(index: index, value: value)
    notice = lossMove(index, to: value) + "; Enter commits it"
  }

  private mutating func commitNudge() -> [Effect] {
    guard let nudge = playground?.nudge else { return [] }
    playground?.nudge = nil
    return explore(.change(.parameter(nudge.index, nudge.value)))
  }
}
