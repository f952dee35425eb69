import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The settings of the focused run as rows, with the values in force where it stands.
struct SettingsList: Sendable {
  /// The rows under their headings.
  private(set) var form: ExperimentForm? { didSet { views = Remembered() } }
  /// How these rows were laid out.
  private var views = Remembered<SettingsPlace, SettingsView>()
  /// The path of the selected row, and of the one around which the list stands.
  private(set) var selection = ListSelection(["data"])
  /// The steps that the arrows have made.
  var trail = FormTrail()
  /// Edits that the worker has not answered yet.
  private(set) var unanswered: [ExperimentEdit] = []
  /// How many edits were sent since the load.
  private var sent = 0
  /// What the data are called; nil where samples are written out.
  private(set) var dataName: String?
  /// What the rows were made of.
  private var source: (experiment: Experiment, generation: Int)?

  /// All rows.
  var rows: [FormRow] { form?.rows ?? [] }
  /// The place of the selected row.
  var index: Int { index(of: selection.row) }
  /// The place of the row of a path; the first of all where there is none.
  func index(of path: [String]) -> Int { rows.firstIndex { $0.path == path } ?? 0 }

  /// The selected row.
  var selected: FormRow? { rows.isEmpty ? nil : rows[index] }

  mutating func select(_ index: Int) {
    guard rows.indices.contains(index) else { return }
    selection.row = rows[index].path
  }

  mutating func select(_ path: [String]) { selection.row = path }

  /// Selects the row that the mouse points at.
  mutating func point(at index: Int) {
    guard rows.indices.contains(index) else { return }
    selection.point(at: rows[index].path)
  }

  /// Makes the rows anew where the recipe in force has changed.
  mutating func refresh(
    _ labeled: Workspace.LabeledRun, _ document: () -> ExperimentDocument, generation: Int
  ) {
    let experiment = labeled.run.activeExperiment
    if let source, source.generation == generation, source.experiment == experiment { return }
    source = (experiment, generation)
    form = ExperimentForm(document(), experiment, samples: labeled.samplesInWords)
    // Samples that are changed by hand are still those of the data set.
    dataName = labeled.dataName ?? dataName
  }

  /// The rows laid out in a rectangle, once for what they are.
  func view(in rect: Rect, _ glyphs: GlyphSet) -> SettingsView {
    let place = SettingsPlace(rect: rect, glyphs: glyphs, selection: selection)
    return views.answer(to: place) { SettingsView(self, in: rect, glyphs) }
  }

  /// Notes edits that are on their way.
  mutating func send(_ edits: [ExperimentEdit]) {
    sent += 1
    unanswered += edits
  }

  /// The worker has answered so many.
  mutating func answer(_ count: Int) {
    if count >= sent || count == 0 { (unanswered, sent) = ([], count) }
  }

  /// The settings that are said or differ from the usual ones, as sentences.
  var words: [String] {
    (form?.sections ?? []).map { section in
      let rows = section.rows.filter { $0.value != nil && !$0.isInside || $0.path == ["data"] }
      let values = rows.map { "\($0.label) \($0.value == nil ? $0.text : $0.inWords)" }
      return "Settings, \(section.title): \(values.joined(separator: "; "))."
    }
  }
}

/// What the layout of given rows depends on.
private struct SettingsPlace: Hashable {
  let rect: Rect
  let glyphs: GlyphSet
  let selection: ListSelection<[String]>
}
