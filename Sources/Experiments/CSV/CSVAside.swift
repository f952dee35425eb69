/// Rows of a CSV file that are no samples: units below the header, totals at the end.
struct CSVAside {
  let bytes: [UInt8]
  let dialect: CSVDialect

  // MARK: Units

  /// Whether the first row below a header, in neither of which a number stands, says in words what the rows below it say in numbers, as a row of units does.
  ///
  /// In one column alone that may be a value nobody knows: then the row must say nothing else.
  func isOfUnits(_ first: [String], next: [[String]]) -> Bool {
    guard next.count > 1 else { return false }
    let below = first.indices.filter { column in
      let fields = next.compactMap { $0.indices.contains(column) ? $0[column] : nil }
      return fields.contains(where: isNumber)
        && fields.allSatisfy { isNumber($0) || CSVWord.isMissing($0) }
    }
    let said = below.filter { !CSVWord.isMissing(first[$0]) }
    return said.count > 1
      || said.count == 1 && first.allSatisfy { $0 == first[said[0]] || CSVWord.isMissing($0) }
  }

  func isNumber(_ text: String) -> Bool {
    CSVDecimal.allCases.contains { $0.number(text) != nil }
  }

  // MARK: Totals

  /// Where the rows of totals at the end begin, and what the first of them says; nil where there are none.
  func totals(below start: Int) -> (place: Int, word: String)? {
    var found: (place: Int, word: String)?
    var end = bytes.count
    while let line = lastLine(before: end, after: start), let word = total(in: line) {
      found = (line.lowerBound, word)
      end = line.lowerBound
    }
    return found
  }

  /// The last line that holds something.
  private func lastLine(before end: Int, after start: Int) -> Range<Int>? {
    let blanks: Set<UInt8> = [UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " ")]
    guard start < end, let last = bytes[start..<end].lastIndex(where: { !blanks.contains($0) })
    else { return nil }
    let line = bytes.startOfLine(holding: last)
    return line > start ? line..<(last + 1) : nil
  }

  private static let words: Set = [
    "total", "totals", "grand total", "subtotal", "sum", "average", "avg", "mean", "summe",
    "gesamt", "mittelwert",
    "total général", "moyenne", "somme",
  ]

  /// What a line of totals begins with: such a word, which no other row says, before a number.
  private func total(in line: Range<Int>) -> String? {
    let record = Array(bytes[line])
    var (scanner, fields) = (CSVScanner(record, delimiter: dialect.delimiter), [CSVField]())
    guard (try? scanner.next(&fields)) == true else { return nil }
    let texts = fields.map { $0.text(in: record) }
    guard let word = texts.first(where: { !$0.isEmpty }), texts.contains(where: isNumber),
      Self.words.contains(word.lowercased().filter { $0 != ":" }.trimmed),
      !bytes[..<line.lowerBound].contains(word)
    else { return nil }
    return word
  }
}

extension ArraySlice<UInt8> {
  /// Whether a text stands in the lines below the first.
  fileprivate func contains(_ word: String) -> Bool {
    let body = drop { $0 != UInt8(ascii: "\n") }
    return body.firstRange(of: Array(word.utf8)[...]) != nil
  }
}
