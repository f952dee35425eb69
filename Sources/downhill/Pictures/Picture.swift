import ArgumentParser
import Lessons
import TerminalCanvas
import TutorApp

/// The command picture: a screen as a file.
struct Picture: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture",
    abstract: "Write a screen of the program as a picture.",
    discussion: """
      The program draws it itself, without a terminal, and draws the same each time. A file that ends in .svg becomes a \
      vector picture, one in .txt text without colors, one in .ansi text with the colors of a terminal. Without a file or \
      a lesson it is the list of lessons.

        downhill picture --lesson valley --keys 'uuu' --size 100x30 -o valley.svg
        downhill picture moons --keys 'p]]<4s>' --theme light -o moons.svg
      """)

  @OptionGroup var options: PictureOptions

  func validate() throws {
    guard options.output == "-" || format != nil else {
      throw ValidationError(
        "A picture's file ends in \(Format.all.map { ".\($0.ending)" }.joined(separator: ", ")).")
    }
  }

  func run() throws {
    var rehearsal = try options.rehearsal()
    for step in options.keys?.steps ?? [] { rehearsal.take(step) }
    try options.write((format ?? .svg).text(rehearsal.picture(), options))
  }

  private var format: Format? { Format.all.first { options.output.hasSuffix(".\($0.ending)") } }

  /// A kind of file.
  private struct Format: Sendable {
    let ending: String
    let text: @Sendable (Canvas, PictureOptions) -> String

    static let all = [svg, plain, colored]

    static let svg = Format(ending: "svg") { canvas, options in
      VectorPicture(canvas: canvas, colors: options.colors, title: options.title).text
    }
    static let plain = Format(ending: "txt") { canvas, _ in canvas.text + "\n" }
    static let colored = Format(ending: "ansi") { canvas, options in
      ColoredText(canvas: canvas, colors: options.colors).text
    }
  }
}

extension Rehearsal {
  /// Presses a key or lets time pass.
  mutating func take(_ step: KeyScript.Step) {
    switch step {
    case .press(let key): press(key)
    case .wait(let seconds): wait(seconds: seconds)
    }
  }
}
