import NeuralNetwork

/// A form of data that is no CSV, as its first lines tell, and what makes a table of it.
struct OtherForm: Sendable {
  /// What a file of it is.
  let name: String
  /// What makes a table of a file of a name.
  let advice: @Sendable (_ file: String) -> String
  private let holds: @Sendable (_ lines: [Substring]) -> Bool

  private init(
    name: String, advice: @escaping @Sendable (String) -> String,
    holds: @escaping @Sendable ([Substring]) -> Bool
  ) {
    (self.name, self.advice, self.holds) = (name, advice, holds)
  }

  private init(
    name: String, advice: String, holds: @escaping @Sendable ([Substring]) -> Bool
  ) {
    self.init(name: name, advice: { _ in advice + "." }, holds: holds)
  }

  /// Forms that an experiment cannot have.
  private static let noExperiments = [markdown, jsonLines, jsonRows, markup, arff, sparse]

  /// The form of the text that begins with these lines; nil where it may be a table.
  static func found(in lines: [Substring]) -> OtherForm? {
    lines.isEmpty ? nil : (noExperiments + [json]).first { $0.holds(lines) }
  }

  /// The form of a text that is no experiment; nil where it may be one.
  static func found(inPlaceOfExperiment text: SourceText) -> OtherForm? {
    let lines = text.lines.prefix(100).filter { !$0.allSatisfy(\.isWhitespace) }.prefix(2)
    return lines.isEmpty ? nil : noExperiments.first { $0.holds(Array(lines)) }
  }

  private static let markdown = OtherForm(
    name: "a Markdown table",
    advice: "take out its second line, and the bars at both ends of the others",
    holds: { lines in
      lines.count > 1 && lines[1].contains("--") && lines[1].contains("|")
        && lines[1].allSatisfy { "|-: ".contains($0) }
    })

  private static let jsonLines = OtherForm(
    name: "JSON Lines, a sample in each",
    advice: { Self.conversion(of: $0, reading: "[json.loads(s) for s in sys.stdin if s.strip()]") },
    holds: { lines in
      lines.count > 1 && lines.allSatisfy { $0.hasPrefix("{\"") }
    })

  private static let jsonRows = OtherForm(
    name: "a list of samples in JSON",
    advice: { Self.conversion(of: $0, reading: "json.load(sys.stdin)") },
    holds: { lines in
      lines[0].hasPrefix("[{") || lines[0].trimmed == "[" && lines.last?.trimmed.first == "{"
    })

  /// A command, with nothing behind it, that makes a CSV of rows with names, whichever of these each has.
  private static func conversion(of file: String, reading rows: String) -> String {
    let isNamed = file.allSatisfy { $0.isLetter || $0.isNumber || "/._-".contains($0) }
    let name = isNamed ? file : "rows.json"
    let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
    return "this makes a CSV of it: python3 -c 'import csv, json, sys; r = \(rows); "
      + "w = csv.DictWriter(sys.stdout, dict.fromkeys(k for d in r for k in d)); w.writeheader(); w.writerows(r)' "
      + "< \(name) > \(stem).csv"
  }

  private static let json = OtherForm(
    name: "JSON", advice: "write its numbers as a table, a row for each sample",
    holds: { lines in ["{", "[["].contains { lines[0].hasPrefix($0) } })

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
