import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// A look at what is selected: its own run, which trains a little.
extension Model {
  /// The updates after which a preview rests.
  private static let updatesOfPreview = 240

  /// Puts the selected item's run to work, where there is room to see it and no scene beneath has a run of its own.
  mutating func previewSelected() -> [Effect] {
    guard home != nil, path.count == 1, HomeLayout(size: size).preview != nil,
      let workspace = selectedWorkspace
    else { return [] }
    let effects = load(workspace)
    let number = generation
    home?.previewed = number
    isPlaying = true
    return effects + [.send(.play(.running))]
  }

  private var selectedWorkspace: Workspace? {
    switch home?.selected(in: self) {
    case .lesson(let lesson): lesson.workspace
    case .preset(let preset):
      (try? preset.file()).flatMap { try? Workspace($0, panels: preset.panelNames) }
    case nil: nil
    }
  }

  /// Pauses a preview that has trained enough, or that nobody sees any more.
  mutating func restPreview() -> [Effect] {
    guard scene is HomeScene, isPlaying, run.position.update >= Self.updatesOfPreview else {
      return []
    }
    isPlaying = false
    return [.send(.pause)]
  }

  /// The panel that shows the preview; nil while none is at work.
  var previewPanel: Panel? {
    guard home?.previewed == generation else { return nil }
    let shown = workspace.panels.compactMap(Panel.named).first { [.data, .contour].contains($0) }
    return shown.flatMap { run.dataset.count > 1 && run.network.inputCount <= 2 ? $0 : nil }
      ?? .loss
  }
}
