import TerminalCanvas
import Testing

@testable import TutorApp

/// Squared errors are drawn as squares.
@Suite struct ErrorSquaresTests {
  /// On 40 x 20 samples, which are square on the screen, over 4 x 2 units.
  private func tones(_ sides: ErrorSquares.Side...) -> [[Tone?]] {
    let field = ErrorSquares(sides).field(
      Size(width: 40, height: 20), x: Axis(from: 0, to: 4), y: Axis(from: 0, to: 2))
    return (0..<20).map { Array(field.tones[$0 * 40..<$0 * 40 + 40]) }
  }

  /// An error of half a unit is five samples, to the right and up.
  @Test func anErrorIsAsWideAsTall() {
    let rows = tones(.init(x: 1, from: 1, to: 1.5))
    for (y, row) in rows.enumerated() {
      let columns = row.indices.filter { row[$0] != nil }
      #expect(columns == ((5..<10).contains(y) ? Array(10..<15) : []), "row \(y)")
    }
  }

  @Test func squaresLieTowardsTheMiddleAndOverlap() {
    let rows = tones(.init(x: 1, from: 1, to: 0), .init(x: 2.5, from: 0, to: 1))
    #expect((0..<40).filter { rows[15][$0] != nil } == Array(10..<25))
    #expect((0..<40).filter { rows[15][$0] == .deepShade } == Array(15..<20))
    #expect(rows[5].allSatisfy { $0 == nil })
  }

  @Test func errorsBeyondAllNumbersHaveNone() {
    for (from, to) in [(Double.infinity, 1), (1e308, -1e308), (.nan, 0)] {
      #expect(tones(.init(x: 1, from: from, to: to)).joined().allSatisfy { $0 == nil })
    }
    let huge = ErrorSquares([.init(x: 1, from: 0, to: 1e308), .init(x: 3, from: 0, to: 1e308)])
    let field = huge.field(
      Size(width: 4, height: 2), x: Axis(from: 0, to: 4), y: Axis(from: -1.7e308, to: 1.7e308))
    #expect(field.tones.count == 8)
  }
}
