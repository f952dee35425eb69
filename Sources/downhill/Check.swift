import ArgumentParser
import Experiments
import Lessons
import NeuralNetwork
import TutorApp

/// The command check: what is wrong with files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check lessons and experiment files: every claim of a lesson is run.",
    discussion:
      "Files that end in .md are lessons, others experiments. Of a folder all .md, .yaml, .yml and "
      + ".json files are checked. A lesson builds on those beside it, on those of --lessons, and on the program's own. Exits with 1 when "
      + "something is wrong.")

  @Argument(
    help: "Lessons, experiment files, or folders of them; '-' is an experiment on standard input.")
  var files: [InputFile]

  @OptionGroup var place: LessonsFolder

  @Flag(help: "What is wrong as JSON: an array of file, line, column and message.")
  var json = false

  func run() throws {
    if let folder = place.folder { _ = try reporting { try Folder.files(in: folder) } }
    let files = try files.flatMap(Self.expanded)
    guard !json else { return try writeJSON(files) }
    var isSound = true
    for file in files {
      let table = file.isTable ? try? file.text() : nil
      let problems = self.problems(with: file, table)
      problems.forEach { Output.warn($0.description) }
      if problems.isEmpty {
        Output.write("\(file): ok\n")
        Output.notes(table.map(FileCheck.notes(on:)) ?? FileCheck.notes(path: file.path))
        Self.remarks(on: file, table).forEach { Output.warn("\(file): \($0)") }
      }
      isSound = isSound && problems.isEmpty
    }
    if !isSound { throw ExitCode.failure }
  }

  /// What is wrong with a file; `table` is the experiment that a table stands for.
  private func problems(with file: InputFile, _ table: SourceText?) -> [Diagnostic] {
    table.map(FileCheck.problems(inExperiment:))
      ?? FileCheck.problems(
        path: file.path, panels: Panel.names, room: .smallestScreen, lessons: place.found)
  }

  private func writeJSON(_ files: [InputFile]) throws {
    let problems = files.flatMap { file in
      self.problems(with: file, file.isTable ? try? file.text() : nil)
    }
    Output.write(JSONText.array(problems.map(Self.json)) + "\n")
    if !problems.isEmpty { throw ExitCode.failure }
  }

  private static func json(_ problem: Diagnostic) -> String {
    let place = problem.position
    return JSONText.object([
      ("file", JSONText.string(problem.file)), ("line", place.map { "\($0.line)" } ?? "null"),
      ("column", place.map { "\($0.column)" } ?? "null"),
      ("message", JSONText.string(problem.message)),
    ])
  }

  /// What will go wrong with a sound experiment before any training; files only, as standard input is read by now.
  private static func remarks(on file: InputFile, _ table: SourceText?) -> [String] {
    guard file.path != "-", !file.path.hasSuffix(".md"),
      let text = table ?? (try? SourceText(path: file.path)),
      let experiment = try? ExperimentFile.read(text), let run = try? Run(experiment)
    else { return [] }
    return run.recipeProblems.map(\.sentence)
  }

  /// The files that a folder stands for.
  private static func expanded(_ file: InputFile) throws -> [InputFile] {
    let path = file.path
    guard path != "-", Folder.exists(path) else { return [file] }
    let kinds = [".md", ".yaml", ".yml", ".json"]
    let names = try reporting { try Folder.files(in: path) }.filter { name in
      name != Folder.guide && kinds.contains { name.hasSuffix($0) }
    }
    let folder = path.hasSuffix("/") ? path : path + "/"
    guard names.isEmpty else { return names.map { InputFile(argument: folder + $0) } }
    Output.warn("\(file): The folder holds no lessons and no experiment files.")
    throw ExitCode.failure
  }
}
