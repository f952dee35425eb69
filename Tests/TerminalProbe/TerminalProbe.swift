import NcursesTerminal
import TerminalCanvas

/// A program for the tests of the terminal: shows what it was told, and does what a key commands.
///
/// Arguments: `--never`, `--always` (color), `--dark`, `--light`, `--unicode`, `--ascii`, `--unmarked` (frames),
/// `--echo` (no key is a command).
@main
struct TerminalProbe {
  static func main() {
    do throws(TerminalError) {
      let screen = try NcursesScreen(options: options)
      var probe = Probe(screen: screen, obeys: !CommandLine.arguments.contains("--echo"))
      let signal = probe.run()
      screen.close()
      print(screen.notice ?? "bye")
      if let signal { NcursesScreen.end(bySignal: signal) }
    } catch {
      print(error)
      exitUnsuccessfully()
    }
  }

  private static var options: TerminalOptions {
    let arguments = CommandLine.arguments
    var options = TerminalOptions()
    if arguments.contains("--never") { options.color = .never }
    if arguments.contains("--always") { options.color = .always }
    if arguments.contains("--dark") { options.theme = .dark }
    if arguments.contains("--light") { options.theme = .light }
    if arguments.contains("--unicode") { options.unicode = true }
    if arguments.contains("--ascii") { options.unicode = false }
    options.synchronizesFrames = !arguments.contains("--unmarked")
    return options
  }
}

/// What the probe has seen, and how it shows it.
struct Probe {
  let screen: NcursesScreen
  let obeys: Bool
  private var log: [String] = []
  private var count = 0
  private var page: (Size, GlyphSet, Bool) -> Canvas = {
    Canvas(size: $0, glyphs: $1, showsTones: $2)
  }

  init(screen: NcursesScreen, obeys: Bool) {
    self.screen = screen
    self.obeys = obeys
  }

  /// Runs until it is told to end; the result is the signal that said so, or 0 for a terminal gone.
  mutating func run() -> Int32? {
    while true {
      guard let event = screen.nextEvent(timeout: .zero) ?? drawnEvent() else { continue }
      note(event)
      if case .terminated(let signal) = event { return signal ?? 1 }
      if obeys, case .key(.control(let letter)) = event {
        if letter == "q" { return nil }
        if letter == "c" { return 2 }
        obey(letter)
      }
    }
  }

  /// Draws what has changed, and waits: events that came together make one frame.
  private func drawnEvent() -> Event? {
    screen.present(canvas)
    return screen.nextEvent(timeout: nil)
  }

  private mutating func note(_ event: Event) {
    count += 1
    log.append("\(count) \(name(of: event))")
    if log.count > 100 { log.removeFirst() }
  }

  private mutating func obey(_ letter: Character) {
    switch letter {
    case "a", "b", "d", "e": Crash.die(letter)
    case "r": Crash.overflow(screen.threadGuard)
    case "f": Crash.wakeFromThread(screen.waker)
    case "g": print("a stray line")
    case "l": screen.invalidate()
    case "n": page = StylePage.canvas
    case "o": screen.usesMouse.toggle()
    case "p": page = TonePage.canvas
    case "t": flood()
    case "z":
      screen.suspend()
      log.append("went on")
    default: break
    }
  }

  /// Draws frames that differ everywhere until a terminal that takes nothing stops it.
  private func flood() {
    for frame in 0... {
      var canvas = Canvas(size: screen.size, glyphs: .ascii)
      let text = String(repeating: frame % 2 == 0 ? "<>" : "[]", count: canvas.size.width / 2)
      for y in 0..<canvas.size.height { canvas.write(text, at: Point(x: 0, y: y)) }
      screen.present(canvas)
    }
  }

  private var canvas: Canvas {
    let size = screen.size
    var canvas = page(size, screen.preferredGlyphs, screen.showsTones)
    let head = "probe \(size.width)x\(size.height) \(screen.preferredGlyphs)"
    canvas.write(head, at: Point(x: 0, y: 0), style: .heading)
    for (row, line) in log.suffix(max(0, size.height - 1)).enumerated() {
      canvas.write(line, at: Point(x: 0, y: row + 1))
    }
    return canvas
  }
}
