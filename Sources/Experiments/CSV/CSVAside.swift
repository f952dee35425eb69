/// Rows of a CSV file that are no samples: units below the header, totals at the end.
struct CSVAside {
  let records: CSVRecords

  // MARK: Units

  /// Where a row of units ends that begins below the header, and what is to be known of it; nil where there is none.
  func units(
    below header: [CSVField], from start: CSVRecords.Mark
  ) throws(Diagnostics) -> (end: CSVRecords.Mark, note: String)? {
    var (scanner, fields) = (records.scanner(from: start), [CSVField]())
    guard try records.take(&scanner, &fields) else { return nil }
    let (first, end) = (fields.map(records.text), scanner.mark)
    guard !first.contains(where: isNumber), !header.map(records.text).contains(where: isNumber)
    else { return nil }
    var next: [[String]] = []
    while next.count < 10, try records.take(&scanner, &fields) {
      next.append(fields.map(records.text))
    }
    guard isOfUnits(first, next: next) else { return nil }
    let words = first.filter { !$0.isEmpty }.prefix(3).joined(separator: ", ")
    return (
      end,
      "The row below the header holds words (\(SafeText.visible(String(words.prefix(40))))) where the others hold numbers, as a row of units: it is left out."
    )
  }

  /// Whether the first row below a header, in neither of which a number stands, says in words what the rows below it say in numbers, as a row of units does.
  ///
  /// In one column alone that may be a value nobody knows: then the row must say nothing else.
  private func isOfUnits(_ first: [String], next: [[String]]) -> Bool {
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

  private func isNumber(_ text: String) -> Bool {
    CSVDecimal.allCases.contains { $0.number(text) != nil }
  }

  // MARK: Totals

  /// Where the rows of totals at the end begin, and what is to be known of them; nil where there are none.
  func totals(below start: Int) -> (start: Int, note: String)? {
    var (place, first) = (records.bytes.count, "")
    while let line = lastLine(before: place, after: start), let word = total(in: line) {
      (place, first) = (line.lowerBound, word)
    }
    guard !first.isEmpty else { return nil }
    let line = SourcePosition(ofByte: place, in: records.bytes).line
    return (
      place,
      "What stands from line \(line) on ('\(SafeText.visible(first))') is taken as totals of the rows above: it is left out."
    )
  }

  /// The last line that holds something.
  private func lastLine(before end: Int, after start: Int) -> Range<Int>? {
    let blanks: Set<UInt8> = [UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: " ")]
    let bytes = records.bytes
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
    let record = Array(records.bytes[line])
    var scanner = CSVScanner(record, delimiter: records.dialect.delimiter)
    var fields: [CSVField] = []
    guard (try? scanner.next(&fields)) == true else { return nil }
    let texts = fields.map { $0.text(in: record) }
    guard let word = texts.first(where: { !$0.isEmpty }), texts.contains(where: isNumber),
      Self.words.contains(word.lowercased().filter { $0 != ":" }.trimmed),
      !records.bytes[..<line.lowerBound].contains(word)
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
