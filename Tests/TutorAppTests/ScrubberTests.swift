import NeuralNetwork
import TerminalCanvas
import Testing

@testable import TutorApp

/// Time as a line, and going along it.
@Suite struct ScrubberTests {
  private func row(_ tutor: Tutor) -> String {
    let rect = tutor.model.layout.scrubber
    return view(tutor.model).lines[rect.y]
  }

  @Test func thePresentAndTheSeenAreTold() throws {
    var tutor = try Tutor(Samples.line, size: Size(width: 30, height: 24))
    for _ in 0..<4 { tutor.press("u") }
    #expect(row(tutor) == " 0 " + String(repeating: "━", count: 23) + "● 4")
    tutor.press("U", "U")
    let half = String(repeating: "━", count: 12) + "●" + String(repeating: "─", count: 11)
    #expect(row(tutor) == " 0 " + half + " 4")
  }

  /// A change makes another future; what was seen of the old one is gone, and its place is marked.
  @Test func aChangeBeginsAnotherFuture() throws {
    var tutor = try Tutor(Samples.line, size: Size(width: 30, height: 24))
    for _ in 0..<4 { tutor.press("u") }
    tutor.press("U", "U", "+")
    #expect(tutor.model.lastSeenUpdate == 2)
    tutor.press("u", "u")
    #expect(tutor.model.timeLine == Scrubber(last: 4, now: 4, marks: [2]))
  }

  @Test func keysGoByTenthsOfWhatWasSeen() throws {
    var tutor = try Tutor(Samples.xor)
    tutor.press("(")
    #expect(tutor.model.notice?.contains("No update") == true)
    for _ in 0..<20 { tutor.press("u") }
    let network = tutor.run.network
    tutor.press("(", "(")
    #expect(tutor.run.position.update == 16)
    tutor.press(")", ")", ")")
    #expect(tutor.run.position == Position(update: 20))
    #expect(tutor.run.network == network)
  }

  @Test func theMouseMovesAlongTheLine() throws {
    var tutor = try Tutor(Samples.xor)
    for _ in 0..<20 { tutor.press("u") }
    let line = tutor.model.layout.timeLine
    let middle = Point(x: line.x + line.width / 2, y: line.y)
    tutor.point(Mouse(.press(button: 0), at: middle))
    #expect(abs(tutor.run.position.update - 10) <= 1)
    tutor.point(Mouse(.drag(button: 0), at: Point(x: line.x + 2, y: line.y)))
    #expect(tutor.run.position.update == 0)
  }

  /// What was seen stays in the loss curve, dim, while the run is taken back.
  @Test func theSeenFutureStaysInTheCurve() throws {
    var tutor = try Tutor(Samples.line)
    for _ in 0..<8 { tutor.press("u") }
    tutor.press("U", "U", "U", "U")
    var canvas = Canvas(size: Size(width: 41, height: 9))
    Panel.loss.draw(tutor.model, canvas.bounds, &canvas)
    #expect(
      canvas.cells.contains {
        $0.style.attributes.contains(.dim) && ("⠁"..."⣿").contains($0.character)
      })
    #expect(tutor.model.future(ofRun: 0).map(\.x) == [5, 6, 7])
  }
}
