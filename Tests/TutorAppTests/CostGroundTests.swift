import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

@Suite struct CostGroundTests {
  /// The parabola of the line fit at w = 0: a cell has a tone where some of it lies below the curve, and only there.
  @Test(arguments: [1, 2]) func theGroundReachesUpToTheCurve(samplesPerRow: Int) throws {
    let run = try Tutor(Samples.line).model.run
    let curve = CostCurve(of: .weight(layer: 1, unit: 1, input: 1), in: run, trailLength: 1)
    let (x, y) = (Axis(from: 0, to: 4), Axis(from: 0, to: 2))
    let size = Size(width: 20, height: 16)
    let field = curve.ground(size, samplesPerRow: samplesPerRow, x: x, y: y)
    for row in 0..<16 {
      let bottom = 2 - Double((row / samplesPerRow + 1) * samplesPerRow) / 8
      for column in 0..<20 {
        let w = (Double(column) + 0.5) / 5
        let cost = (w - 2) * (w - 2) / 2
        guard abs(cost - bottom) > 0.02 else { continue }
        #expect((field.tones[20 * row + column] != nil) == (cost > bottom), "w \(w), \(bottom)")
      }
    }
  }

  /// Below the lowest place the valley's tone, on both sides ever higher ones; nothing outside of the curve.
  @Test func theValleyIsToldFromTheSlopes() throws {
    let run = try Tutor(Samples.line).model.run
    let curve = CostCurve(of: .weight(layer: 1, unit: 1, input: 1), in: run, trailLength: 1)
    let size = Size(width: 21, height: 4)
    let field = curve.ground(size, x: Axis(from: 0, to: 4), y: Axis(from: -2, to: 2))
    let levels = field.tones.suffix(21).map { Int($0?.level ?? 99) }
    #expect(levels[10] == 0)
    #expect(levels[...10] == ArraySlice(levels[...10].sorted(by: >)) && levels[0] > 10)
    #expect(Array(levels.reversed()) == levels)
    let beyond = curve.ground(size, x: Axis(from: 100, to: 104), y: Axis(from: 0, to: 1))
    #expect(beyond.tones.allSatisfy { $0 == nil })
  }
}
