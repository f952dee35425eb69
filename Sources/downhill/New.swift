import ArgumentParser
import Experiments
import Lessons
import TutorApp

/// The command new: a lesson or an experiment to begin from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a lesson or an experiment to begin from, which passes 'check'.",
    discussion: """
      A name that ends in .yaml becomes an experiment file, one of the playground's examples: \
      \(Preset.all.map(\.name).joined(separator: ", ")).

      Any other name becomes a lesson, NN-NAME.md, with the next free number of its folder. Play it with \
      'downhill learn FILE', prove it with 'downhill check FILE'.

        downhill new my.yaml --example xor
        downhill new my-lesson
      """)

  @Argument(help: "An experiment's file, or a lesson's name: small letters, digits and '-'.")
  var name: String

  @OptionGroup var place: LessonsFolder

  @Option(
    help: "The example that an experiment begins from; moons unless another one is named.",
    completion: .list(Preset.all.map(\.name)))
  var example: String?

  func validate() throws {
    if let example, Preset.named(example) == nil {
      let known = Preset.all.map(\.name).joined(separator: ", ")
      throw ValidationError(
        "There is no example '\(SafeText.visible(example))'. Known: \(known).")
    }
    if isExperiment, place.folder != nil {
      throw ValidationError(
        "--lessons goes with a lesson's name; a file's own path says where it is.")
    }
    if !isExperiment, example != nil {
      throw ValidationError("--example goes with a file, such as my.yaml.")
    }
    guard isExperiment || LessonName.isID(name) else {
      throw ValidationError(
        "A lesson's name has small letters, digits and '-', 32 at most; an experiment's file ends in .yaml."
      )
    }
  }

  func run() throws {
    let (path, text) = try isExperiment ? experiment() : lesson()
    try reporting { try SourceText(name: path, text: text).write(replacing: false) }
    Output.write("\(path)\n")
  }

  private var isExperiment: Bool { [".yaml", ".yml"].contains { name.hasSuffix($0) } }

  private func experiment() -> (path: String, text: String) {
    let preset = Preset.named(example ?? "moons") ?? Preset.all[0]
    return (name, "# \(preset.sentence)\n\(preset.text)\n")
  }

  private func lesson() throws -> (path: String, text: String) {
    let folder = place.folder ?? "."
    let names = try reporting { try Folder.files(in: folder) }.compactMap(LessonName.init)
    if let twin = names.first(where: { $0.id == name }) {
      Output.warn("\(folder): Lesson \(twin.number) is called '\(name)' already.")
      throw ExitCode.failure
    }
    let number = (names.map(\.number).max() ?? 0) + 1
    return (
      "\(folder)/\(number < 10 ? "0" : "")\(number)-\(name).md", LessonTemplate.text(title: title)
    )
  }

  /// The name as a title: "two-steps" is "Two steps".
  private var title: String {
    let words = name.split(separator: "-").joined(separator: " ")
    return words.isEmpty ? "A new lesson" : words.prefix(1).uppercased() + words.dropFirst()
  }
}
