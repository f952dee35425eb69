import Experiments
import Lessons
import NeuralNetwork
import TerminalCanvas
import Workbench

/// The whole state of the program, as one plain value.
///
/// `update` changes it, `view` draws it.
public struct Model: Sendable {
  /// The day it is, counted from January 1, 1970, where the learner is: questions come back by days.
  public var today = 0
  /// What tells this program from every other one: the names of its sessions have it.
  public var programName = ""
  /// What was open in the playground, the newest first; it can be gone on with.
  public var sessions: [Session] = []
  /// The size of the screen.
  public var size: Size { didSet { measureText() } }
  /// The characters that drawings use.
  public var glyphs: GlyphSet { didSet { measureText() } }
  /// Whether the terminal has colors enough for the levels of a ramp.
  public var showsTones = false
  /// Every lesson at hand, in order; empty until somebody asks for them.
  public var library: [Lesson]
  /// What the learner has done in every lesson.
  public var progress: LearnerProgress
  /// The scenes that lie on one another, never none: the last is on the screen, and closing it shows the one beneath.
  public var path: [any Scene]

  /// The newest copy of what is in the workspace; whatever comes in, what was chosen is something that it has.
  public var workspace: Workspace { didSet { keepChoices() } }
  /// What is found out about each run on it.
  public internal(set) var summaries: [RunSummary] = []
  /// Counts loads; a copy of an older generation is out of date.
  public var generation = 0
  /// Whether the worker trains by itself.
  public var isPlaying = false

  /// The update that a playing run is on its way to.
  var target: Int?

  /// The pictures asked for, the most wanted first; the layout shows as many as fit.
  public var panels: [Panel] = [.network, .loss, .gradients]
  /// How the learner looks at the runs.
  public var look = Look()
  /// The survey that the page waits for.
  var survey: SurveyProgress?
  /// How far the command is that the worker takes its time for; nil where nothing is waited for.
  var work: WorkProgress?
  /// Where the focused run stood before the last command; nil where that says nothing of where it stands.
  var lastPosition: Position?
  /// What pictures have worked out of the networks.
  let pictures = PictureCache()
  /// Where everything stands on screens without a text.
  let layouts = Remembered<Layout.Request, Layout>()
  /// Which panels the pages have not explained.
  let unexplained = Remembered<ExplainingPage, Set<Panel>>()
  /// The lines of help.
  let helps = Remembered<HelpText, [[StyledText]]>()
  /// Whether pages of lessons have explained words.
  let explained = Remembered<ExplainedWords, Bool>()
  /// What the runs have been through, by run.
  var seen: [SeenRun] = []
  /// Keys in other places than the program's own.
  public var keyMap = KeyMap()
  /// What was edited, and can be taken back.
  var history = EditHistory()
  /// How fast a run plays at first.
  public var usualPace = Pace.walking
  /// What panels have found out at some cost.
  var studies = Studies()
  /// What lies on top of everything.
  public var overlay: Overlay?
  /// Whether the mouse is the program's, and not the terminal's own for selecting text.
  public var usesMouse = true
  /// One sentence for the status line, until the next key.
  public var notice: String?
  /// What is being read beside what is on the screen, to be opened then; nil for nothing.
  var reading: String?
  /// How many changes were said to be gone since the last load.
  var droppedTold = 0
  /// What could not be kept, in sentences that have been said.
  var unkept: Set<String> = []
  /// Whether solutions are withheld, and hints until something was tried.
  public var isStrict = false
  /// Whether a teacher shows it: nothing is kept, text is short, both rates move together.
  public var isTeaching = false
  /// What is written down of the session; nil where nobody has asked for it.
  var transcript: Transcript?
  /// What is wrong with the newest version of a lesson that is being written, until it is mended.
  var watchProblem: String?

  /// What lies on top of everything else.
  public enum Overlay: Hashable, Sendable {
    /// The keys, at a page.
    case help(page: Int)
    /// The signs on the screen, at a page.
    case legend(page: Int)
    /// What is too long for a notice, under a title and at a page.
    case text(String, title: String, page: Int)
    case gradientCheck(GradientCheck)
  }

  /// A look at the runs with nothing chosen.
  var freshLook: Look {
    var look = Look()
    look.pace = usualPace
    return look
  }

  /// The scene on the screen.
  public var scene: any Scene {
    get { path[path.count - 1] }
    set { path[path.count - 1] = newValue }
  }

  private mutating func keepChoices() {
    look.keep(to: run)
    if let nudge = playground?.nudge, !run.network.contains(nudge.index) { playground?.nudge = nil }
    if case .gradientCheck(let check) = overlay, !run.network.contains(check.parameter) {
      overlay = nil
    }
  }

  /// The run that the keys act on.
  public var run: Run { workspace.focusedRun }
  /// What is found out about it.
  var summary: RunSummary { summary(ofRun: workspace.focus) }
  /// What is found out about one of the runs.
  func summary(ofRun index: Int) -> RunSummary {
    summaries.indices.contains(index) ? summaries[index] : RunSummary(workspace.runs[index].run)
  }

  /// Whether a question waits for an answer: what is found out, and what comes next, could give it away.
  var isGuessing: Bool { place?.openQuestion != nil }
  /// Whether the runs are still those of the page before this one, whose own are being trained.
  var awaitsRuns: Bool { place != nil && survey != nil }
  /// Whether a panel would show what is not this page's.
  func isBehind(_ panel: Panel) -> Bool { awaitsRuns && panel != .survey }

  /// What is wrong with the run, as far as the learner may know.
  var diagnoses: [TrainingProblem] { isGuessing ? [] : summary.diagnoses }

  /// The same of one of the runs.
  func diagnoses(ofRun index: Int) -> [TrainingProblem] {
    guard !isGuessing, summaries.indices.contains(index) else { return [] }
    return summaries[index].diagnoses
  }

  /// The lesson that the workspace belongs to, also while another scene lies on it; nil where it belongs to none.
  public var place: LessonScene? {
    get { workbenchIndex.flatMap { path[$0] as? LessonScene } }
    set {
      guard let newValue, let index = workbenchIndex, path[index] is LessonScene else { return }
      path[index] = newValue
    }
  }

  /// The playground that the workspace belongs to, also while another scene lies on it; nil where it belongs to none.
  var playground: PlaygroundScene? {
    get { workbenchIndex.flatMap { path[$0] as? PlaygroundScene } }
    set {
      guard let newValue, let index = workbenchIndex, path[index] is PlaygroundScene else { return }
      path[index] = newValue
    }
  }

  private var workbenchIndex: Int? { path.lastIndex { $0.hasWorkbench } }

  /// Which keys are valid now.
  public var keyContext: KeyContext {
    switch overlay {
    case .help, .legend, .text: .help
    case .gradientCheck, nil:
      // A value is typed beside its run only: a scene without one has its own keys.
      look.typedValue != nil && scene.hasWorkbench ? .typingValue : scene.keyContext
    }
  }
}

extension Model {
  /// A program at its beginning; `start` gives its first effects.
  public init(
    size: Size = Size(width: 80, height: 24), glyphs: GlyphSet = .braille, library: [Lesson],
    progress: LearnerProgress, scene: any Scene, workspace: Workspace
  ) {
    self.size = size
    self.glyphs = glyphs
    self.library = library
    self.progress = progress
    path = [scene]
    self.workspace = workspace
    summaries = RunSummary.all(workspace)
  }

  /// What must be done when the program opens on its first scene.
  public mutating func start() -> [Effect] {
    if let place { return enter(page: place.page) }
    guard scene.hasWorkbench else { return previewSelected() }
    let effects = load(workspace)
    refreshSettings(answered: 0)
    return effects
  }
}
