import TerminalCanvas
import Testing

struct ScriptedScreenTests {
  @Test func theScriptIsPlayedAndFramesAreKept() {
    let screen = ScriptedScreen(
      size: Size(width: 80, height: 24),
      events: [.key(.enter), nil, .resized(Size(width: 40, height: 10))])
    #expect(screen.nextEvent(timeout: .seconds(1)) == .key(.enter))
    #expect(screen.nextEvent(timeout: .seconds(1)) == nil)
    #expect(screen.nextEvent(timeout: nil) == .resized(Size(width: 40, height: 10)))
    #expect(screen.size == Size(width: 40, height: 10))
    screen.present(Canvas(size: screen.size))
    #expect(screen.frames.count == 1 && screen.lastFrame?.size == screen.size)
  }

  @Test func theTerminalGoesAwayWhenTheScriptEnds() {
    let screen = ScriptedScreen(size: Size(width: 80, height: 24), events: [nil, .key(.up)])
    #expect(screen.nextEvent(timeout: nil) == .key(.up))
    #expect(screen.nextEvent(timeout: nil) == .terminated(signal: nil))
    #expect(screen.nextEvent(timeout: .zero) == .terminated(signal: nil))
  }
}
