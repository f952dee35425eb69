import Experiments
/// Finds the glossary's terms in running text, the longest first: "batch norm" is no use of "batch".
public struct TermFinder: Sendable {
  /// A form of a term as words in a row.
  private struct Form {
    let words: [String]
    let term: GlossaryTerm
  }

  /// A term and the words of the text that are its use.
  public struct Finding: Sendable {
    /// What was found.
    public let term: GlossaryTerm
    /// As the text has it.
    public let words: String
  }

  /// The finder for the whole glossary.
  public static let shared = TermFinder(Glossary.all)

  /// By the first word in small letters; longer forms first.
  private let forms: [String: [Form]]

  init(_ terms: [GlossaryTerm]) {
    let all = terms.flatMap { term in
      term.uses.flatMap { [$0, Self.plural($0)] }.map { text in
        Form(words: Self.words(of: text).map { String($0) }, term: term)
      }
    }
    forms = Dictionary(grouping: all) { $0.words[0].lowercased() }.mapValues { forms in
      forms.sorted { $0.words.count > $1.words.count }
    }
  }

  /// Every use of a term, in the order of the text.
  public func terms(in text: String) -> [Finding] {
    let words = Self.words(of: text)
    var findings: [Finding] = []
    var index = 0
    while index < words.count {
      let form = forms[words[index].lowercased()]?.first { Self.matches($0, words[index...]) }
      if let form {
        let last = words[index + form.words.count - 1]
        let range = words[index].startIndex..<last.endIndex
        findings.append(Finding(term: form.term, words: String(text[range])))
      }
      index += form?.words.count ?? 1
    }
    return findings
  }

  /// Whether words begin with a form; capital letters of the form must be there, small ones may be capital.
  private static func matches(_ form: Form, _ words: ArraySlice<Substring>) -> Bool {
    words.count >= form.words.count
      && zip(form.words, words).allSatisfy { form, word in
        form.contains(where: \.isUppercase) ? form == word : form == word.lowercased()
      }
  }

  /// Letters and digits in a row; whatever else there is parts them.
  private static func words(of text: String) -> [Substring] {
    text.split { !$0.isLetter && !$0.isNumber }
  }

  private static func plural(_ text: String) -> String {
    if text.hasSuffix("y") { return text.dropLast() + "ies" }
    return text + (text.hasSuffix("s") || text.hasSuffix("x") || text.hasSuffix("h") ? "es" : "s")
  }
}
