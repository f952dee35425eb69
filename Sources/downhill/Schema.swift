import ArgumentParser
import Experiments

/// The command schema: a file's keys in a form that editors read.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Print the JSON Schema of experiment files, for editors that complete and check them.",
    discussion: """
        downhill schema experiment > experiment.schema.json

      Editors that speak YAML take it from a comment in the file's first line:

        # yaml-language-server: $schema=experiment.schema.json
      """)

  /// What there is a schema of.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case experiment
  }

  @Argument(help: "experiment")
  var kind = Kind.experiment

  func run() throws {
    switch kind {
    case .experiment: Output.write(JSONText.pretty(ExperimentSchema.root) + "\n")
    }
  }
}
