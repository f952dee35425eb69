import ArgumentParser
import Experiments
import Platform
import TutorApp

/// The command config: what counts for all that the program shows, and where it is said.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show the configuration: theme, glyphs, speed, keys.",
    discussion: """
      It is read from $XDG_CONFIG_HOME/downhill/config.yaml, or ~/.config/downhill/config.yaml. What is printed is such a \
      file; without one it is what counts then: 'downhill config > FILE' is a start.
      """)

  func run() throws {
    let path = Configuration.path(environment: ProcessInfo.processInfo.environment)
    let configuration = try reporting { try Configuration.load(path) }
    let exists = path.map { FileManager.default.fileExists(atPath: $0) } ?? false
    let place = path.map { SafeText.visible($0) } ?? "no file, as HOME is not set"
    Output.write("# \(exists ? "From" : "Nothing is said in") \(place)\n" + configuration.text)
  }
}
