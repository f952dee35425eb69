import ArgumentParser
import Experiments
import Foundation
import Lessons

/// The command new: a lesson to begin from.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a lesson to begin from, which passes 'check'.",
    discussion: """
      The file is NN-NAME.md, with the next free number of its folder. Play it with
      'downhill learn FILE', prove it with 'downhill check FILE'.
      """)

  @Argument(help: "Small letters, digits and '-': it becomes the lesson's name.")
  var name: String

  @Option(name: .customLong("lessons"), help: "The folder to write into.")
  var folder = "."

  func validate() throws {
    guard LessonName.isID(name) else {
      throw ValidationError("A lesson's name has small letters, digits and '-', 32 at most.")
    }
  }

  func run() throws {
    let names = try reporting { try Folder.files(in: folder) }.compactMap(LessonName.init)
    if let twin = names.first(where: { $0.id == name }) {
      Output.warn("\(SafeText.visible(folder)): Lesson \(twin.number) is called '\(name)' already.")
      throw ExitCode.failure
    }
    let number = (names.map(\.number).max() ?? 0) + 1
    let path = "\(folder)/\(number < 10 ? "0" : "")\(number)-\(name).md"
    try write(LessonTemplate.text(title: title), to: path)
    Output.write("\(path)\n")
  }

  /// The name as a title: "two-steps" is "Two steps".
  private var title: String {
    let words = name.split(separator: "-").joined(separator: " ")
    return words.isEmpty ? "A new lesson" : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// A file that is there is never overwritten.
  private func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      Output.warn("\(SafeText.visible(path)): The file cannot be written: is it there already?")
      throw ExitCode.failure
    }
  }
}
