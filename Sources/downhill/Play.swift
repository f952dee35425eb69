import ArgumentParser
import Experiments
import Lessons
import NeuralNetwork
import Platform
import TutorApp
import Workbench

/// The command play: the playground, on an experiment of one's own or on one of the examples.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Open the playground: every setting of an experiment live.",
    discussion: """
      On an experiment in YAML or JSON, a table in CSV, a data set's name or an example's name. Without one it shows the \
      examples, and what was open last. A line of text that 'share' has made, or a file of it, brings its runs back. Examples: \(Preset.all.map(\.name).joined(separator: ", ")).
      """)

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var lessons: LessonsOption

  @Option(
    help: "A data set to play with: \(NamedDataset.names.joined(separator: ", ")).",
    completion: .list(NamedDataset.names))
  var data: String?

  @Argument(
    help: "An experiment in YAML or JSON, a table in CSV, a data set's name, or an example's name.")
  var file: InputFile?

  func validate() throws {
    if data != nil, file != nil { throw ValidationError("Give a file or --data, not both.") }
    if let data, !NamedDataset.names.contains(data) {
      let near = Suggestion.nearest(to: data, among: NamedDataset.names)
      throw ValidationError(
        "There is no data set '\(SafeText.visible(data))'."
          + (near.map { " Did you mean '\($0)'?" }
            ?? " There are \(NamedDataset.names.joined(separator: ", "))."))
    }
  }

  func run() throws {
    try openTutor(try opening(), screen) { lessons.libraryIfAny?.lessons ?? [] }
  }

  private func opening() throws -> TutorOpening {
    if let data { return try .experiment(InputFile(argument: data)) }
    return try file.map(TutorOpening.playground) ?? .gallery
  }
}

extension TutorOpening {
  /// The playground on an example of that name, on the runs of a shared line, or else on a file or a data set.
  static func playground(_ file: InputFile) throws -> TutorOpening {
    if let preset = Preset.named(file.path), !FileManager.default.fileExists(atPath: preset.name) {
      return .experiment(
        try reporting { try preset.file() }, name: preset.name, panels: preset.panelNames)
    }
    if let line = ShareCode.line(named: file.path) {
      return .session(try reporting { try ShareCode.session(of: line) })
    }
    return try experiment(file)
  }

  fileprivate static func experiment(_ file: InputFile) throws -> TutorOpening {
    .experiment(try file.experimentFile(), name: "\(file)", panels: [])
  }
}
