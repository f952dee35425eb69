import Lessons
import NeuralNetwork
import TerminalCanvas

/// The whole state of the program, as one plain value.
///
/// `update` changes it, `view` draws it.
public struct Model: Sendable {
  /// The size of the screen.
  public var size: Size
  /// The characters that drawings use.
  public var glyphs: GlyphSet
  /// Whether the terminal has colors enough for the levels of a ramp.
  public var showsTones = false
  /// Every lesson at hand, in order.
  public var library: [Lesson]
  /// What the learner has done in every lesson.
  public var progress: LearnerProgress
  /// Where the learner is.
  public var scene: Scene

  /// The newest copy of what is in the workspace.
  public var workspace: Workspace
  /// What is found out about each run on it.
  public internal(set) var summaries: [RunSummary] = []
  /// Counts loads; a copy of an older generation is out of date.
  public var generation = 0
  /// Whether the worker trains by itself.
  public var isPlaying = false
  /// How fast it does.
  public var pace = Pace.walking

  /// The pictures asked for, the most wanted first; the layout shows as many as fit.
  public var panels: [Panel] = [.network, .loss, .gradients]
  /// The panel that zooms.
  public var focusedPanel: Panel?
  /// Whether it fills the screen.
  public var isZoomed = false
  /// Whether the loss is drawn on a logarithmic scale.
  public var isLogScale = false
  /// Whether a moving average of the loss lies over its curve.
  public var isSmoothed = false
  /// The parameter that the chain rule and the gradient check speak of.
  public var selected: ParameterIndex?
  /// The row of the batch that the pictures of one sample show; nil leaves the choice to them.
  public internal(set) var sample: Int?
  /// What lies on top of everything.
  public var overlay: Overlay?
  /// One sentence for the status line, until the next key.
  public var notice: String?

  /// Where the learner is.
  public enum Scene: Sendable {
    case list(selection: Int)
    case lesson(LessonPlace)
    /// An experiment of one's own, with its name.
    case sandbox(String, Workspace)
  }

  /// What lies on top of everything else.
  public enum Overlay: Hashable, Sendable {
    /// The keys, at a page.
    case help(page: Int)
    case gradientCheck(GradientCheck)
  }

  /// The run that the keys act on.
  public var run: Run { workspace.focusedRun }
  /// What is found out about it.
  var summary: RunSummary {
    summaries.indices.contains(workspace.focus) ? summaries[workspace.focus] : RunSummary(run)
  }

  /// Whether a question waits for an answer: what is found out, and what comes next, could give it away.
  var isGuessing: Bool { place?.openQuestion != nil }
  /// What is wrong with one of the runs; nothing while that is not found out yet.
  func problems(ofRun index: Int) -> [TrainingProblem] {
    summaries.indices.contains(index) ? summaries[index].diagnoses : []
  }
  /// What is wrong with the run, as far as the learner may know.
  var diagnoses: [TrainingProblem] { isGuessing ? [] : summary.diagnoses }

  /// The place in the lesson, where one is open.
  public var place: LessonPlace? {
    get {
      guard case .lesson(let place) = scene else { return nil }
      return place
    }
    set {
      if let newValue { scene = .lesson(newValue) }
    }
  }

  /// Which keys are valid now.
  public var keyContext: KeyContext {
    if case .help = overlay { .help } else { baseContext }
  }

  /// Which keys are valid where nothing lies on top.
  var baseContext: KeyContext {
    switch scene {
    case .list: .list
    case .sandbox: .sandbox
    case .lesson(let place):
      place.typed != nil
        ? .typing : place.answerableQuestion?.isTyped == true ? .answering : .lesson
    }
  }
}

extension Model {
  /// A program at its beginning; `start` gives its first effects.
  public init(
    size: Size = Size(width: 80, height: 24), glyphs: GlyphSet = .braille, library: [Lesson],
    progress: LearnerProgress, scene: Scene, workspace: Workspace
  ) {
    self.size = size
    self.glyphs = glyphs
    self.library = library
    self.progress = progress
    self.scene = scene
    self.workspace = workspace
    summaries = RunSummary.all(workspace)
  }

  /// What must be done when the program opens on its first scene.
  public mutating func start() -> [Effect] {
    switch scene {
    case .list: []
    case .lesson(let place): enter(page: place.page)
    case .sandbox(_, let workspace): load(workspace)
    }
  }
}
