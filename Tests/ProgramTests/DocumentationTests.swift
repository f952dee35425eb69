import Foundation
import Testing

/// The documentation holds: what its pages tell to type works, what they say is to be seen is seen, and their links lead somewhere.
@Suite struct DocumentationTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let folder = root.appending(path: "docs/how-to")

  static let pages: [String] = {
    let docs = FileManager.default.enumerator(atPath: root.appending(path: "docs").path)
    let names = (docs?.compactMap { $0 as? String } ?? []).map { "docs/" + $0 }
    return (["README.md"] + names).filter { $0.hasSuffix(".md") }.sorted()
  }()

  private static func text(of page: String) throws -> String {
    try String(contentsOf: root.appending(path: page), encoding: .utf8)
  }

  @Test func thereArePagesOfEachKind() {
    for kind in ["tutorial", "how-to", "reference", "explanation"] {
      #expect(Self.pages.contains { $0.hasPrefix("docs/\(kind)/") }, "\(kind)")
    }
  }

  /// A page's commands, and the checks in its comments, are run in order, in an empty folder.
  ///
  /// Then what has a screen is opened there.
  @Test(arguments: pages) func commandsSucceed(_ page: String) throws {
    let text = try Self.text(of: page)
    let scripts = text.matches(of: /(?ms)^(?:```sh|<!-- run)\n(.*?)\n(?:```|-->)$/)
    #expect(!scripts.isEmpty || !page.contains("how-to"))
    let shell = try Shell()
    let start = "cd '\(shell.folder.path)'\ndownhill() { '\(Shell.program)' \"$@\"; }\n"
    let commands = scripts.map { String($0.1) }.joined(separator: "\n")
    let outcome = try shell.run(script: "set -e\n" + start + commands)
    #expect(outcome.status == 0, "\(outcome.output)\n\(outcome.errors)")
    for block in text.matches(of: /(?ms)^```shell\n(.*?)\n```$/) {
      for line in block.1.split(separator: "\n") { try Self.open(start + line) }
    }
  }

  /// Draws a screen, and ends at ^C.
  private static func open(_ script: String) throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", script])
    try terminal.wait(for: "? help")
    try terminal.type("\u{3}")
    #expect(try terminal.waitForEnd() == .exited(0), "\(script)\n\(terminal.screen.text)")
  }

  @Test(arguments: pages + ["lessons/README.md", "CONTRIBUTING.md", "packaging/README.md"])
  func linksLeadSomewhere(_ page: String) throws {
    let folder = Self.root.appending(path: page).deletingLastPathComponent()
    for link in try Self.text(of: page).matches(of: /\]\(([^)#\s]+)(?:#[^)]*)?\)/) {
      let target = String(link.1)
      guard !target.contains("://") else { continue }
      let path = folder.appending(path: target).standardizedFileURL.path
      #expect(FileManager.default.fileExists(atPath: path), "\(target)")
    }
  }
}
