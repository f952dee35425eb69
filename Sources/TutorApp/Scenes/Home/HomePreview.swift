import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// A run at its start, with what is found out about it.
struct StillPreview: Sendable {
  let workspace: Workspace
  let summaries: [RunSummary]
}

/// A look at what is selected: its own run, which trains a little.
extension Model {
  /// The updates after which a preview rests.
  private static let updatesOfPreview = 240

  /// Puts the selected item's run to work, where there is room to see it and no scene beneath has a run of its own.
  mutating func previewSelected() -> [Effect] {
    guard home != nil, HomeLayout(size: size).preview != nil, let workspace = selectedWorkspace
    else { return [] }
    guard path.count == 1 else {
      home?.still = StillPreview(workspace: workspace, summaries: RunSummary.all(workspace))
      return []
    }
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

  /// Draws the selected item's run: as it trains, or as it begins.
  func drawPreview(in rect: Rect, on canvas: inout Canvas) {
    var model = self
    if let still = home?.still {
      (model.workspace, model.summaries) = (still.workspace, still.summaries)
    }
    guard home?.still != nil || home?.previewed == generation else { return }
    let panel = model.previewPanel
    let isWide = rect.width >= 100 && rect.height >= 30
    let (left, right) = rect.split(right: isWide ? rect.width * 2 / 5 : 0)
    panel.draw(model, left, &canvas)
    model.drawBesidePreview(of: panel, in: right.inset(left: 1), on: &canvas)
  }

  /// In wide screens the network and the losses beside the picture.
  private func drawBesidePreview(of panel: Panel, in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let panels = [Panel.network, .loss].filter { $0 != panel }
    let (upper, lower) = rect.split(top: panels.count > 1 ? rect.height / 2 : 0)
    for (panel, place) in zip(panels, [upper, lower].filter { !$0.isEmpty }) {
      panel.drawTitled(self, in: place, on: &canvas)
    }
  }

  private var previewPanel: Panel {
    let shown = workspace.panels.compactMap(Panel.named).first { [.data, .contour].contains($0) }
    return shown.flatMap { run.dataset.count > 1 && run.network.inputCount <= 2 ? $0 : nil }
      ?? .loss
  }
}
