import Experiments
import NeuralNetwork

/// A word or sign of the program: all that is known of it.
///
/// `Glossary.all` lists them. The command, the key in the program and the check of lessons walk that list.
public struct GlossaryTerm: Sendable {
  /// What sort of word it is; two of different sorts may share a name.
  public enum Kind: String, CaseIterable, Sendable {
    case concept, activation, loss, optimizer, schedule, initializer
    case dataset = "data set"
    case key, quantity, panel, sign

    /// With its article, or what stands for it.
    var noun: String {
      switch self {
      case .concept: "a word of the subject"
      case .activation, .optimizer, .initializer: "an \(rawValue)"
      case .key: "a key of experiment files"
      case .quantity: "a number of a run, as lessons name it"
      case .panel: "a panel of the screen"
      case .sign: "a sign on the screen"
      case .loss, .schedule, .dataset: "a \(rawValue)"
      }
    }

    /// What several are called, as a heading.
    public var plural: String {
      switch self {
      case .concept: "words"
      case .loss: "losses"
      case .quantity: "quantities"
      default: rawValue + "s"
      }
    }
  }

  /// A page of the course.
  public struct Place: Hashable, Sendable {
    /// The lesson's id.
    public let lesson: String
    /// The heading of its page.
    public let page: String

    /// A page of a lesson.
    public init(_ lesson: String, _ page: String) { (self.lesson, self.page) = (lesson, page) }
  }

  /// As running text writes it.
  public let name: String
  /// What sort of word it is.
  public let kind: Kind
  /// How formulas, panels and drawings write it.
  public let symbols: [String]
  /// Other names it goes by, those of files among them.
  public let aliases: [String]
  /// What it means, in one to three plain sentences.
  public let meaning: String
  /// How it is worked out, a line each; empty where it is no number.
  public let formula: [String]
  /// The pages that explain it, the one that teaches it first; empty where no lesson does.
  public let taught: [Place]
  /// Its present value in words; nil where a run has none.
  public let value: @Sendable (Run) -> String?
  /// The forms that count as a use of it in a lesson's text; a plural counts too.
  let uses: [String]
  /// Names of related terms.
  public let related: [String]

  /// A record; without `uses` its name is the form that counts.
  init(
    _ name: String, _ kind: Kind = .concept, symbols: [String] = [], aliases: [String] = [],
    uses: [String]? = nil, _ meaning: String, formula: [String] = [], taught: [Place] = [],
    value: @escaping @Sendable (Run) -> String? = { _ in nil }, related: [String] = []
  ) {
    (self.name, self.kind, self.symbols, self.aliases) = (name, kind, symbols, aliases)
    (self.meaning, self.formula, self.taught) = (meaning, formula, taught)
    (self.value, self.related) = (value, related)
    self.uses = taught.isEmpty ? [] : uses ?? [name]
  }

  /// The first sentence of its meaning.
  public var shortMeaning: String {
    guard let end = meaning.firstRange(of: ". ") else { return meaning }
    return String(meaning[..<end.lowerBound]) + "."
  }

  /// The name with its signs: "learning rate (η, lr)".
  public var heading: String {
    symbols.isEmpty ? name : "\(name) (\(symbols.joined(separator: ", ")))"
  }

  /// All there is to say, a line each: the name, the meaning, formulas, where it is taught, what is near it.
  ///
  /// `now` is its present value, where one is known.
  public func lines(now value: String? = nil) -> [String] {
    let others = aliases.filter { $0.lowercased() != name.lowercased() }
    let also = others.isEmpty ? [] : ["also called: \(others.joined(separator: ", "))"]
    let now = value.map { ["now: \($0)"] } ?? []
    let place = taught.first.map { ["lesson: \($0.lesson), page '\($0.page)'"] } ?? []
    let near = related.isEmpty ? [] : ["see also: \(related.joined(separator: ", "))"]
    return ["\(heading), \(kind.noun)", meaning] + formula.map { "    " + $0 } + now + also + place
      + near
  }

  /// Everything it can be asked for by.
  public var names: [String] { [name] + symbols + aliases }
}

extension GlossaryTerm: Hashable, CustomStringConvertible {
  /// By sort and name.
  public static func == (left: GlossaryTerm, right: GlossaryTerm) -> Bool {
    left.kind == right.kind && left.name == right.name
  }

  /// By sort and name.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(name)
  }

  /// Sort and name.
  public var description: String { "\(kind.rawValue) \(name)" }
}

extension GlossaryTerm {
  /// The value of a quantity, as lessons name it and running text writes it.
  static func quantity(
    _ name: String, _ format: NumberFormat = .automatic
  ) -> @Sendable (Run) -> String? {
    { run in Quantity(parsing: name)?.value(in: run).map(format.text) }
  }
}

extension Page {
  /// The terms that its text uses, each once, in the order of the text.
  public var terms: [GlossaryTerm] {
    texts.flatMap { TermFinder.shared.terms(in: $0) }.map(\.term).uniqued
  }

  /// The terms that stand in italics: those that the author explains there.
  var introducedTerms: [GlossaryTerm] {
    blocks.flatMap(\.texts).flatMap(\.spans).flatMap { span -> [GlossaryTerm] in
      guard case .text(let text, .italic) = span else { return [] }
      return TermFinder.shared.terms(in: text).map(\.term)
    }
  }

  /// Title, running text and hints, without code.
  var texts: [String] {
    [title] + (blocks + hints.flatMap { $0 }).flatMap(\.texts).map(\.prose)
  }
}

extension Lesson {
  /// The words that the lesson explains in its head, as terms.
  public var ownTerms: [GlossaryTerm] {
    words.sorted { $0.key < $1.key }.map { name, meaning in
      GlossaryTerm(name, .concept, meaning, taught: [GlossaryTerm.Place(id, pages[0].title)])
    }
  }
}

extension Run {
  /// The terms of its recipe: activations, loss, optimizer, how its weights began.
  public var terms: [GlossaryTerm] {
    let experiment = activeExperiment
    let curves = network.layers.map { GlossaryTerm($0.activation) }
    let starts = experiment.layers.filter { $0.explicit == nil }.map {
      GlossaryTerm($0.initializer)
    }
    return curves + [GlossaryTerm(experiment.loss), GlossaryTerm(experiment.optimizer.rule)]
      + starts
  }
}
