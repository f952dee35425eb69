/// What stands in a column of a CSV file, counted field by field.
struct CSVColumn {
  /// What a column holds.
  enum Kind: Hashable {
    case numbers, flags, dates, texts
    /// Numbers, and here and there something else.
    case mostlyNumbers
    case nothing
  }

  /// How many fields are numbers, true or false, dates, or other texts.
  private(set) var numbers = 0
  private(set) var flags = 0
  private(set) var dates = 0
  private(set) var texts = 0
  /// The different words that are no numbers, as far as they are few.
  private(set) var words: Set<String> = []
  /// Whether each field so far is the number of its row, counted from 0 or from 1.
  private(set) var countsRows = true
  /// What the first field says that is neither a number nor missing.
  private(set) var firstWord: String?

  private var first = 0.0

  /// Different words beyond these are not kept.
  static let mostWords = 257

  /// Counts a field.
  mutating func add(_ text: String, _ decimal: CSVDecimal) {
    if let number = decimal.number(text) { return add(number) }
    countsRows = false
    // Among words some of these are words too, which is only known in the end.
    if CSVWord.isMissing(text, amongNumbers: false) { return }
    firstWord = firstWord ?? text
    if words.count < Self.mostWords { words.insert(text) }
    if CSVWord.flag(text) != nil { return flags += 1 }
    if CSVWord.isDate(text) { dates += 1 } else { texts += 1 }
  }

  private mutating func add(_ number: Double) {
    if numbers == 0 { first = number }
    countsRows = countsRows && (first == 0 || first == 1) && number == first + Double(numbers)
    numbers += 1
  }

  /// What the column holds.
  var kind: Kind {
    let others = flags + dates + texts
    if others == 0 { return numbers == 0 ? .nothing : .numbers }
    if numbers > 0 {
      if words.allSatisfy({ CSVWord.isMissing($0, amongNumbers: true) }) { return .numbers }
      return numbers >= others ? .mostlyNumbers : .texts
    }
    if flags == others { return .flags }
    return dates == others ? .dates : .texts
  }
}
