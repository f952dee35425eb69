import NeuralNetwork

/// A form of data that is no CSV, as its first lines tell, and what makes a table of it.
struct OtherForm: Sendable {
  /// What a file of it is.
  let name: String
  let advice: String
  private let holds: @Sendable (_ lines: [Substring]) -> Bool

  /// Every form that is known, of which a file has the first that fits.
  static let all = [markdown, json, markup, arff, sparse]

  /// The form of the text that begins with these lines; nil where it may be a table.
  static func found(in lines: [Substring]) -> OtherForm? {
    lines.isEmpty ? nil : all.first { $0.holds(lines) }
  }

  /// What is said where a table should be.
  var message: String { "The file is \(name), no CSV: \(advice)." }

  private static let markdown = OtherForm(
    name: "a Markdown table",
    advice: "take out its second line, and the bars at both ends of the others",
    holds: { lines in
      lines.count > 1 && lines[1].contains("--") && lines[1].contains("|")
        && lines[1].allSatisfy { "|-: ".contains($0) }
    })

  private static let json = OtherForm(
    name: "JSON", advice: "write its numbers as a table, a row for each sample",
    holds: { lines in ["{", "[{", "[["].contains { lines[0].hasPrefix($0) } })

  private static let markup = OtherForm(
    name: "HTML or XML", advice: "save its table as CSV",
    holds: { lines in
      ["<!", "<?", "<html", "<table"].contains { lines[0].lowercased().hasPrefix($0) }
    })

  private static let arff = OtherForm(
    name: "ARFF", advice: "put the names of its columns in the place of the lines down to '@data'",
    holds: { $0[0].lowercased().hasPrefix("@relation") })

  /// The form of libsvm: a target, and the inputs that are not 0 with their numbers.
  private static let sparse = OtherForm(
    name: "a list of the inputs that are not 0, each behind its number",
    advice: "give every input a column of its own",
    holds: { lines in
      let words = lines[0].split(separator: " ")
      let numbers = words.dropFirst().map(inputNumber)
      let known = numbers.compactMap { $0 }
      // A single one may be a time, as 10:30.
      return known.count > 1 && known.count == numbers.count
        && zip(known, known.dropFirst()).allSatisfy(<)
        && YAMLValue.number(String(words[0])) != nil
    })

  private static func inputNumber(_ word: Substring) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, YAMLValue.number(String(parts[1])) != nil else { return nil }
    return Int(parts[0])
  }
}
