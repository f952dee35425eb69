import ArgumentParser
import Experiments

/// The command help: of a command what it takes, of a topic all there is to know.
struct Help: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: "Explain a command, or a topic: \(HelpTopic.names.joined(separator: ", ")).",
    discussion: HelpTopic.all.map { "\($0.name): \($0.summary)." }.joined(separator: "\n"))

  @Argument(help: "A command or a topic.", completion: .list(known))
  var name: String?

  @Flag(help: "A topic as tables in Markdown.")
  var markdown = false

  @Flag(help: "The manual page of the whole program, as 'make install' installs it.")
  var man = false

  /// What can be explained.
  private static var known: [String] { HelpTopic.names + FirstWord.commands + [topics] }

  /// The word for all topics.
  private static let topics = "topics"

  func validate() throws {
    if man, name != nil {
      throw ValidationError(
        "--man is about the whole program: leave '\(SafeText.visible(name ?? ""))' out.")
    }
  }

  func run() throws {
    if man { return Output.write(try ManualPage().text) }
    guard let name else { throw CleanExit.helpRequest(Downhill.self) }
    if name == Self.topics { throw CleanExit.helpRequest(Help.self) }
    if let topic = HelpTopic.all.first(where: { $0.name == name }) {
      return Output.write(markdown ? topic.markdown : topic.text(width: Downhill.columns))
    }
    if let command = FirstWord.command(called: name) { throw CleanExit.helpRequest(command) }
    throw ValidationError(
      "There is no command and no topic called '\(SafeText.visible(name))'."
        + Suggestion.hint(for: name, among: Self.known))
  }
}
