import Experiments
import NeuralNetwork

/// Every word and sign that the program uses.
public enum Glossary {
  /// All terms: the words of the subject in the order of the course, then what lists hold, then the signs of the screen.
  public static let all: [GlossaryTerm] = concepts + listed + GlossaryTerm.signs

  /// The words of the subject.
  static let concepts =
    GlossaryTerm.training + GlossaryTerm.networks + GlossaryTerm.samples + GlossaryTerm.steps
    + GlossaryTerm.troubles + GlossaryTerm.remedies + GlossaryTerm.tools

  /// The entries of everything that the program knows many of, from their own records.
  private static let listed =
    Activation.all.map(GlossaryTerm.init) + Loss.all.map(GlossaryTerm.init)
    + Optimizer.Rule.all.map(GlossaryTerm.init) + Schedule.all.map(GlossaryTerm.init)
    + Initializer.all.map(GlossaryTerm.init) + NamedDataset.all.map(GlossaryTerm.init)
    + ExperimentField.all.map(GlossaryTerm.init) + GlossaryTerm.innerKeys
    + GlossaryTerm.quantities + GlossaryTerm.panels

  /// The terms that go by a name or a sign, whatever the case; those called exactly so first.
  public static func terms(named text: String) -> [GlossaryTerm] {
    let exact = all.filter { $0.names.contains(text) }
    if !exact.isEmpty { return exact }
    let key = normal(text)
    return all.filter { $0.names.contains { normal($0) == key } }
  }

  /// What a panel shows, by the name that lessons give it.
  public static func panel(_ name: String) -> GlossaryTerm? {
    GlossaryTerm.panels.first { $0.name == name }
  }

  /// The term of a name, the words of the subject first.
  public static func term(_ name: String) -> GlossaryTerm? { terms(named: name).first }

  /// The names nearest to a word that is none: those it is a part of, or the one it is misspelled from.
  public static func near(_ text: String) -> [String] {
    let key = normal(text)
    guard !key.isEmpty, key.count <= 60 else { return [] }
    let holding = key.count < 3 ? [] : all.map(\.name).filter { normal($0).contains(key) }
    let nearest = Suggestion.nearest(to: key, among: all.flatMap(\.names).filter { $0.count > 1 })
    return (holding + [nearest].compactMap { $0 }).uniqued
  }

  /// Small letters, with blanks in place of what joins words.
  private static func normal(_ text: String) -> String {
    String(text.lowercased().map { $0 == "_" || $0 == "-" ? " " : $0 }).trimmed
  }
}
