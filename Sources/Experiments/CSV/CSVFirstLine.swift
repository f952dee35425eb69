/// The first line of a CSV file: it names the columns, or is a row like those below.
struct CSVFirstLine {
  /// What its fields say.
  let texts: [String]
  private let isNumber: [Bool]

  init(_ texts: [String], _ decimal: CSVDecimal) {
    self.texts = texts
    isNumber = texts.map { decimal.number($0) != nil }
  }

  /// Whether it must be a header: no number stands in it, and some below a word.
  func names(_ columns: [CSVColumn]) -> Bool {
    !isNumber.contains(true) && columns.contains { $0.numbers > 0 }
  }

  /// Whether it is no header: a number stands above numbers, and no word does.
  func looksLikeData(above columns: [CSVColumn], rows: Int) -> Bool {
    if rows == 0 { return isNumber.allSatisfy { $0 } }
    let aboveNumbers = texts.indices.filter { columns[$0].kind == .numbers }
    if aboveNumbers.contains(where: {
      !isNumber[$0] && !CSVWord.isMissing(texts[$0])
    }) {
      return false
    }
    if aboveNumbers.contains(where: { isNumber[$0] }) { return true }
    // Words above words: a header, unless they come again below.
    return texts.indices.contains { columns[$0].words.contains(texts[$0]) }
  }

  /// The names in a comment right above a place, as NumPy writes them; nil where there are not so many.
  static func names(
    above place: Int, in bytes: [UInt8], _ dialect: CSVDialect, count: Int
  ) -> [String]? {
    let above = bytes[..<place].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .dropLast().last
    guard let above, let sign = CSVDialect.commentSigns.first(where: above.starts(with:)) else {
      return nil
    }
    let line = Array(above.drop { sign.contains($0) || $0 == UInt8(ascii: " ") })
    var (scanner, fields) = (CSVScanner(line, delimiter: dialect.delimiter), [CSVField]())
    guard (try? scanner.next(&fields)) == true, fields.count == count else { return nil }
    let names = fields.map { $0.text(in: line) }
    let areNames = names.allSatisfy { !$0.isEmpty && dialect.decimal.number($0) == nil }
    return areNames && Set(names).count == count ? names : nil
  }
}
