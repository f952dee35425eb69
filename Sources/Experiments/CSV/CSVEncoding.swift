/// How a column of a CSV file becomes inputs.
enum CSVEncoding: Hashable {
  /// The numbers that stand there.
  case numbers
  /// 1 for true, 0 for false.
  case flags
  /// One input for each word: 1 where it stands, else 0.
  case oneHot([String])
  /// The row's number, from 1.
  case rowNumber

  /// Different words in a column beyond these are hardly categories.
  static let mostWords = 50

  /// How many inputs it makes.
  var width: Int { if case .oneHot(let words) = self { words.count } else { 1 } }

  /// What it needs of a field, in words.
  var needs: String {
    switch self {
    case .numbers, .rowNumber: "a number"
    case .flags: "true or false"
    case .oneHot(let words): "one of its words (\(words.prefix(5).joined(separator: ", ")))"
    }
  }

  /// Writes a field's inputs; false when the field says none of what it should.
  ///
  /// What is missing becomes NaN.
  func write(
    _ row: CSVTable.Row, _ column: Int, number: Int, to inputs: inout [Double]
  ) -> Bool {
    if self == .rowNumber {
      inputs.append(Double(number))
      return true
    }
    let text = row[column]
    if self == .numbers, let value = row.decimal.number(text) {
      inputs.append(value)
      return true
    }
    if let value = value(of: text, row.decimal) {
      inputs += value
      return true
    }
    inputs += Array(repeating: .nan, count: width)
    return CSVWord.isMissing(text)
  }

  private func value(of text: String, _ decimal: CSVDecimal) -> [Double]? {
    switch self {
    case .flags: CSVWord.truth(text, decimal).map { [$0] }
    case .oneHot(let words):
      words.contains(text) ? words.map { $0 == text ? 1 : 0 } : nil
    case .numbers, .rowNumber: nil
    }
  }
}
