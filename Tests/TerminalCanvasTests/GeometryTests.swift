import TerminalCanvas
import Testing

struct GeometryTests {
  private let rect = Rect(x: 3, y: 5, width: 7, height: 4)

  @Test func nothingIsNegative() {
    #expect(Size(width: -3, height: -1) == Size(width: 0, height: 0))
    #expect(Rect(x: 2, y: 3, width: -1, height: 4) == Rect(x: 2, y: 3, width: 0, height: 4))
    #expect(rect.inset(left: 5, right: 3).width == 0 && rect.inset(top: 9).height == 0)
  }

  @Test func anInsetMovesTheOriginAndTheEnds() {
    #expect(
      rect.inset(left: 1, top: 2, right: 3, bottom: 1) == Rect(x: 4, y: 7, width: 3, height: 1))
    #expect(rect.inset(left: -1, top: -2) == Rect(x: 2, y: 3, width: 8, height: 6))
  }

  /// A rectangle holds its first row and column, and not the ones behind its last.
  @Test(arguments: [
    (3, 5, true), (9, 8, true), (10, 8, false), (9, 9, false), (2, 5, false), (3, 4, false),
  ])
  func edgesAreHalfOpen(x: Int, y: Int, isInside: Bool) {
    #expect(rect.contains(Point(x: x, y: y)) == isInside)
  }

  @Test func anEmptyRectangleHoldsNothing() {
    #expect(!rect.isEmpty && rect.inset(left: 7).isEmpty && rect.inset(bottom: 4).isEmpty)
    #expect(!Rect(x: 0, y: 0, width: 0, height: 9).contains(Point(x: 0, y: 0)))
  }

  @Test func whatTwoRectanglesShare() {
    #expect(
      rect.intersection(Rect(x: 0, y: 6, width: 5, height: 40))
        == Rect(x: 3, y: 6, width: 2, height: 3))
    #expect(
      rect.intersection(Rect(x: 5, y: 0, width: 40, height: 6))
        == Rect(x: 5, y: 5, width: 5, height: 1))
    #expect(rect.intersection(Rect(x: 10, y: 5, width: 3, height: 3)).isEmpty, "they only touch")
    #expect(rect.intersection(Rect(x: 40, y: 40, width: 3, height: 3)).isEmpty)
  }

  /// However much is cut off, both parts together are the rectangle, and stand one after the other.
  @Test(arguments: -2...9) func splittingLosesNothing(cut: Int) {
    let (rows, columns) = (min(max(0, cut), 4), min(max(0, cut), 7))
    let (top, below) = rect.split(top: cut)
    #expect(top == Rect(x: 3, y: 5, width: 7, height: rows))
    #expect(below == Rect(x: 3, y: 5 + rows, width: 7, height: 4 - rows))
    let (above, bottom) = rect.split(bottom: cut)
    #expect(above == Rect(x: 3, y: 5, width: 7, height: 4 - rows))
    #expect(bottom == Rect(x: 3, y: 9 - rows, width: 7, height: rows))
    let (left, after) = rect.split(left: cut)
    #expect(left == Rect(x: 3, y: 5, width: columns, height: 4))
    #expect(after == Rect(x: 3 + columns, y: 5, width: 7 - columns, height: 4))
    let (before, right) = rect.split(right: cut)
    #expect(before == Rect(x: 3, y: 5, width: 7 - columns, height: 4))
    #expect(right == Rect(x: 10 - columns, y: 5, width: columns, height: 4))
  }
}
