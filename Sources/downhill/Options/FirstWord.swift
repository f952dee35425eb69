import ArgumentParser
import Experiments
import Lessons
import NeuralNetwork
import Platform

/// What the first word of a command line means when it is no command: a lesson, a file or a data set to open.
enum FirstWord {
  /// The arguments with the command that was meant in front.
  /// - Throws: a sentence with the nearest command where nothing was meant.
  static func understood(_ arguments: [String]) throws -> [String] {
    guard let word = arguments.first, !word.hasPrefix("-"), !commands.contains(word) else {
      return arguments
    }
    if word == "version" { return ["--version"] }
    if let command = synonyms[word] { return [command] + arguments.dropFirst() }
    if let command = command(opening: word, arguments) { return [command] + arguments }
    let meant = Suggestion.nearest(to: word, among: commands) ?? Folder.file(near: word)
    let near = meant.map { " Did you mean '\($0)'?" }
    throw ValidationError(
      "There is no command, no lesson and no file called '\(SafeText.visible(word))'."
        + (near ?? " 'downhill --help' lists the commands, 'downhill lessons' the lessons."))
  }

  /// What commands are called elsewhere, or in the words of the lessons.
  private static let synonyms = [
    "playground": "play", "lesson": "learn", "fit": "train", "training": "train", "run": "train",
    "list": "lessons", "course": "lessons", "validate": "check", "plot": "picture",
    "inference": "predict",
  ]

  /// The names of all commands.
  static var commands: [String] { Downhill.configuration.subcommands.map(name(of:)) }

  /// The command of a name.
  static func command(called name: String) -> (any ParsableCommand.Type)? {
    Downhill.configuration.subcommands.first { self.name(of: $0) == name }
  }

  /// Each command says its name itself: one made of the type's would cost every start a millisecond.
  private static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? ""
  }

  private static func command(opening word: String, _ arguments: [String]) -> String? {
    let path = word.lowercased()
    if FileManager.default.fileExists(atPath: word), !Folder.exists(word) {
      return path.hasSuffix(".md") ? "learn" : "play"
    }
    if isLesson(word, arguments) { return "learn" }
    return InputFile(argument: word).isDataset ? "play" : nil
  }

  private static func isLesson(_ word: String, _ arguments: [String]) -> Bool {
    let given = arguments.firstIndex(of: "--lessons").flatMap { place in
      arguments.indices.contains(place + 1) ? arguments[place + 1] : nil
    }
    guard let library = LessonsOption(in: given).libraryIfAny else { return false }
    return (try? library.lesson(named: word)) != nil
  }
}
