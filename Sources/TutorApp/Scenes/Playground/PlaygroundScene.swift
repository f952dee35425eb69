import Experiments
import NeuralNetwork
import TerminalCanvas
import Workbench

/// An experiment of the learner's own, with every setting under their hands and no lesson around it.
public struct PlaygroundScene: Scene {
  /// What the experiment is called, such as the name of its file.
  public internal(set) var name: String
  /// The settings in force, and which of them is selected.
  var settings = SettingsList()
  /// Whether the settings are on the screen; nil: where there is room beside the panels.
  var showsSettings: Bool?
  /// What is being typed; nil when nothing is.
  var entry: Entry?
  /// Commands that were given, the oldest first.
  var commands: [String] = []
  /// What a playing run stops for by itself.
  var stops = [StopRule.divergence]
  /// What the data were called that it was opened on; nil where samples were written out.
  var openedData: String?
  /// The file that holds the experiment; nil where none does.
  var savedAs: String?
  /// The document as that file has it, or as it was opened.
  var savedDocument: ExperimentDocument?
  /// What files hold of the runs, by their names; what it was opened on has none.
  var held: [String: [HeldRun]] = [:]
  /// Which of the sessions that are kept it is; nil until it has begun.
  var id: String?
  /// The kept session that it goes on with, and takes the place of; empty for none.
  var replaces = ""
  /// What is to be brought back once the scene opens.
  var restoring: Session?
  /// Whether that has happened.
  var isRestored = false
  /// The runs of the scene beneath, and how they were looked at, where it has any.
  var beneath: Beneath?
  /// Whether it was said that something is not saved.
  var hasAsked = false
  /// A value that a parameter would get, shown before it does.
  var nudge: Nudge?
  /// The input of the learner's own that was tested last, as the network gets it, until something else is done.
  var tested: [Double]?
  /// Copies of the worker's since the session was kept.
  var copiesSinceKept = 0
  /// How much had been changed then.
  var keptEdits: [Int] = []

  /// A parameter and the value that it would get.
  struct Nudge: Hashable, Sendable {
    let index: ParameterIndex
    let value: Double
  }

  /// What a scene beneath takes back.
  struct Beneath: Sendable {
    let workspace: Workspace
    let look: Look
    let panels: [Panel]
  }

  /// The playground of an experiment; the model's workspace holds its run.
  public init(name: String) { self.name = name }

  /// The playground of a session; the model's workspace holds its beginning.
  public init(restoring session: Session) {
    self.init(name: session.name)
    restoring = session
  }

  /// The experiment's name, and the data that took the place of those that it was opened on.
  public var title: String {
    guard let data = settings.dataName, data != openedData else { return name }
    let isNameOfData = openedData.map { name.split(separator: "/").last == $0[...] } ?? false
    return isNameOfData ? data : "\(name) with \(data)"
  }
  /// The keys of a run, or those of what is being typed.
  public var keyContext: KeyContext { entry == nil ? .playground : .playgroundTyping }
  /// The run is all there is to see.
  public var hasWorkbench: Bool { true }
  /// Its session is the playground's.
  public var belongsToPlayground: Bool { true }
  /// There is one place only.
  public var whereabouts: [String] { [name] }

  /// Where the run stands, and its settings.
  public func words(_ model: Model) -> [String] {
    ["", "Playground: \(title)"] + settings.words + workbenchWords(model)
      + ["? lists the keys and the commands, such as: set learning_rate 0.5, goto 100, undo."]
  }

  /// The settings, the line of time and the panels.
  public func message(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    settingsMessage(for: mouse, in: model) ?? testMessage(for: mouse, in: model)
      ?? Workbench.message(for: mouse, in: model).map(TutorApp.Message.workbench)
  }

  /// A click on a place that stands for an input tests that.
  private func testMessage(for mouse: Mouse, in model: Model) -> TutorApp.Message? {
    let placement = model.layout.placements.first { $0.rect.contains(mouse.point) }
    guard mouse.isClick, let placement, !placement.isVeiled else { return nil }
    return placement.panel.input(model, placement.rect.inset(top: 1), mouse.point)
      .map { .playground(.test($0)) }
  }

  /// The selected setting, and the commands.
  public func help(_ model: Model) -> [[StyledText]] {
    let width = max(20, min(model.size.width, 100) - 2)
    let commands = PlaygroundCommand.all.map { command in
      StyledText("  :" + command.usage, .accent) + StyledText("  " + command.help)
    }
    let setting = model.settingsWidth > 0 ? settings.selected : nil
    return (setting.map { [settingHelp($0, width: width, model.glyphs) + [""]] } ?? [])
      + [[StyledText("Commands", .heading)] + commands + [""]]
  }

  /// Settings, panels and status around the run.
  public func draw(_ model: Model, on canvas: inout Canvas) {
    drawWorkbench(model, on: &canvas)
    guard let entry else { return }
    let layout = model.layout
    let keys = layout.keys.isEmpty ? layout.scrubber : layout.keys
    drawEntry(entry, model, in: layout.status, keys: keys, on: &canvas)
  }
}
