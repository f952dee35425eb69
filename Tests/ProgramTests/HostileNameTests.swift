import Foundation
import Testing

/// Names from unknown hands, as a shell passes them on: none commands the terminal.
@Suite struct HostileNameTests {
  private static let name = "a\u{1B}]0;pwned\u{7}\nb\u{202E}.yaml"
  private static let shown = "a␛]0;pwned␇␊b�.yaml"

  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func namesOfSoundFilesAreHarmless() throws {
    let path = try shell.file(Self.name, Samples.experiment)
    let folder = shell.folder.path
    #expect(try shell.run(all: ["check", folder]).output == "\(folder)/\(Self.shown): ok\n")
    let summary = try shell.run(all: ["train", path]).output
    #expect(summary.hasPrefix("\(folder)/\(Self.shown): 2-4-1, "), "\(summary)")
  }

  @Test func namesInComplaintsAreHarmless() throws {
    let path = try shell.file(Self.name, "data: line\nhidden: [2]\n")
    for arguments in [
      ["train", path, "--confusion"], ["perceptron", path],
      ["surface", path, "--x", "layer9.b[1]", "--y", "layer1.b[1]"],
      ["sweep", path, "--goal", "accuracy == 1"], ["check", path + "/"],
    ] {
      let errors = try shell.run(all: arguments).errors
      #expect(errors.contains(Self.shown) && !errors.contains("\u{1B}"), "\(errors)")
    }
  }

  @Test func wordsOfTheCommandLineAreHarmless() throws {
    for arguments in [
      ["train", "x", "--\u{1B}[31mfoo"], ["\u{9B}31m"], ["train", "x", "--steps", "\u{1B}c"],
    ] {
      let errors = try shell.run(all: arguments).errors
      #expect(!errors.isEmpty && !errors.contains { $0 == "\u{1B}" || $0 == "\u{9B}" }, "\(errors)")
    }
  }

  /// A class may be called anything; JSON says which characters it has without sending them.
  @Test func hiddenCharactersAreEscapedInJSON() throws {
    let names = ["a\u{80}\u{9B}", "b\u{202E}\u{2066}\u{200F}\u{E0041}"]
    let rows = ["x,kind"] + names.enumerated().map { "\($0.offset),\($0.element)" }
    try shell.file("my.csv", rows.joined(separator: "\n"))
    let path = try shell.file("x.yaml", "data: {csv: my.csv}\nhidden: []\nsteps: 1\n")
    let outcome = try shell.run("train", path, "--json", "--confusion")
    let json = outcome.output
    #expect(json.contains(#""a\u0080\u009b","b\u202e\u2066\u200f\udb40\udc41""#), "\(json)")
    #expect(try outcome.object()["classes"] as? [String] == names)
  }
}
