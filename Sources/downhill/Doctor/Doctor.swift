import ArgumentParser
import Platform
import TerminalCanvas

/// The command doctor: what the program finds around it, and what to do about that.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at terminal, colors, characters, locale and files, and say what to do.",
    discussion: """
      Each line is a finding: 'ok'; 'note', which is worth knowing; or 'fix', which stands in the way and makes the exit \
      code 1. Run it in the terminal that the program is to be used in.
      """)

  func run() throws {
    let surroundings = Surroundings()
    let findings = Checkup.all.map { ($0.title, $0.look(surroundings)) }
    let width = findings.map(\.0.count).max() ?? 0
    for (title, finding) in findings {
      for line in Self.lines(title, finding, titleWidth: width) { Output.write(line + "\n") }
    }
    if findings.contains(where: { $0.1.state == .fix }) { throw ExitCode.failure }
  }

  /// A finding and its advice, wrapped between words to the width of the terminal.
  private static func lines(_ title: String, _ finding: Finding, titleWidth: Int) -> [String] {
    let mark = finding.state.rawValue.padded(to: 4)
    let name = title.padded(to: titleWidth)
    let indent = String(repeating: " ", count: titleWidth + 8)
    func wrapped(_ text: String, first: String, rest: String) -> [String] {
      StyledText(text).wrapped(
        to: Downhill.columns, glyphs: .braille, first: StyledText(first), rest: StyledText(rest)
      ).map(\.plain)
    }
    let text = wrapped(finding.text, first: "\(mark)  \(name)  ", rest: indent)
    return text
      + (finding.advice.map { wrapped($0, first: indent + "→ ", rest: indent + "  ") } ?? [])
  }
}
