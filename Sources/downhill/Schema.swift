import ArgumentParser
import Experiments
import Lessons

/// The command schema: a file's keys in a form that editors read.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract:
      "Print a JSON Schema, for editors that complete and check: of experiment files, of a lesson's head, of its blocks.",
    discussion: """
        downhill schema experiment > experiment.schema.json

      Editors that speak YAML take it from a comment in the file's first line:

        # yaml-language-server: $schema=experiment.schema.json

      The head of a lesson takes that of 'lesson' in the same way, from its second line, below '---'; that of 'directives' has a property for each block, \
      such as 'ask', for editors that know fenced blocks.
      """)

  /// What there is a schema of.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case experiment, lesson, directives

    /// Its schema.
    var root: YAMLNode {
      switch self {
      case .experiment: ExperimentSchema.root
      case .lesson: LessonSchema.head
      case .directives: LessonSchema.directives
      }
    }
  }

  @Argument(help: "experiment, lesson or directives")
  var kind = Kind.experiment

  func run() throws { Output.write(JSONText.pretty(kind.root) + "\n") }
}
