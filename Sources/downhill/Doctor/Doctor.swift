import ArgumentParser
import Foundation

/// The command doctor: what the program finds around it, and what to do about that.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
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
      let mark = finding.state.rawValue.padding(toLength: 4, withPad: " ", startingAt: 0)
      let name = title.padding(toLength: width, withPad: " ", startingAt: 0)
      Output.write("\(mark)  \(name)  \(finding.text)\n")
      if let advice = finding.advice {
        Output.write(String(repeating: " ", count: width + 8) + "→ \(advice)\n")
      }
    }
    if findings.contains(where: { $0.1.state == .fix }) { throw ExitCode.failure }
  }
}
