import Experiments
import NeuralNetwork

/// A command of the playground's command line: all that is known of it.
///
/// Each kind of thing that commands do is a file in this folder that ends in its records; `all` lists them. The command line, its
/// completion, the help and `play --plain` walk that list.
public struct PlaygroundCommand: Sendable {
  /// The word it begins with.
  let name: String
  /// What follows it, in capitals where the learner chooses it; empty for nothing.
  let arguments: String
  /// A sentence for the help.
  let help: String
  /// Whether it can be given where no run is open yet.
  let isAnywhere: Bool
  /// What could stand as the next word behind those that follow the name.
  let completions: @Sendable (Model, [String]) -> [String]
  /// Carries it out with what stands after its name.
  let run: @Sendable (inout Model, String) throws(CommandProblem) -> [Effect]

  init(
    _ name: String, _ arguments: String = "", help: String, isAnywhere: Bool = false,
    completions: @escaping @Sendable (Model, [String]) -> [String] = { _, _ in [] },
    run: @escaping @Sendable (inout Model, String) throws(CommandProblem) -> [Effect]
  ) {
    (self.name, self.arguments, self.help) = (name, arguments, help)
    self.isAnywhere = isAnywhere
    (self.completions, self.run) = (completions, run)
  }

  /// How it is written.
  var usage: String { arguments.isEmpty ? name : "\(name) \(arguments)" }
}

/// Why a command cannot be carried out, in a sentence.
struct CommandProblem: Error, Hashable {
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }

  /// There is no such thing: the nearest name, or else all of them; where none was given, that one is to be.
  init(noSuch kind: String, _ name: String, among names: [String]) {
    guard !name.isEmpty else {
      sentence = "Name a \(kind): \(names.joined(separator: ", "))"
      return
    }
    let near = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
    sentence =
      "There is no \(kind) '\(SafeText.visible(name))': \(near ?? names.joined(separator: ", "))"
  }
}

extension PlaygroundCommand {
  /// Every command, in the order of the help.
  static let all: [PlaygroundCommand] = settings + time + hands + runs + screen + files + program

  /// All commands as texts: how each is written, and what it does.
  public static var reference: [(usage: String, help: String)] {
    all.map { (":\($0.usage)", $0.help) }
  }

  /// The command that a line begins with, written out or shortened as far as it stays the only one.
  static func beginning(_ line: String) -> PlaygroundCommand? {
    guard let word = line.split(separator: " ").first.map(String.init) else { return nil }
    if let exact = all.first(where: { $0.name == word }) { return exact }
    let near = all.filter { $0.name.hasPrefix(word) }
    return near.count == 1 ? near[0] : nil
  }

  /// The command that a line of text writes, with a colon or without; nil where it is meant as keys.
  static func written(_ line: String) -> String? {
    let line = line.trimmed
    if line.hasPrefix(":") { return String(line.dropFirst()) }
    let word = line.split(separator: " ").first?.lowercased() ?? ""
    let isWord = word.count > 1 && word.allSatisfy(\.isLetter) && Set(word).count > 1
    let command = word + line.dropFirst(word.count)
    return isWord && beginning(command) != nil ? command : nil
  }

  /// What could stand in place of the last word of a line.
  static func completions(of line: String, _ model: Model) -> [String] {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let last = words.last ?? ""
    guard words.count > 1 else {
      return all.filter { $0.isAnywhere || !(model.scene is GalleryScene) }.map(\.name)
        .filter { $0.hasPrefix(last) }
    }
    let options = beginning(line)?.completions(model, Array(words[1..<words.count - 1])) ?? []
    return options.filter { $0.hasPrefix(last) }
  }
}

extension Model {
  /// Carries a line of the command line out; what is wrong with it is said.
  mutating func run(command line: String) -> [Effect] {
    let line = line.trimmed
    guard let command = PlaygroundCommand.beginning(line) else {
      notice = Self.unknown(line)
      return []
    }
    guard command.isAnywhere || !(scene is GalleryScene) else {
      notice = "'\(command.name)' needs a run: open one first, such as 'open moons'"
      return []
    }
    if command.name != "follow" { playground?.tested = nil }
    let rest = line.drop { $0 != " " }.trimmed
    guard !command.arguments.isEmpty || rest.isEmpty || command.completions(self, []).contains(rest)
    else {
      notice = "'\(command.name)' takes nothing after it, but found: \(SafeText.visible(rest))"
      return []
    }
    do { return try command.run(&self, rest) } catch {
      notice = error.sentence
      return []
    }
  }

  private static func unknown(_ line: String) -> String {
    let word = line.split(separator: " ").first.map(String.init) ?? ""
    let names = PlaygroundCommand.all.map(\.name)
    let near = names.filter { $0.hasPrefix(word) && !word.isEmpty }
    if near.count > 1 { return "'\(word)' could be \(near.joined(separator: " or "))" }
    let hint = Suggestion.nearest(to: word, among: names).map { "did you mean '\($0)'?" }
    return "There is no command '\(SafeText.visible(word))': \(hint ?? "? lists them")"
  }
}
