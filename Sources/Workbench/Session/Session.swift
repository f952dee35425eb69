import Experiments
import NeuralNetwork

/// All that makes a workspace, and what was edited in it, so that it can still be taken back.
///
/// A file of it, or a line of text, brings it back.
public struct Session: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// Which of the sessions that are kept it is; empty for none of them.
  public var id = ""
  /// The kept session that it goes on with, and takes the place of; empty for none.
  public var replaces = ""
  /// The runs as they stand.
  public let now: SavedWorkspace
  /// The runs before each edit, the last edit last.
  public let past: [SavedState]
  /// The runs after each edit that was taken back, the last one last.
  public let future: [SavedState]

  /// The session of a workspace and what was edited in it.
  public init(name: String, _ workspace: Workspace, _ history: EditHistory = EditHistory()) {
    self.init(
      name: name, now: SavedWorkspace(workspace), past: history.past.map(\.saved),
      future: history.future.map(\.saved))
  }

  /// The session of a workspace's runs as they stand, which needs no file of this machine.
  public init(name: String, sharing workspace: Workspace) {
    self.init(
      name: name, now: SavedWorkspace(workspace, withoutFiles: true), past: [], future: [])
  }

  private init(name: String, now: SavedWorkspace, past: [SavedState], future: [SavedState]) {
    (self.name, self.now, self.past, self.future) = (name, now, past, future)
  }

  /// The runs side by side; never empty.
  public var runs: [SavedRun] { now.runs }
  /// The index of the run that keys act on.
  public var focus: Int { now.focus }

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
    let start = runs[focus].start
    let file = try start.read()
    do { return try Workspace(file, panels: panels) } catch { throw start.problem(error) }
  }
}

// MARK: - As text

extension Session {
  /// The version of the form: from 2 on the runs share their starts.
  private static let version = 2
  private static let keys =
    ["downhill_session", "name", "starts", "past", "future"] + SavedWorkspace.keys

  private var node: YAMLNode {
    var starts = SavedStarts()
    let now = now.members(&starts)
    let (past, future) = (Self.nodes(of: past, &starts), Self.nodes(of: future, &starts))
    let head = [("downhill_session", YAMLNode(Self.version)), ("name", YAMLNode(name))]
    return .group(
      head + [("starts", YAMLNode(starts.all.map(\.node)))] + now
        + [("past", past), ("future", future)])
  }

  /// As many states as find room, the last ones; nil for none.
  private static func nodes(of states: [SavedState], _ starts: inout SavedStarts) -> YAMLNode? {
    var nodes: [YAMLNode] = []
    for state in states.reversed() {
      guard let node = starts.node(of: state) else { break }
      nodes.append(node)
    }
    return nodes.isEmpty ? nil : YAMLNode(nodes.reversed())
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
      let starts = Self.list(fields["starts"], of: { SavedRun.Start($0) }),
      let now = SavedWorkspace(fields, starts: starts),
      let past = Self.list(fields["past"], of: { SavedState($0, starts: starts) }),
      let future = Self.list(fields["future"], of: { SavedState($0, starts: starts) })
    else { return nil }
    self.init(
      name: fields["name"]?.scalarText ?? "experiment", now: now, past: past, future: future)
  }

  private static func list<Item>(_ value: YAMLValue?, of read: (YAMLValue) -> Item?) -> [Item]? {
    value.map { $0.list(of: read) } ?? []
  }
}
