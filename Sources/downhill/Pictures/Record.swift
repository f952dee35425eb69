import ArgumentParser
import Lessons
import NcursesTerminal
import TerminalCanvas
import TutorApp

/// The command record: a film of the program, for asciinema.
struct Record: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Record the program as an asciicast.",
    discussion: """
      The keys are pressed one after the other, without a terminal, and the film is the same each time. It is an asciicast \
      of version 2: 'asciinema play' shows it, and 'agg' makes a GIF of it.

        downhill record --lesson xor --keys 'p]<5s>' -o xor.cast
      """)

  @OptionGroup var options: PictureOptions

  @Option(help: "Seconds between two keys.")
  var pause = 0.6

  /// Pictures a second while time passes.
  private static let rate = 15.0

  func validate() throws {
    guard (0...60).contains(pause) else { throw ValidationError("--pause takes 0 to 60 seconds.") }
  }

  func run() throws {
    var rehearsal = try options.rehearsal()
    var film = Asciicast(size: options.size.size, title: options.title, colors: options.colors)
    film.show(rehearsal.picture())
    for step in options.keys?.steps ?? [] where !rehearsal.hasQuit {
      switch step {
      case .press: rehearsal.take(step)
      case .wait: break
      }
      film.show(rehearsal.picture())
      let seconds = if case .wait(let seconds) = step { seconds } else { pause }
      for _ in 0..<Int((seconds * Self.rate).rounded()) {
        rehearsal.wait(seconds: 1 / Self.rate)
        film.pass(seconds: 1 / Self.rate)
        film.show(rehearsal.picture())
      }
    }
    try options.write(film.text)
  }
}

/// A film of screens in the format of asciinema, version 2: only rows that change are written.
struct Asciicast {
  private let colors: PictureColors
  private var lines: [String]
  private var time = 0.0
  private var last: Canvas?

  init(size: Size, title: String, colors: PictureColors) {
    self.colors = colors
    lines = [
      "{\"version\": 2, \"width\": \(size.width), \"height\": \(size.height), \"title\": \(JSONText.string(title))}"
    ]
  }

  mutating func pass(seconds: Double) { time += seconds }

  mutating func show(_ canvas: Canvas) {
    let image = ColoredText(canvas: canvas, colors: colors)
    let rows = (0..<canvas.size.height).filter { y in
      guard let last, last.size == canvas.size else { return true }
      return (0..<canvas.size.width).contains { canvas[$0, y] != last[$0, y] }
    }
    guard !rows.isEmpty else { return }
    let start = last == nil ? "\u{1B}[?25l\u{1B}[2J" : ""
    let text = rows.map { "\u{1B}[\($0 + 1);1H" + image.row($0) }.joined()
    lines.append("[\(time.formatted(decimals: 3)), \"o\", \(JSONText.string(start + text))]")
    last = canvas
  }

  var text: String { lines.joined(separator: "\n") + "\n" }
}
