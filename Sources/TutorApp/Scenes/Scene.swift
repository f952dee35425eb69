import TerminalCanvas

/// A place of the program that has the screen to itself.
///
/// Each has a folder: its state (this), its messages and what they do, its picture, its rows of keys.
public protocol Scene: Sendable {
  /// What the learner would call it.
  var title: String { get }
  /// Which keys are valid here now.
  var keyContext: KeyContext { get }
  /// Whether the runs in the workspace are on the screen.
  var hasWorkbench: Bool { get }
  /// Whether it is a part of the playground, whose session is kept while it is open.
  var belongsToPlayground: Bool { get }
  /// Draws the whole screen.
  func draw(_ model: Model, on canvas: inout Canvas)
  /// What the mouse means here; nil for nothing.
  func message(for mouse: Mouse, in model: Model) -> Message?

  /// What stands above the keys in the help, each group under its heading.
  func help(_ model: Model) -> [[StyledText]]

  /// All that the plain tutor says on coming here.
  func words(_ model: Model) -> [String]
  /// What must change for the plain tutor to say it again.
  var whereabouts: [String] { get }
}

extension Scene {
  /// False, unless a scene says otherwise.
  public var belongsToPlayground: Bool { false }

  /// Nothing, unless a scene says otherwise.
  public func message(for mouse: Mouse, in model: Model) -> Message? { nil }

  /// Nothing, unless a scene says otherwise.
  public func help(_ model: Model) -> [[StyledText]] { [] }
}
