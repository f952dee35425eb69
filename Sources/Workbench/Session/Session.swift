import Experiments
import NeuralNetwork

/// All that makes a workspace: its runs, and which of them the keys act on.
///
/// A file of it, or a line of text, brings it back.
public struct Session: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// Which of the sessions that are kept it is; empty for none of them.
  public var id = ""
  /// The runs side by side; never empty.
  public let runs: [SavedRun]
  /// The index of the run that keys act on.
  public let focus: Int

  /// The session of a workspace.
  public init(name: String, _ workspace: Workspace) {
    self.name = name
    runs = workspace.runs.map { SavedRun($0) }
    focus = workspace.focus
  }

  /// The session of a workspace's focused run alone, which needs no file of this machine.
  public init(name: String, focusedRunOf workspace: Workspace) {
    let labeled = workspace.runs[workspace.focus]
    self.init(name: name, runs: [SavedRun(labeled, withoutFiles: true)], focus: 0)
  }

  private init(name: String, runs: [SavedRun], focus: Int) {
    (self.name, self.runs, self.focus) = (name, runs, focus)
  }

  /// What the names of all sessions that are kept begin with.
  static let prefix = "playground"

  /// The name of a session that begins now.
  /// - Parameters:
  ///   - start: what tells the program from every other one.
  ///   - number: what tells the session from the program's other ones.
  /// - Returns: the name of its file, without what says its kind.
  public static func id(start: String, number: Int) -> String { "\(prefix)-\(start)-\(number)" }

  /// A workspace at the beginning of the focused run; `Workspace.restore` brings it to where it was.
  /// - Throws: what is wrong with the experiment.
  public func beginning(panels: [String] = []) throws(Diagnostics) -> Workspace {
    let saved = runs[focus]
    let file = try ExperimentDocument(saved.experiment, source: saved.source).read()
    do { return try Workspace(file, panels: panels) } catch {
      throw Diagnostics([Diagnostic(file: saved.source, message: error.sentence)])
    }
  }
}

extension Workspace {
  /// Brings back the runs of a session, every one with its changes and at its place.
  /// - Returns: a sentence when their samples have changed since.
  /// - Throws: what is wrong with one of them; then nothing has changed.
  @discardableResult
  public mutating func restore(_ session: Session) throws(Diagnostics) -> String? {
    var restored: [LabeledRun] = []
    for run in session.runs { restored.append(try run.restored()) }
    let surprises = zip(session.runs, restored).compactMap { $0.surprise(about: $1) }
    (runs, focus, survey) = (restored, session.focus, nil)
    tellApart()
    forgetLostSelection()
    return surprises.first
  }
}

// MARK: - As text

extension Session {
  /// The version of the form.
  private static let version = 1
  private static let keys = ["downhill_session", "name", "runs", "focus"]

  private var node: YAMLNode {
    .group([
      ("downhill_session", YAMLNode(Self.version)), ("name", YAMLNode(name)),
      ("focus", YAMLNode(focus)), ("runs", YAMLNode(runs.map(\.node))),
    ])
  }

  /// The text of a file.
  public var text: String { YAMLText.text(node) }

  /// The session of a file's text.
  /// - Throws: what is wrong with it.
  public init(_ source: SourceText) throws(Diagnostics) {
    let yaml = YAMLSource(source)
    guard let root = yaml.root(of: source.text), let session = Session(root) else {
      throw Diagnostics(yaml.diagnostics)
    }
    self = session
  }

  private init?(_ root: YAMLValue) {
    guard let fields = root.fields(of: "A session", known: Self.keys),
      fields.required("downhill_session", in: "A session")?
        .integer(1...Self.version, "a version that this program knows") != nil,
      let runs = fields.required("runs", in: "A session")?.list(
        "a list of runs", of: { SavedRun($0) })
    else { return nil }
    guard !runs.isEmpty else {
      root.diagnose("A session has a run at least.")
      return nil
    }
    let focus = fields["focus"]?.integer(0...runs.count - 1, "the number of a run") ?? 0
    self.init(name: fields["name"]?.scalarText ?? "experiment", runs: runs, focus: focus)
  }
}
