import Experiments
import NeuralNetwork
import Workbench

extension PlaygroundScene {
  /// What happens in the playground, beside what happens to runs anywhere.
  public enum Message: Hashable, Sendable {
    // The settings.
    case moveSetting(Int), selectSetting(Int), changeSetting(Int), clearSetting, toggleSettings
    case undo, redo

    // What is typed.
    case typeValue, find, command
    case type(Character), erase, complete, recall(Int), commit
  }
}

extension Model {
  mutating func update(_ message: PlaygroundScene.Message) -> [Effect] {
    switch message {
    case .moveSetting(let rows): moveSetting(by: rows)
    case .selectSetting(let index): playground?.settings.select(index)
    case .changeSetting(let direction): return changeSetting(direction)
    case .clearSetting: return clearSetting()
    case .toggleSettings: toggleSettings()
    case .undo: return [.send(.undo)]
    case .redo: return [.send(.redo)]

    case .typeValue: beginTypingValue()
    case .find: playground?.entry = Entry(.find)
    case .command: playground?.entry = Entry(.command)
    case .type(let character): type(character)
    case .erase: eraseInEntry()
    case .complete: completeEntry()
    case .recall(let steps): recallCommand(by: steps)
    case .commit: return commitEntry()
    }
    return []
  }
}
