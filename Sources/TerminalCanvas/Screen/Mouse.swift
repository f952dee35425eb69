/// What was done with the mouse, and where.
public struct Mouse: Hashable, Sendable {
  /// What was done.
  public enum Action: Hashable, Sendable {
    /// A button went down: 0 is the left one, 1 the middle one, 2 the right one.
    case press(button: Int)
    /// The mouse moved by at least a cell with a button held.
    case drag(button: Int)
    /// The button went up.
    case release
    case wheelUp, wheelDown
  }

  /// What was done.
  public let action: Action
  /// The cell under the pointer.
  public let point: Point

  /// Makes an event of the mouse.
  public init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
