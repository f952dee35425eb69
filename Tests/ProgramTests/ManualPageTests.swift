import ArgumentParser
import Experiments
import Foundation
import Testing

@testable import downhill

/// The manual page and the completions: both come from the definitions of the command line.
@Suite struct ManualPageTests {
  private let shell: Shell

  init() throws { shell = try Shell() }

  @Test func everyCommandOptionAndVariableStandsInIt() throws {
    let page = try shell.run("help", "--man").output.replacing("\\-", with: "-")
    for command in FirstWord.commands { #expect(page.contains("\n.SS downhill \(command)\n")) }
    for option in ["--weights", "--shard", "--set", "-o", "--lessons"] {
      #expect(page.contains("\\fB\(option)\\fR"), "\(option)")
    }
    let rows = [HelpTopic.environment, .exitCodes].flatMap { $0.sections().flatMap(\.rows) }
    for row in rows { #expect(page.contains("\\fB\(row.term)\\fR\n")) }
  }

  @Test func noLineIsTakenForAMacroThatItIsNot() throws {
    let macros = Set(["TH", "SH", "SS", "TP", "PP", "B", "br", "nf", "fi"])
    let lines = try shell.run("help", "--man").output.split(separator: "\n")
    #expect(lines.count > 300)
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(macros.contains(String(line.dropFirst().prefix { $0 != " " })), "\(line)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func shellsAreOfferedTheKeys(_ name: String) throws {
    let script = try shell.run("--generate-completion-script", name).output
    for field in ExperimentField.all { #expect(script.contains("\(field.name)=")) }
    #expect(script.contains("insects") && script.contains("tensorboard"))
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func helpHasOneSetOfRules(_ name: String) throws {
    let script = try shell.run("--generate-completion-script", name).output
    #expect(
      script.components(separatedBy: "\n_downhill_help() {").count == (name == "fish" ? 1 : 2))
    #expect(!script.contains("Show subcommand help information."))
  }

  @Test func bashOffersTopicsAndCommandsBehindHelp() throws {
    let script = """
      "$PROGRAM" --generate-completion-script bash > completions
      bash -c 'source ./completions
      COMP_WORDS=(downhill help e) COMP_CWORD=2
      _downhill downhill e help
      printf "%s " "${COMPREPLY[@]}"'
      """
    let outcome = try shell.run(script: "cd '\(shell.folder.path)'\n\(script)")
    #expect(outcome.output == "experiment environment exit-codes export ", "\(outcome.errors)")
  }

  /// Where a file may stand, a data set's name may.
  @Test(arguments: ["bash", "zsh", "fish"]) func dataSetsAreOfferedBesideFiles(
    _ name: String
  ) throws {
    let script = try shell.run("--generate-completion-script", name).output
    let files = script.components(separatedBy: name == "fish" ? "'yaml\\'" : "*.yaml").count
    let line = [
      "bash": "'blobs'$'\\n''circles'", "zsh": "names:data set:(line sine",
      "fish": "(printf %s\\n line sine",
    ][name]
    let names = script.components(separatedBy: line ?? "?").count
    #expect(names > 5 && (name == "bash" || files == names), "\(files) \(names)")
  }

  @Test func allTopicsAreATopic() throws {
    #expect(try shell.run("help", "topics").output.contains("exit-codes: "))
  }

  /// A value follows at once.
  @Test(arguments: [
    ("bash", "compopt -o nospace +o filenames"), ("zsh", "suffix=(-S '')"), ("fish", "hidden="),
  ])
  func noSpaceFollowsAKey(_ name: String, _ line: String) throws {
    let script = try shell.run("--generate-completion-script", name).output
    #expect(script.components(separatedBy: line).count > 1)
  }

  @Test(arguments: [60, 80, 120]) func theDoctorBreaksLinesBetweenWords(_ width: Int) throws {
    let outcome = try shell.run(all: ["doctor"], environment: ["COLUMNS": "\(width)"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count > 12 && lines.contains { $0.contains("→ Run 'downhill doctor' in the") })
    // A path without a space may be longer than a line.
    for line in lines where !line.contains("/") { #expect(line.count <= width, "\(line)") }
  }
}
