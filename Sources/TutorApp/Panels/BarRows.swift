import TerminalCanvas

/// The rows of bars below one another: with room a bar is two rows thick, with more a blank row parts it from the next.
struct BarRows: Hashable {
  /// From one bar to the next.
  let pitch: Int
  /// Of a bar itself.
  var thickness: Int { min(Self.mostPitch - 1, pitch) }

  /// More than this would be empty.
  static let mostPitch = 3

  /// - Parameters:
  ///   - count: how many bars there are.
  ///   - height: the rows for all of them.
  init(_ count: Int, height: Int) {
    pitch = min(Self.mostPitch, max(1, height / max(1, count)))
  }
}

extension Bar {
  /// Draws the bar in every row of a rectangle.
  func drawThick(in rect: Rect, on canvas: inout Canvas) {
    for row in 0..<rect.height { draw(in: rect.inset(top: row), on: &canvas) }
  }
}
