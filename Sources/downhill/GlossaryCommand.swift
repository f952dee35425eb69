import ArgumentParser
import Experiments
import Lessons

/// The command glossary: what words and signs mean.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Explain a word or sign, or list them all.",
    discussion: "In the program the key w explains those of the present screen.")

  @Argument(help: "A word such as gradient, a sign such as η, a key of experiment files.")
  var term: [String] = []

  @Flag(help: "As JSON, with every field.")
  var json = false

  func run() throws {
    let terms = try chosen()
    if json {
      Output.write(JSONText.pretty(YAMLNode(terms.map(\.node))) + "\n")
    } else if name.isEmpty {
      Self.list(terms).forEach { Output.write($0 + "\n") }
    } else {
      let entries = terms.map { $0.lines().joined(separator: "\n") }
      Output.write(entries.joined(separator: "\n\n") + "\n")
    }
  }

  private var name: String { term.joined(separator: " ").trimmed }

  private func chosen() throws -> [GlossaryTerm] {
    guard !name.isEmpty else { return Glossary.all }
    let terms = Glossary.terms(named: name)
    guard terms.isEmpty else { return terms }
    let near = Glossary.near(name).prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    Output.warn(
      "The glossary has no '\(SafeText.visible(name))'."
        + (near.isEmpty ? " 'downhill glossary' lists all terms." : " Near: \(near)."))
    throw ExitCode.failure
  }

  /// A line a term, by sort.
  private static func list(_ terms: [GlossaryTerm]) -> [String] {
    GlossaryTerm.Kind.allCases.flatMap { kind in
      let rows = terms.filter { $0.kind == kind }.map { "  \($0.heading): \($0.shortMeaning)" }
      return rows.isEmpty ? [] : ["\(kind.plural):"] + rows + [""]
    }
  }
}

extension GlossaryTerm {
  /// All fields, with the names that a program reads.
  fileprivate var node: YAMLNode {
    func texts(_ texts: [String]) -> YAMLNode { YAMLNode(texts.map(Self.text)) }
    return .group([
      ("term", Self.text(name)), ("kind", Self.text(kind.rawValue)), ("symbols", texts(symbols)),
      ("aliases", texts(aliases)), ("meaning", Self.text(meaning)), ("formula", texts(formula)),
      (
        "taught",
        YAMLNode(
          taught.map { .group([("lesson", Self.text($0.lesson)), ("page", Self.text($0.page))]) })
      ),
      ("related", texts(related)),
    ])
  }

  private static func text(_ text: String) -> YAMLNode { YAMLNode(.scalar(text, isQuoted: true)) }
}
