import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// What the keys do to the settings.
extension Model {
  /// From this width on the settings stand beside the panels unasked.
  static let settingsBesideWidth = 110

  /// The columns of the settings; 0 where they are not on the screen.
  var settingsWidth: Int {
    guard scene.hasWorkbench, let playground,
      playground.showsSettings ?? (size.width >= Self.settingsBesideWidth)
    else { return 0 }
    return min(size.width, size.width >= 140 ? 34 : size.width >= 110 ? 26 : 30)
  }

  /// Takes over the settings in force after a copy of the worker's.
  mutating func refreshSettings(answered: Int) {
    guard var playground else { return }
    playground.settings.answer(answered)
    playground.settings.refresh(
      workspace.runs[workspace.focus], { documentOfSettings }, generation: generation)
    self.playground = playground
  }

  /// What says which settings there are: as they began, unless the samples are others by now.
  private var documentOfSettings: ExperimentDocument {
    run.journal.entries.contains { $0.change.isOfSamples }
      ? workspace.fileInForce.document : workspace.focusedFile.document
  }

  mutating func moveSetting(by rows: Int) {
    guard let playground else { return }
    showSettings()
    let count = playground.settings.rows.count
    self.playground?.settings.select(min(max(0, playground.settings.index + rows), count - 1))
  }

  /// Opens them where they are closed, as whoever uses them wants to see them.
  private mutating func showSettings() {
    if settingsWidth == 0 { playground?.showsSettings = true }
  }

  mutating func toggleSettings() {
    let isHidden = settingsWidth == 0
    playground?.showsSettings = isHidden
  }

  /// The recipe in force with the edits that are on their way.
  private var fileWithEdits: ExperimentFile {
    let file = workspace.fileInForce
    let edits = playground?.settings.unanswered ?? []
    return edits.isEmpty ? file : (try? replaced(file, edits)) ?? file
  }

  /// The file with edits; nil where that takes longer than a key may, such as reading a table anew.
  private func replaced(
    _ file: ExperimentFile, _ edits: [ExperimentEdit]
  ) throws(Diagnostics) -> ExperimentFile? {
    try Waiting.atMost(Self.patience) { () throws(Diagnostics) in try file.replacing(edits) }
  }

  /// A frame or so: what takes longer is the worker's.
  private static let patience = Duration.milliseconds(30)

  mutating func changeSetting(_ direction: Int) -> [Effect] {
    guard let settings = playground?.settings, let row = settings.selected else { return [] }
    showSettings()
    let file = fileWithEdits
    let now = file.form.rows.first { $0.path == row.path } ?? row
    var trail = settings.trail
    do throws(Diagnostics) {
      let edits = try Waiting.atMost(Self.patience) { () throws(Diagnostics) in
        try trail.step(now, by: direction, in: file, meaning: workspace.meaning)
      }
      guard let edits else { return stepInBackground(now, direction) }
      playground?.settings.trail = trail
      notice = newRun(row.path)
      return send(edits)
    } catch {
      notice = "\(row.key): \(error.sentence)"
      return []
    }
  }

  private mutating func stepInBackground(_ row: FormRow, _ direction: Int) -> [Effect] {
    act(row.key) { workspace throws(Diagnostics) in
      try workspace.edit(
        workspace.meaning(of: workspace.fileInForce.step(row, by: direction)))
    }
  }

  mutating func clearSetting() -> [Effect] {
    guard let row = playground?.settings.selected else { return [] }
    return edit(row.path, typed: "") ?? []
  }

  /// Gives a setting a value as somebody has typed it; nil where that is refused.
  mutating func edit(_ path: [String], typed text: String) -> [Effect]? {
    do {
      let file = fileWithEdits
      let edit = try file.edit(path, typed: text)
      let edits = workspace.meaning(of: edit)
      let changed = try replaced(file, edits)
      let note = changed?.notes.first { !file.notes.contains($0) }?.message
      if note == nil, changed?.saysTheSame(as: file) == true {
        // Nothing is lost for a value that counts already.
        notice = "\(edit.label) is in force already"
        return []
      }
      notice = note ?? newRun(edit.path)
      return send(edits)
    } catch {
      notice = "\(SafeText.visible(path.joined(separator: "."))): \(error.sentence)"
      return nil
    }
  }

  /// Says that what was trained so far goes with the edit of a setting; nil where nothing goes.
  private func newRun(_ path: [String]) -> String? {
    guard run.position.update > 0, ExperimentField.named(path[0])?.isLive != true else {
      return nil
    }
    return
      "\(path[0]) cannot change on the way: a new run begins; undo brings back the one at update \(run.position.update)"
  }

  private mutating func send(_ edits: [ExperimentEdit]) -> [Effect] {
    playground?.settings.send(edits)
    return [.send(.edit(edits))]
  }
}
