import Experiments
import Lessons
import NeuralNetwork
import TutorApp

extension HelpTopic {
  static let experiment = HelpTopic(
    name: "experiment", summary: "every key of an experiment file, with what counts without it",
    sections: {
      ExperimentField.sections.map { section in
        Section(
          title: "An experiment file: \(section.title)", heads: ("key", "what it says"),
          rows: section.fields.map { ($0.name, $0.meaning) })
      } + [
        Section(
          title: "The sign", heads: ("sign", "what it says"),
          rows: [("↻", "Decides how a run begins; everything else can change while it runs")])
      ]
    })

  static let keys = HelpTopic(
    name: "keys", summary: "every key of lessons and playground",
    sections: {
      KeyContext.reference.map { group in
        Section(
          title: group.heading, heads: ("keys", "what they do"),
          rows: group.rows.map { ($0.keys, $0.help) })
      }
    })

  static let commands = HelpTopic(
    name: "commands", summary: "what ':' takes in the playground",
    sections: {
      [
        Section(
          title: "Commands of the playground", heads: ("command", "what it does"),
          rows: PlaygroundCommand.reference.map { ($0.usage, $0.help) })
      ]
    })

  static let lessons = HelpTopic(
    name: "lesson-format", summary: "the blocks of a lesson's file",
    sections: {
      [
        Section(
          title: "Blocks of a lesson", heads: ("block", "what it does"),
          rows: Directive.all.map { ($0.name, $0.help) }),
        Section(
          title: "Keys of a do block", heads: ("key", "what it does"),
          rows: DoKey.all.map { ($0.name, $0.help) }),
        Section(title: "Ways of go", heads: ("value", "where it leads"), rows: DoKey.ways),
        Section(
          title: "Numbers in text", heads: ("text", "how it is written"), rows: NumberFormat.forms),
        Section(
          title: "Quantities", heads: ("name", "what it is"),
          rows: GlossaryTerm.quantities.map { ($0.aliases.first ?? $0.name, $0.meaning) }),
        Section(
          title: "Panels", heads: ("panel", "what it shows"),
          rows: Panel.names.map { ($0, Glossary.panel($0)?.meaning ?? "") }),
      ]
    })

  static let data = HelpTopic(
    name: "data", summary: "the data sets that come with the program",
    sections: {
      [
        Section(
          title: "Data sets", heads: ("name", "what it holds"),
          rows: NamedDataset.all.map {
            ($0.name, $0.summary + ($0.source.map { " (\($0))" } ?? ""))
          })
      ]
    })
}

extension ExperimentField {
  /// What it says, what counts without it, and an example.
  fileprivate var meaning: String {
    let example = examples.first.map { " Example: `\(name): \($0)`" } ?? ""
    return "\(help). By default: \(usual).\(example)\(isLive ? "" : " ↻")"
  }
}
